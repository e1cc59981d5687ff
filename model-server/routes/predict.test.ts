import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { columnCalledRows, echo, lookup, ratio, species, tumour } from '../test/models.ts';
import { serve, type TestServer } from '../test/serve.ts';

let server: TestServer;
beforeAll(async () => {
  server = await serve({ tumour: tumour(), species: species(), ratio: ratio(), lookup: lookup(), echo: echo(['FP32']) });
});
afterAll(() => server.app.close());

async function post(url: string, payload: unknown) {
  const answer = await server.app.inject({ method: 'POST', url, payload: JSON.stringify(payload) });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json<Record<string, unknown>>() };
}

const ROW = { 'mean radius': 1, 'mean texture': 2, stage: 'late', visits: 3 };

describe('POST /predict', () => {
  test('takes a column that is called rows, and a missing value in it', async () => {
    const odd = await serve({ odd: columnCalledRows() });
    const ask = async (payload: object) => (await odd.app.inject({ method: 'POST', url: '/predict', payload })).json<{ predictions?: unknown; error?: string }>();
    expect((await ask({ rows: 5 })).predictions).toEqual([{ value: 5 }]);
    expect((await ask({ rows: null })).error).toContain('NaN in output "prediction"');
    expect((await ask({ rows: [{ rows: 7 }] })).predictions).toEqual([{ value: 7 }]);
    await odd.app.close();
  });

  test('answers rows with labels and scores of the first model', async () => {
    const { status, headers, body } = await post('/predict', { rows: [ROW, { visits: 0, stage: 'early', 'mean texture': 0, 'mean radius': 0 }] });
    expect(status).toBe(200);
    expect(body).toEqual({
      model: 'tumour', version: 'tumour-1',
      predictions: [
        { label: 1, scores: { 0: expect.closeTo(0.01243, 4), 1: expect.closeTo(0.98757, 4) } },
        { label: 0, scores: { 0: expect.closeTo(0.8808, 4), 1: expect.closeTo(0.1192, 4) } },
      ],
    });
    expect(headers).toMatchObject({ 'x-trainyard-version': 'tumour-1', 'x-trainyard-revision': 'tumour-ab12cd34' });
  });

  test('takes one row by itself', async () => {
    expect((await post('/predict', ROW)).body['predictions']).toHaveLength(1);
  });

  test('takes null in a number column as missing', async () => {
    const missing = await post('/predict', { ...ROW, 'mean radius': null });
    const zero = await post('/predict', { ...ROW, 'mean radius': 0 });
    expect(missing.body['predictions']).toEqual(zero.body['predictions']);
  });

  test('names the classes of a model of texts', async () => {
    const { body } = await post('/predict/species', { rows: [{ x: 5 }, { x: -5 }] });
    expect(body['predictions']).toMatchObject([{ label: 'owl', scores: { cat: expect.any(Number), dog: expect.any(Number), owl: expect.closeTo(0.993, 3) } }, { label: 'cat' }]);
  });

  test('gives the value of a regression in as few digits as tell the float', async () => {
    const answer = await server.app.inject({ method: 'POST', url: '/predict/ratio', payload: { a: 1, b: 10 } });
    expect(answer.body).toBe('{"model":"ratio","version":"ratio-1","predictions":[{"value":0.1}]}');
  });

  test.each<[string, string, unknown, string]>([
    ['a body that is an array', '/predict', [ROW], 'the body must be a JSON object, not an array'],
    ['no rows', '/predict', { rows: [] }, '"rows" must be an array of at least one object, not an empty array'],
    ['rows that are an object', '/predict', { rows: ROW }, '"rows" must be an array of at least one object, not an object'],
    ['a row that is a list', '/predict', { rows: [ROW, [1, 2]] }, 'row 1 must be an object of column names and values, not an array'],
    ['a missing column', '/predict', { rows: [ROW, { ...ROW, visits: undefined }] }, 'row 1: column "visits" is missing'],
    ['a misspelt column', '/predict', { 'mean raduis': 1, 'mean texture': 2, stage: 'late', visits: 3 }, 'row 0: column "mean radius" is missing; the row has "mean raduis"'],
    ['a column too many', '/predict', { ...ROW, Mean_Radius: 1 }, 'row 0: unknown column "Mean_Radius"; did you mean "mean radius"?'],
    ['a column that nothing resembles', '/predict', { ...ROW, 'postal code': 1 }, 'row 0: unknown column "postal code"'],
    ['a text in a number column', '/predict', { ...ROW, 'mean radius': '1' }, 'row 0: column "mean radius" is "1", expected a number'],
    ['a fraction in a whole-number column', '/predict', { ...ROW, visits: 1.5 }, 'row 0: column "visits" is 1.5, expected a whole number'],
    ['a missing value in a text column', '/predict', { ...ROW, stage: null }, 'row 0: column "stage" is null, expected a text'],
    ['a model that takes tensors', '/predict/echo', { 'in FP32': 1 }, 'model "echo" takes tensors, not one value a column: use /v2/models/echo/infer'],
  ])('answers 400 to %s', async (_name, url, payload, message) => {
    const { status, body } = await post(url, payload);
    expect(body).toEqual({ error: expect.stringContaining(message) });
    expect(status).toBe(400);
  });

  test.each<[string, string, unknown, number, string]>([
    ['an unknown model', '/predict/nobody', {}, 404, 'no model named "nobody" here'],
    ['a value the graph fails on', '/predict/lookup', { index: 7 }, 500, 'model lookup version lookup-1 failed: '],
    ['a value that makes the output infinite', '/predict/ratio', { rows: [{ a: 1, b: 1 }, { a: 1, b: 0 }] }, 500, 'gave Infinity in output "prediction" at row 1, column 0'],
  ])('answers to %s', async (_name, url, payload, status, message) => {
    const answer = await post(url, payload);
    expect(answer.body).toEqual({ error: expect.stringContaining(message) });
    expect(answer.status).toBe(status);
  });
});
