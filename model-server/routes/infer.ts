import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { loadedOrThrow, type LoadedModel, type Model } from '../model/model.ts';
import type { Tensors } from '../model/session.ts';
import { parseBody } from '../protocol/body.ts';
import { decodeInfer, decodeRawInfer, type InferRequest } from '../protocol/decode.ts';
import { frameOf, HEADER_LENGTH } from '../protocol/frame.ts';
import { JSON_TYPE, modelOf, type RouteDeps } from './context.ts';
import { inferenceHook } from './instrument.ts';
import { countPrediction } from './count-prediction.ts';
import { rememberAnswer } from './remember-answer.ts';
import { runGraph } from './run.ts';

/** POST /v2/models/{model}[/versions/{version}]/infer */
export function registerInfer(app: FastifyInstance, deps: RouteDeps): void {
  const onRequest = inferenceHook(deps);
  for (const url of ['/v2/models/:model/infer', '/v2/models/:model/versions/:version/infer']) {
    app.post(url, { onRequest }, (request, reply) => infer(deps, request, reply));
  }
}

async function infer(deps: RouteDeps, request: FastifyRequest, reply: FastifyReply): Promise<string | Buffer> {
  const model = modelOf(deps.models, request);
  const loaded = loadedOrThrow(model);
  const { head, raw, tail } = frameOf(request.body, request.headers[HEADER_LENGTH]);
  const asked = raw ? decodeRawInfer(loaded.signature, tail) : decodeInfer(loaded.signature, parseBody(head, deps.jsonHeapBytes), tail);
  const results = await runGraph(model, loaded, asked, request);
  const answer = write(model, loaded, asked.id ?? request.id, asked, results, reply);
  countPrediction(model, loaded, results, asked.rows);
  loaded.features?.count(asked.feeds, asked.rows, deps.now());
  rememberAnswer(deps, request, loaded, results, asked.rows);
  return answer;
}

function write(model: Model, loaded: LoadedModel, id: string, asked: InferRequest, results: Tensors, reply: FastifyReply): string | Buffer {
  if (asked.binary === undefined) {
    reply.header('content-type', JSON_TYPE);
    return loaded.answer(id, asked.writers, results);
  }
  const { body, headerLength, nonFinite } = loaded.binaryAnswer(id, asked, results);
  // Bytes can carry NaN, so the caller gets it; that the model gave one is counted all the same.
  if (nonFinite) model.metrics.invalidOutput();
  reply.header('content-type', 'application/octet-stream');
  reply.header(HEADER_LENGTH, headerLength);
  return body;
}
