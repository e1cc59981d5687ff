import type { FastifyReply, FastifyRequest } from 'fastify';

import { requestError } from '../errors.ts';
import { identify, modelOf, type RouteDeps } from './context.ts';

type Done = (error?: Error) => void;

/** The hooks of inference routes: begin counting, and let any content type through to the JSON parser. */
export function inferenceHook(deps: RouteDeps) {
  return (request: FastifyRequest, reply: FastifyReply, done: Done): void => {
    try {
      const model = modelOf(deps.models, request);
      identify(reply, model);
      request.counted = model;
      request.startedAt = deps.now();
      model.metrics.started();
      refuseEncodings(request);
      // tritonclient sends no content type, Triton's own curl examples send a form's; Fastify would answer 415 to
      // some and to all it cannot parse as a media type. These routes know one format, so the header says nothing.
      request.raw.headers['content-type'] = undefined;
      done();
    } catch (cause) {
      done(cause as Error);
    }
  };
}

/** Runs on every answer before its first byte leaves: whoever has the answer finds it counted. */
export function countAnswer(deps: RouteDeps, request: FastifyRequest, reply: FastifyReply): void {
  const model = request.counted;
  if (!model) return;
  // Fastify runs the hook again if sending fails: one request is counted once.
  request.counted = undefined;
  model.metrics.finished(reply.statusCode, (deps.now() - request.startedAt) / 1_000);
}

function refuseEncodings({ headers }: FastifyRequest): void {
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') throw requestError('EncodingUnsupported', { encoding: encoding.slice(0, 40) });
  if (headers['inference-header-content-length'] !== undefined) throw requestError('BinaryUnsupported', {});
}
