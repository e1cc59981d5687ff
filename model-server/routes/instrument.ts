import type { FastifyReply, FastifyRequest } from 'fastify';

import { requestError } from '../errors.ts';
import { identify, modelOf, type RouteDeps } from './context.ts';

type Done = (error?: Error) => void;

/** The hooks of inference routes: begin counting, and let any content type through to the JSON parser. */
export function inferenceHook(deps: RouteDeps) {
  // Of a lone model every answer tells already.
  const several = deps.models.all.length > 1;
  return (request: FastifyRequest, reply: FastifyReply, done: Done): void => {
    try {
      const model = modelOf(deps.models, request);
      if (several) identify(reply, model);
      request.counted = model;
      request.startedAt = deps.now();
      model.metrics.started();
      request.trace = deps.tracer?.begin({ id: request.id, method: request.method, route: request.routeOptions.url ?? '', headers: request.headers }, model.spec);
      readAsJson(request, reply, done);
    } catch (cause) {
      done(cause as Error);
    }
  };
}

/** For routes that know one format: whatever the headers call it, the body is JSON. */
export function readAsJson(request: FastifyRequest, _reply: FastifyReply, done: Done): void {
  try {
    refuseEncodings(request);
  } catch (cause) {
    return done(cause as Error);
  }
  // tritonclient sends no content type, Triton's own curl examples send a form's; Fastify would answer 415 to some and
  // to all it cannot parse as a media type.
  request.raw.headers['content-type'] = undefined;
  done();
}

/** Runs on every answer before its first byte leaves: whoever has the answer finds it counted. */
export function countAnswer(deps: RouteDeps, request: FastifyRequest, reply: FastifyReply): void {
  const model = request.counted;
  if (!model) return;
  // Fastify runs the hook again if sending fails: one request is counted once.
  request.counted = undefined;
  model.metrics.finished(reply.statusCode, (deps.now() - request.startedAt) / 1_000);
  request.trace?.ended(reply.statusCode);
}

function refuseEncodings({ headers }: FastifyRequest): void {
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') throw requestError('EncodingUnsupported', { encoding: encoding.slice(0, 40) });
}
