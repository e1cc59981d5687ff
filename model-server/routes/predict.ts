import type { FastifyInstance, FastifyRequest } from 'fastify';

import { requestError } from '../errors.ts';
import { loadedOrThrow } from '../model/model.ts';
import { parseBody } from '../protocol/body.ts';
import { decodeRows, rowsOf } from '../protocol/rows.ts';
import { JSON_TYPE, modelOf, type RouteDeps } from './context.ts';
import { inferenceHook } from './instrument.ts';
import { countPrediction } from './count-prediction.ts';
import { rememberAnswer } from './remember-answer.ts';
import { runGraph } from './run.ts';

/** POST /predict[/{model}]: rows by column name in, labels and scores out; for people. */
export function registerPredict(app: FastifyInstance, deps: RouteDeps): void {
  const onRequest = inferenceHook(deps);
  for (const url of ['/predict', '/predict/:model']) {
    app.post(url, { onRequest }, async (request, reply) => {
      reply.header('content-type', JSON_TYPE);
      return predict(deps, request);
    });
  }
}

async function predict(deps: RouteDeps, request: FastifyRequest): Promise<string> {
  const model = modelOf(deps.models, request);
  const loaded = loadedOrThrow(model);
  if (!loaded.columns || !loaded.predictions) throw requestError('NotTabular', { model: model.spec.name });
  const rows = rowsOf(loaded.columns, parseBody(request.body, deps.jsonHeapBytes));
  const feeds = decodeRows(loaded.columns, rows);
  const results = await runGraph(model, loaded, { feeds, rows: rows.length, outputNames: loaded.predictions.outputNames }, request);
  const answer = loaded.predictions.write(results, rows.length);
  countPrediction(model, loaded, results, rows.length);
  loaded.features?.count(feeds, rows.length, deps.now());
  rememberAnswer(deps, request, loaded, results, rows.length);
  return answer;
}
