import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { RECENT } from '../model/recent-answers.ts';
import { comparedRow } from '../protocol/comparable.ts';
import { echo, lookup, ratio, species, tumour } from '../test/models.ts';
import { serve, type TestServer } from '../test/serve.ts';
import { answersPage } from './answers.ts';

let server: TestServer;
let cursor = '';
beforeAll(async () => {
  server = await serve({ tumour: tumour(), species: species(), ratio: ratio(), lookup: lookup(), echo: echo(['FP32']) });
});
beforeEach(() => void ({ cursor } = page()));
afterAll(() => server.app.close());

const page = (after?: string) => JSON.parse(answersPage(server.recent, after === undefined ? '' : `after=${encodeURIComponent(after)}`)) as { cursor: string; answers: unknown[] };
const post = (url: string, payload: unknown, headers: Record<string, string> = {}) => server.app.inject({ method: 'POST', url, payload: JSON.stringify(payload), headers });
const named = (id: string) => ({ 'x-request-id': id });
const ROW = { 'mean radius': 1, 'mean texture': 2, stage: 'late', visits: 3 };
const v2 = (name: string, data: readonly number[], more: object = {}) => ({ inputs: [{ name, datatype: 'FP32', shape: [data.length, 1], data }], ...more });

describe('an answer is remembered', () => {
  test('by its label', async () => {
    await post('/predict', ROW, named('a-1'));
    expect(page(cursor).answers).toEqual([['a-1', 1, 0, '1']]);
  });
  test('by its number', async () => {
    await post('/predict/ratio', { a: 1, b: 4 }, named('a-2'));
    expect(page(cursor).answers).toEqual([['a-2', 1, 0, 0.25]]);
  });
  test('of the other protocol too, by the id of the request and not by that of the body', async () => {
    await post('/v2/models/species/infer', v2('x', [5], { id: 'body' }), named('a-3'));
    expect(page(cursor).answers).toEqual([['a-3', 1, 0, 'owl']]);
  });
  test('alike whichever outputs were asked for', async () => {
    await post('/v2/models/species/infer', v2('x', [-5], { outputs: [{ name: 'probabilities' }] }), named('a-4'));
    await post('/v2/models/species/infer', v2('x', [-5], { outputs: [{ name: 'label' }] }), named('a-5'));
    expect(page(cursor).answers).toEqual([['a-4', 1, 0, 'cat'], ['a-5', 1, 0, 'cat']]);
  });
  test('of many rows by the one that its id chooses', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => ({ a: i, b: 1 }));
    await post('/predict/ratio', { rows }, named('many'));
    const row = comparedRow('many', 50);
    expect(row).toBeGreaterThan(0);
    expect(page(cursor).answers).toEqual([['many', 50, row, row]]);
  });
  test('twice when its id comes twice', async () => {
    await post('/predict', ROW, named('twice'));
    await post('/predict', ROW, named('twice'));
    expect(page(cursor).answers).toEqual([['twice', 1, 0, '1'], ['twice', 1, 0, '1']]);
  });
  test('as refused when the request was wrong', async () => {
    expect((await post('/predict', { ...ROW, visits: 'many' }, named('wrong'))).statusCode).toBe(400);
    expect(page(cursor).answers).toEqual([['wrong', 0, 0, null]]);
  });
});

describe('an answer is not remembered', () => {
  test.each<[string, string, unknown, Record<string, string>, number]>([
    ['without an id of the caller', '/predict', ROW, {}, 200],
    ['with an id that cannot be echoed', '/predict', ROW, named('x'.repeat(129)), 200],
    ['of a model without a task', '/v2/models/echo/infer', { inputs: [{ name: 'in FP32', datatype: 'FP32', shape: [1, 2], data: [1, 2] }] }, named('n-1'), 200],
    ['of a graph that failed', '/predict/lookup', { index: 7 }, named('n-2'), 500],
    ['that held infinity', '/predict/ratio', { a: 1, b: 0 }, named('n-3'), 500],
    ['of a model that is not here', '/predict/nobody', ROW, named('n-4'), 404],
    ['of a version that is not here', '/v2/models/species/versions/species-2/infer', v2('x', [5]), named('n-5'), 404],
  ])('%s', async (_name, url, payload, headers, status) => {
    expect((await post(url, payload, headers)).statusCode).toBe(status);
    expect(page(cursor).answers).toEqual([]);
  });
});

test('the page stays bounded, however many answers there were and however long their ids and labels are', () => {
  for (let i = 0; i < 3 * RECENT; i++) server.recent.add(`${i}`.padEnd(128, 'i'), 4_000_000_000, 3_999_999_999, 'l'.repeat(64));
  const text = answersPage(server.recent, '');
  expect((JSON.parse(text) as { answers: unknown[] }).answers).toHaveLength(RECENT);
  expect(text.length).toBeLessThan(1024 * 1024);
});
