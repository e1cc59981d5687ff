import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';

import { RequestError, requestError, textOf } from './errors.ts';
import { registerOpenApi } from './openapi/route.ts';
import { answerBrokenRequest, hostMissing, refuseExpectation } from './routes/broken.ts';
import { identify, sendJson, type RouteDeps } from './routes/context.ts';
import { registerFeedback } from './routes/feedback.ts';
import { registerHealth } from './routes/health.ts';
import { registerInfer } from './routes/infer.ts';
import { countAnswer } from './routes/instrument.ts';
import { registerMetadata } from './routes/metadata.ts';
import { collectMethods, refuseOtherMethods } from './routes/methods.ts';
import { registerPredict } from './routes/predict.ts';
import { rememberRefusal } from './routes/remember-answer.ts';
import { registerRepository, type RepositoryDeps } from './routes/repository.ts';
import { requestId } from './routes/request-id.ts';

export type ServerDeps = RouteDeps & RepositoryDeps & { readonly serverVersion: string; readonly bodyLimitBytes: number };

/** Longer than Envoy's default of one hour: when the server hangs up first, a proxy sees resets (503 UC). */
const KEEP_ALIVE_MILLIS = 3_660_000;
/** To receive a whole request: the largest body at 1 MB a second. */
const RECEIVE_MILLIS = 90_000;

/** The public API, not yet listening. */
export function createServer(deps: ServerDeps): FastifyInstance {
  const app = fastify({
    logger: false,
    bodyLimit: deps.bodyLimitBytes,
    keepAliveTimeout: KEEP_ALIVE_MILLIS,
    requestTimeout: RECEIVE_MILLIS,
    // Closing is the end of draining: what still arrives is answered.
    return503OnClosing: false,
    requestIdHeader: false,
    genReqId: (request) => requestId(request.headers['x-request-id'], deps.newId),
    http: { requireHostHeader: false },
    // Names of Kubernetes objects have up to 253 characters; Fastify answers 404 beyond 100.
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 512 },
    frameworkErrors(error, request, reply) {
      reply.header('x-request-id', request.id);
      answerError(deps, error, request, reply);
    },
    clientErrorHandler: answerBrokenRequest,
  });
  app.server.on('checkExpectation', refuseExpectation);
  app.decorateRequest('counted', undefined);
  app.decorateRequest('startedAt', 0);
  app.decorateRequest('trace', undefined);
  readBodiesAsBytes(app);
  addHooks(app, deps);
  app.setErrorHandler((error: FastifyError | RequestError, request, reply) => answerError(deps, error, request, reply));
  app.setNotFoundHandler((request, reply) => answerError(deps, requestError('NoSuchPath', { path: request.url }), request, reply));
  const methods = collectMethods(app);
  registerHealth(app, deps);
  registerMetadata(app, deps);
  registerInfer(app, deps);
  registerPredict(app, deps);
  registerFeedback(app, deps);
  registerRepository(app, deps);
  registerOpenApi(app, deps);
  refuseOtherMethods(app, methods);
  return app;
}

/** Routes parse for themselves, so that a bad body is counted and told like any other bad input. */
function readBodiesAsBytes(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

function addHooks(app: FastifyInstance, deps: ServerDeps): void {
  const alone = deps.models.all.length === 1 ? deps.models.first : undefined;
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    if (alone) identify(reply, alone);
    done(hostMissing(request.raw));
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    countAnswer(deps, request, reply);
    if (deps.lifecycle.draining) reply.header('connection', 'close');
    done(null, payload);
  });
}

function answerError(deps: ServerDeps, thrown: FastifyError | RequestError, request: FastifyRequest, reply: FastifyReply): void {
  const error = thrown instanceof RequestError ? thrown : translate(deps, thrown, request);
  if (error.name === 'OutputInvalid') request.counted?.metrics.invalidOutput();
  if (error.status < 500 && request.counted !== undefined) rememberRefusal(deps, request);
  if (error.status === 500) deps.log.error({ err: error, requestId: request.id, url: request.url }, 'a request failed');
  if (error.status === 503) reply.header('retry-after', '1');
  reply.code(error.status);
  sendJson(reply, JSON.stringify({ error: error.message }));
}

/** Fastify's own errors in this server's words. */
function translate(deps: ServerDeps, thrown: FastifyError, request: FastifyRequest): RequestError {
  if (thrown.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return requestError('BodyTooLarge', { limit: deps.bodyLimitBytes }, thrown);
  if (thrown.statusCode !== undefined && thrown.statusCode < 500) return requestError('MalformedRequest', { cause: textOf(thrown) }, thrown);
  return requestError('Internal', { id: request.id }, thrown);
}
