import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Datatype } from '../protocol/datatypes.ts';
import { echo, half, lookup, ratio, tumour } from '../test/models.ts';
import { listen, metric, serve, type TestServer } from '../test/serve.ts';

const JSON_DATATYPES: readonly Datatype[] = ['BOOL', 'UINT8', 'UINT16', 'UINT32', 'UINT64', 'INT8', 'INT16', 'INT32', 'INT64', 'FP32', 'FP64', 'BYTES'];

let server: TestServer;
beforeAll(async () => {
  server = await serve({ ratio: ratio(), lookup: lookup(), echo: echo(JSON_DATATYPES), tumour: tumour(), half: half() });
});
afterAll(() => server.app.close());

async function post(url: string, payload: unknown, headers: Record<string, string> = {}) {
  const body = typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : JSON.stringify(payload);
  const answer = await server.app.inject({ method: 'POST', url, payload: body, headers });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json<Record<string, unknown>>() };
}

const INFER = '/v2/models/ratio/infer';
const a = { name: 'a', datatype: 'FP32', shape: [2, 1], data: [1, 2] };
const b = { name: 'b', datatype: 'FP32', shape: [2, 1], data: [4, 8] };

describe('POST /v2/models/{model}/infer', () => {
  test('answers with the model, its version, the id and the outputs', async () => {
    const { status, headers, body } = await post(INFER, { id: 'mine', inputs: [a, b] });
    expect(status).toBe(200);
    expect(body).toEqual({
      model_name: 'ratio', model_version: 'ratio-1', id: 'mine',
      outputs: [{ name: 'prediction', datatype: 'FP32', shape: [2, 1], data: [0.25, 0.25] }],
    });
    expect(headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8', 'x-trainyard-version': 'ratio-1', 'x-trainyard-revision': 'ratio-ab12cd34' });
  });

  test.each<[string, unknown]>([
    ['flat data', [[1, 2], [4, 8]]],
    ['nested data', [[[1], [2]], [[4], [8]]]],
  ])('takes %s', async (_name, data) => {
    const [first, second] = data as [unknown, unknown];
    const { body } = await post(INFER, { inputs: [{ ...b, data: second }, { ...a, data: first }] });
    expect(body['outputs']).toMatchObject([{ data: [0.25, 0.25] }]);
  });

  test.each<[string, string, Record<string, string>]>([
    ['without a content type, as tritonclient sends it', JSON.stringify({ inputs: [a, b] }), {}],
    ['as a form, as curl sends it', JSON.stringify({ inputs: [a, b] }), { 'content-type': 'application/x-www-form-urlencoded' }],
    ['as bytes', JSON.stringify({ inputs: [a, b] }), { 'content-type': 'application/octet-stream' }],
    ['under a content type that is none', JSON.stringify({ inputs: [a, b] }), { 'content-type': 'nonsense' }],
  ])('reads JSON sent %s', async (_name, payload, headers) => {
    expect((await post(INFER, payload, headers)).status).toBe(200);
  });

  test('carries every datatype that JSON can, without changing a value', async () => {
    const values: Record<string, unknown[]> = {
      BOOL: [true, false], UINT8: [0, 255], UINT16: [0, 65535], UINT32: [0, 4294967295], UINT64: [0, 9007199254740991],
      INT8: [-128, 127], INT16: [-32768, 32767], INT32: [-2147483648, 2147483647], INT64: [-9007199254740991, 9007199254740991],
      FP32: [0.5, -1.25], FP64: [0.1, 1e-300], BYTES: ['', 'naïve "🚂"\n'],
    };
    const inputs = JSON_DATATYPES.map((datatype) => ({ name: `in ${datatype}`, datatype, shape: [1, 2], data: values[datatype] }));
    const { body } = await post('/v2/models/echo/infer', { inputs });
    expect(body['outputs']).toEqual(JSON_DATATYPES.map((datatype) => ({ name: `out ${datatype}`, datatype, shape: [1, 2], data: values[datatype] })));
  });

  test('takes null in a float input as missing', async () => {
    const row = [
      { name: 'mean radius', datatype: 'FP32', shape: [1, 1], data: [null] },
      { name: 'mean texture', datatype: 'FP32', shape: [1, 1], data: [[0]] },
      { name: 'stage', datatype: 'BYTES', shape: [1, 1], data: ['unknown'] },
      { name: 'visits', datatype: 'INT64', shape: [1, 1], data: [0] },
    ];
    const { status, body } = await post('/v2/models/tumour/infer', { inputs: row });
    expect([status, body['outputs']]).toEqual([200, [{ name: 'label', datatype: 'INT64', shape: [1], data: [0] }, { name: 'probabilities', datatype: 'FP32', shape: [1, 2], data: [0.5, 0.5] }]]);
  });

  test('gives only the outputs asked for, in that order', async () => {
    const inputs = ['FP32', 'BYTES'].map((datatype) => ({ name: `in ${datatype}`, datatype, shape: [1, 2], data: datatype === 'FP32' ? [1, 2] : ['x', 'y'] }));
    const others = JSON_DATATYPES.filter((datatype) => !['FP32', 'BYTES'].includes(datatype))
      .map((datatype) => ({ name: `in ${datatype}`, datatype, shape: [1, 2], data: datatype === 'BOOL' ? [true, true] : [1, 1] }));
    const { body } = await post('/v2/models/echo/infer', { inputs: [...inputs, ...others], outputs: [{ name: 'out FP32' }, { name: 'out BYTES', parameters: { binary_data: false } }] });
    expect((body['outputs'] as { name: string }[]).map((output) => output.name)).toEqual(['out FP32', 'out BYTES']);
  });

  test.each<[string, Record<string, string>, unknown, string, unknown]>([
    ['the id of the body and the request id of the header', { 'x-request-id': 'trace-1' }, 'mine', 'mine', 'trace-1'],
    ['the request id of the header as id when the body has none', { 'x-request-id': 'trace-1' }, undefined, 'trace-1', 'trace-1'],
    ['a new id when neither is given', {}, undefined, expect.stringMatching(/^generated-\d+$/), expect.stringMatching(/^generated-\d+$/)],
    ['a new id for one that no header can hold', { 'x-request-id': 'a b' }, undefined, expect.stringMatching(/^generated-\d+$/), expect.stringMatching(/^generated-\d+$/)],
  ])('answers with %s', async (_name, headers, id, expectedId, expectedHeader) => {
    const answer = await post(INFER, { id, inputs: [a, b] }, headers);
    expect([answer.body['id'], answer.headers['x-request-id']]).toEqual([expectedId, expectedHeader]);
  });

  test('finds the model by name and version', async () => {
    expect((await post('/v2/models/ratio/versions/ratio-1/infer/', { inputs: [a, b] })).status).toBe(200);
  });

  const one = (change: object) => ({ inputs: [{ ...a, ...change }, b] });
  test.each<[string, unknown, string]>([
    ['an empty body', '', 'the body is empty; expected a JSON object'],
    ['half a body', '{"inputs":[', 'the body is not valid JSON: '],
    ['bytes that are no text', Buffer.from([0x7b, 0xff, 0x7d]), 'the body is not valid UTF-8'],
    ['a body that is an array', [], 'the body must be a JSON object, not an array'],
    ['a body without inputs', {}, '"inputs" must be an array, not nothing'],
    ['an id that is a number', { id: 7, inputs: [a, b] }, '"id" must be a text, not 7'],
    ['an input that is a text', { inputs: ['a'] }, '"inputs[0]" must be an object, not "a"'],
    ['an input without a name', one({ name: undefined }), '"inputs[0].name" must be a text, not nothing'],
    ['an unknown input', one({ name: 'c' }), 'unknown input "c"; the model\'s inputs are a, b'],
    ['an input that every object has', one({ name: 'constructor' }), 'unknown input "constructor"'],
    ['an input given twice', { inputs: [a, a] }, 'input "a" is given twice'],
    ['a missing input', { inputs: [a] }, 'input "b" is missing'],
    ['no inputs at all', { inputs: [] }, 'input "a" is missing'],
    ['another datatype', one({ datatype: 'FP64' }), 'input "a" has datatype "FP64", expected FP32'],
    ['a datatype in other case', one({ datatype: 'fp32' }), 'input "a" has datatype "fp32", expected FP32'],
    ['another width', one({ shape: [1, 2] }), 'input "a" has shape [1,2], expected [-1,1]'],
    ['another rank', one({ shape: [2] }), 'input "a" has shape [2], expected [-1,1]'],
    ['a negative dimension', one({ shape: [-1, 1] }), 'input "a" has shape [-1,1], expected [-1,1]'],
    ['a fractional dimension', one({ shape: [1.5, 1] }), 'input "a" has shape [1.5,1], expected [-1,1]'],
    ['no shape', one({ shape: undefined }), 'input "a" has shape nothing, expected [-1,1]'],
    ['a dimension past all memory', one({ shape: [2 ** 60, 1] }), 'input "a" has shape [1152921504606847000,1], expected [-1,1]'],
    ['more elements in the shape than in the data', one({ shape: [2 ** 50, 1] }), 'input "a" has 2 elements in "data", but its shape [1125899906842624,1] needs 1125899906842624'],
    ['no rows', { inputs: [{ ...a, shape: [0, 1], data: [] }, { ...b, shape: [0, 1], data: [] }] }, 'input "a" has no rows; send at least one'],
    ['unequal numbers of rows', one({ shape: [3, 1], data: [1, 2, 3] }), 'input "b" has 2 rows, but input "a" has 3'],
    ['too few elements', one({ data: [1] }), 'input "a" has 1 elements in "data", but its shape [2,1] needs 2'],
    ['no data', one({ data: undefined }), 'input "a": "data" must be an array of 2 as shape [2,1] says, not nothing'],
    ['data that is a text', one({ data: 'AAAA' }), 'input "a": "data" must be an array of 2 as shape [2,1] says, not "AAAA"'],
    ['ragged data', one({ data: [[1], [2, 3]] }), 'input "a": "data"[1] must be an array of 1 as shape [2,1] says, not an array of 2'],
    ['data nested too deep', one({ data: [[[1]], [[2]]] }), 'input "a": "data"[0][0] is an array, expected a number'],
    ['data half nested', one({ data: [[1], 2] }), 'input "a": "data"[1] must be an array of 1 as shape [2,1] says, not 2'],
    ['data half flat', one({ data: [1, [2]] }), 'input "a": "data"[1] is an array, expected a number'],
    ['a text among numbers', one({ data: [1, '2'] }), 'input "a": "data"[1] is "2", expected a number, or null where the value is missing'],
    ['a text among nested numbers', one({ data: [[1], ['2']] }), 'input "a": "data"[1][0] is "2", expected a number'],
    ['a number that does not fit', '{"inputs":[{"name":"a","datatype":"FP32","shape":[2,1],"data":[1,1e999]}]}', 'input "a": "data"[1] is Infinity, which does not fit FP32'],
    ['NaN, which is no JSON', '{"inputs":[{"name":"a","datatype":"FP32","shape":[1,1],"data":[NaN]}]}', 'the body is not valid JSON'],
    ['an unknown output', { inputs: [a, b], outputs: [{ name: 'p' }] }, 'unknown output "p"; the model\'s outputs are prediction'],
    ['an output asked for twice', { inputs: [a, b], outputs: [{ name: 'prediction' }, { name: 'prediction' }] }, 'output "prediction" is asked for twice'],
    ['outputs that are texts', { inputs: [a, b], outputs: ['prediction'] }, '"outputs[0]" must be an object, not "prediction"'],
    ['parameters that are a list', { inputs: [a, b], parameters: [] }, '"parameters" must be an object, not an array'],
  ])('answers 400 to %s', async (_name, payload, message) => {
    const { status, body } = await post(INFER, payload);
    expect(body).toEqual({ error: expect.stringContaining(message) });
    expect(status).toBe(400);
  });

  test('answers 400 to data nested a hundred thousand deep, and serves on', async () => {
    const deep = `{"inputs":[{"name":"a","datatype":"FP32","shape":[1,1],"data":${'['.repeat(100_000)}1${']'.repeat(100_000)}}]}`;
    expect((await post(INFER, deep)).status).toBe(400);
    expect((await post(INFER, { inputs: [a, b] })).status).toBe(200);
  });

  test.each<[string, string, Record<string, string>, number, string]>([
    ['an unknown model', '/v2/models/nobody/infer', {}, 404, 'no model named "nobody" here; this server has "ratio", "lookup"'],
    ['an unknown version', '/v2/models/ratio/versions/9/infer', {}, 404, 'model "ratio" has no version "9" here; this server has "ratio-1"'],
    ['a compressed body', INFER, { 'content-encoding': 'gzip' }, 415, 'content-encoding "gzip" is not supported'],
  ])('answers to %s', async (_name, url, headers, status, message) => {
    const answer = await post(url, { inputs: [a, b] }, headers);
    expect(answer.body).toEqual({ error: expect.stringContaining(message) });
    expect(answer.status).toBe(status);
  });

  test('answers 413 to a body over the limit', async () => {
    const { status, body } = await post(INFER, 'x'.repeat(4 * 1024 * 1024 + 1));
    expect([status, body]).toEqual([413, { error: 'the body is larger than 4194304 bytes' }]);
  });

  test('answers 413 to a body within the limit that would fill the heap when parsed', async () => {
    const { status, body } = await post(INFER, `{"inputs":[${'{},'.repeat(1_100_000)}{}]}`);
    expect([status, body]).toEqual([413, { error: 'the body holds more values than this server has memory to read; send fewer rows at a time' }]);
  });

  test('answers 400 to an FP16 output, which has no JSON form, and gives the others', async () => {
    const inputs = [{ name: 'x', datatype: 'FP32', shape: [1, 1], data: [0.5] }];
    const all = await post('/v2/models/half/infer', { inputs });
    expect([all.status, all.body['error']]).toEqual([400, 'output "half" is FP16, which the V2 protocol does not carry in JSON; ask for it as binary data']);
    const full = await post('/v2/models/half/infer', { inputs, outputs: [{ name: 'full' }] });
    expect(full.body['outputs']).toEqual([{ name: 'full', datatype: 'FP32', shape: [1, 1], data: [0.5] }]);
  });

  test.each<[string, string, unknown, string]>([
    ['the graph fails on a value', '/v2/models/lookup/infer', { inputs: [{ name: 'index', datatype: 'INT64', shape: [2, 1], data: [1, 7] }] }, 'model lookup version lookup-1 failed: '],
    ['an output is infinite', INFER, { inputs: [a, { ...b, data: [4, 0] }] }, 'model ratio version ratio-1 gave Infinity in output "prediction" at row 1, column 0'],
    ['an output is not a number', INFER, { inputs: [{ ...a, data: [0, 1] }, { ...b, data: [0, 1] }] }, 'model ratio version ratio-1 gave NaN in output "prediction" at row 0, column 0'],
  ])('answers 500 when %s', async (_name, url, payload, message) => {
    const { status, body } = await post(url, payload);
    expect([status, body]).toEqual([500, { error: expect.stringContaining(message) }]);
  });

  test('answers 503 with Retry-After before the model is loaded', async () => {
    const early = listen([...server.models.all].map((model) => model.spec));
    const answer = await early.app.inject({ method: 'POST', url: INFER, payload: { inputs: [a, b] } });
    expect([answer.statusCode, answer.headers['retry-after'], answer.json()]).toEqual([503, '1', { error: 'model "ratio" is not ready: it is being fetched' }]);
    await early.app.close();
  });
});

describe('the counters of inference', () => {
  test('stand at 0 for every class before the first request, and count each answer once', async () => {
    const fresh = await serve({ ratio: ratio() });
    const labels = 'model="ratio",version="ratio-1",revision="ratio-ab12cd34"';
    const counts = () => Promise.all(['2xx', '4xx', '5xx'].map((code) => metric(fresh, `trainyard_inference_requests_total{${labels},code="${code}"}`)));
    expect(await counts()).toEqual([0, 0, 0]);
    const send = (payload: unknown, url = INFER) => fresh.app.inject({ method: 'POST', url, payload: JSON.stringify(payload) });
    await send({ inputs: [a, b] });
    await send({ inputs: [a] });
    await send({ inputs: [a, { ...b, data: [1, 0] }] });
    await send('x'.repeat(5 * 1024 * 1024));
    await send({}, '/v2/models/nobody/infer');
    await send({ rows: [{ a: 1, b: 2 }] }, '/predict');
    await fresh.app.inject('/v2/models/ratio');
    expect(await counts()).toEqual([2, 2, 1]);
    expect(await metric(fresh, `trainyard_inference_rows_total{${labels}}`)).toBe(3);
    expect(await metric(fresh, `trainyard_invalid_outputs_total{${labels}}`)).toBe(1);
    expect(await metric(fresh, `trainyard_inference_in_flight{${labels}}`)).toBe(0);
    const times = (code: string) => metric(fresh, `trainyard_inference_duration_seconds_count{${labels},code="${code}"}`);
    expect(await Promise.all(['2xx', '4xx', '5xx'].map(times))).toEqual([2, 2, 1]);
    expect(await metric(fresh, `trainyard_model_load_seconds{${labels}}`)).toBeGreaterThan(0);
    await fresh.app.close();
  });
  test('put one prediction of each answer into its bin, the place in the request going round', async () => {
    const fresh = await serve({ ratio: ratio() });
    const labels = 'model="ratio",version="ratio-1",revision="ratio-ab12cd34"';
    const column = (name: string, data: readonly number[]) => ({ name, datatype: 'FP32', shape: [data.length, 1], data });
    for (let i = 0; i < 4; i += 1) await fresh.app.inject({ method: 'POST', url: INFER, payload: { inputs: [column('a', [1, 30]), column('b', [1, 1])] } });
    const bins = (await fresh.metrics.registry.metrics()).split('\n').filter((line) => line.startsWith('trainyard_prediction_bins_total{')).sort();
    expect(bins).toEqual([`trainyard_prediction_bins_total{${labels},bin="1e0"} 2`, `trainyard_prediction_bins_total{${labels},bin="2e1"} 2`]);
    await fresh.app.close();
  });
});
