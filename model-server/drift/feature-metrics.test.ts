import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { loadModel } from '../model/load.ts';
import { categorical, numeric, withBaseline } from '../test/baseline.ts';
import { ratio, store, tumour } from '../test/models.ts';
import { listen, loadDeps, metric, serve, type TestServer } from '../test/serve.ts';

const FEATURES = [numeric('mean radius', [1, 2.5]), numeric('mean texture', [0]), categorical('stage', { early: 3, late: 9 }), numeric('visits', [2])];
const LABELS = 'model="tumour",version="tumour-1",revision="tumour-ab12cd34"';

let server: TestServer;
beforeAll(async () => {
  server = await serve({ tumour: withBaseline(tumour(), FEATURES), ratio: ratio() });
});
afterAll(() => server.app.close());

async function bins(): Promise<Record<string, number>> {
  const lines = (await server.metrics.registry.metrics()).split('\n').filter((line) => line.startsWith('trainyard_feature_bins_total{'));
  return Object.fromEntries(lines.map((line) => /feature="(.*)",bin="(.*)"} (\d+)$/.exec(line)!).map(([, feature, bin, count]) => [`${feature} ${bin}`, Number(count)]));
}

const predict = (rows: readonly object[]) => server.app.inject({ method: 'POST', url: '/predict', payload: { rows } });

describe('/metrics', () => {
  test('has every bin at 0 before the first request', async () => {
    expect(await bins()).toEqual({
      'mean radius 0': 0, 'mean radius 1': 0, 'mean radius 2': 0, 'mean radius missing': 0, 'mean texture 0': 0, 'mean texture 1': 0, 'mean texture missing': 0,
      'stage 0': 0, 'stage 1': 0, 'stage other': 0, 'stage missing': 0, 'visits 0': 0, 'visits 1': 0, 'visits missing': 0,
    });
    expect(await metric(server, `trainyard_feature_rows_total{${LABELS}}`)).toBe(0);
  });

  test('counts the rows of both routes, and of no request that was refused', async () => {
    expect((await predict([{ 'mean radius': 1, 'mean texture': null, stage: 'late', visits: 3 }, { 'mean radius': 9, 'mean texture': -1, stage: 'never', visits: 0 }])).statusCode).toBe(200);
    expect((await predict([{ 'mean radius': 1, 'mean texture': 'x', stage: 'late', visits: 3 }])).statusCode).toBe(400);
    const column = (name: string, datatype: string, value: unknown) => ({ name, datatype, shape: [1, 1], data: [value] });
    const inputs = [column('mean radius', 'FP32', 0.5), column('mean texture', 'FP32', 7), column('stage', 'BYTES', ''), column('visits', 'INT64', 2)];
    expect((await server.app.inject({ method: 'POST', url: '/v2/models/tumour/infer', payload: { inputs } })).statusCode).toBe(200);
    const counted = Object.fromEntries(Object.entries(await bins()).filter(([, count]) => count > 0));
    expect(counted).toEqual({
      'mean radius 0': 1, 'mean radius 1': 1, 'mean radius 2': 1, 'mean texture 0': 1, 'mean texture 1': 1, 'mean texture missing': 1,
      'stage 1': 1, 'stage other': 1, 'stage missing': 1, 'visits 0': 1, 'visits 1': 2,
    });
    expect(await metric(server, `trainyard_feature_rows_total{${LABELS}}`)).toBe(3);
    expect(await metric(server, `trainyard_feature_rows_sampled_total{${LABELS}}`)).toBe(3);
  });

  test('says nothing of a model without a baseline', async () => {
    expect((await server.metrics.registry.metrics()).match(/^trainyard_feature_\w+\{model="ratio"/m)).toBeNull();
  });
});

test('the log says which features are not counted', async () => {
  const lines: string[] = [];
  const { models, app } = listen([await store(withBaseline(tumour(), [...FEATURES, numeric('age', [1])]), 'tumour')]);
  await loadModel({ ...loadDeps, log: pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) }) }, models.first, new AbortController().signal);
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { level: 40, leftOut: 1, features: [{ feature: 'age', reason: 'the model has no input of this name' }], msg: 'features of the baseline are not counted: no drift of theirs can be seen', model: 'tumour' },
  ]);
  await app.close();
});
