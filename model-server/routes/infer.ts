import type { FastifyInstance, FastifyRequest } from 'fastify';

import { loadedOrThrow } from '../model/model.ts';
import { parseBody } from '../protocol/body.ts';
import { decodeInfer } from '../protocol/decode.ts';
import { JSON_TYPE, modelOf, type RouteDeps } from './context.ts';
import { inferenceHook } from './instrument.ts';
import { countPrediction } from './count-prediction.ts';
import { rememberAnswer } from './remember-answer.ts';
import { runGraph } from './run.ts';

/** POST /v2/models/{model}[/versions/{version}]/infer */
export function registerInfer(app: FastifyInstance, deps: RouteDeps): void {
  const onRequest = inferenceHook(deps);
  for (const url of ['/v2/models/:model/infer', '/v2/models/:model/versions/:version/infer']) {
    app.post(url, { onRequest }, async (request, reply) => {
      reply.header('content-type', JSON_TYPE);
      return infer(deps, request);
    });
  }
}

async function infer(deps: RouteDeps, request: FastifyRequest): Promise<string> {
  const model = modelOf(deps.models, request);
  const loaded = loadedOrThrow(model);
  const asked = decodeInfer(loaded.signature, parseBody(request.body, deps.jsonHeapBytes));
  const results = await runGraph(model, loaded, asked.feeds, asked.outputNames);
  const answer = loaded.answer(asked.id ?? request.id, asked.writers, results);
  countPrediction(model, loaded, results, asked.rows);
  loaded.features?.count(asked.feeds, asked.rows, deps.now());
  rememberAnswer(deps, request, loaded, results, asked.rows);
  return answer;
}
