// Triton's binary tensor extension: bytes in, bytes out, and every way to get the lengths wrong.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Datatype } from '../protocol/datatypes.ts';
import { echo, half, ratio, species } from '../test/models.ts';
import { metric, serve, type TestServer } from '../test/serve.ts';

let server: TestServer;
const types: readonly Datatype[] = ['BOOL', 'UINT8', 'UINT16', 'UINT32', 'UINT64', 'INT8', 'INT16', 'INT32', 'INT64', 'FP16', 'FP32', 'FP64', 'BYTES'];

beforeAll(async () => {
  server = await serve({ ratio: ratio(), half: half(), species: species(), floats: echo(['FP32']), ...Object.fromEntries(types.map((type) => [`echo-${type}`, echo([type])])) });
});
afterAll(() => server.app.close());

const LENGTH = 'inference-header-content-length';

async function send(model: string, json: unknown, tails: readonly Buffer[] = [], headers: Record<string, string> = {}) {
  const head = Buffer.from(json === undefined ? '' : JSON.stringify(json));
  const answer = await server.app.inject({ method: 'POST', url: `/v2/models/${model}/infer`, payload: Buffer.concat([head, ...tails]), headers: { [LENGTH]: String(head.length), ...headers } });
  const length = answer.headers[LENGTH];
  const size = length === undefined ? answer.rawPayload.length : Number(length);
  return {
    status: answer.statusCode,
    type: answer.headers['content-type'],
    length,
    body: JSON.parse(answer.rawPayload.subarray(0, size).toString()) as Record<string, unknown>,
    tail: answer.rawPayload.subarray(size),
  };
}

const floats = (...values: number[]): Buffer => Buffer.from(Float32Array.from(values).buffer);
const texts = (...values: string[]): Buffer => Buffer.concat(values.flatMap((value) => [Buffer.from(Uint32Array.of(Buffer.byteLength(value)).buffer), Buffer.from(value)]));
const column = (name: string, size: number, rows = 1) => ({ name, datatype: 'FP32', shape: [rows, 1], parameters: { binary_data_size: size } });

const elements: Readonly<Record<Datatype, Buffer>> = {
  BOOL: Buffer.from([1, 0]),
  UINT8: Buffer.from([0, 255]),
  UINT16: Buffer.from(Uint16Array.of(1, 65_535).buffer),
  UINT32: Buffer.from(Uint32Array.of(1, 4_294_967_295).buffer),
  // Beyond 2^53, where JSON numbers end.
  UINT64: Buffer.from(BigUint64Array.of(1n, 18_446_744_073_709_551_615n).buffer),
  INT8: Buffer.from(Int8Array.of(-128, 127).buffer),
  INT16: Buffer.from(Int16Array.of(-32_768, 32_767).buffer),
  INT32: Buffer.from(Int32Array.of(-2_147_483_648, 2_147_483_647).buffer),
  INT64: Buffer.from(BigInt64Array.of(-9_223_372_036_854_775_808n, 9_007_199_254_740_993n).buffer),
  FP16: Buffer.from(Uint16Array.of(0x3c00, 0xc000).buffer),
  FP32: floats(0.1, -3.5e38 / 2),
  FP64: Buffer.from(Float64Array.of(0.1, -1e308).buffer),
  BYTES: texts('', 'Zürich ☃'),
};

describe('binary tensors', () => {
  test.each(types)('%s comes back byte by byte', async (datatype) => {
    const bytes = elements[datatype];
    const answer = await send(`echo-${datatype}`, {
      id: 'a',
      inputs: [{ name: `in ${datatype}`, datatype, shape: [1, 2], parameters: { binary_data_size: bytes.length } }],
      parameters: { binary_data_output: true },
    }, [bytes]);
    expect(answer.body).toEqual({
      model_name: `echo-${datatype}`, model_version: `echo-${datatype}-1`, id: 'a',
      outputs: [{ name: `out ${datatype}`, datatype, shape: [1, 2], parameters: { binary_data_size: bytes.length } }],
    });
    expect(answer.status).toBe(200);
    expect(answer.type).toBe('application/octet-stream');
    expect(answer.tail.equals(bytes)).toBe(true);
  });

  test('in the order of the inputs, some as bytes and some as JSON', async () => {
    const a = { name: 'a', datatype: 'FP32', shape: [2, 1], data: [1, 3] };
    const answer = await send('ratio', { inputs: [a, column('b', 8, 2)] }, [floats(2, 4)]);
    expect([answer.status, answer.type, answer.length]).toEqual([200, 'application/json; charset=utf-8', undefined]);
    expect(answer.body['outputs']).toEqual([{ name: 'prediction', datatype: 'FP32', shape: [2, 1], data: [0.5, 0.75] }]);
    const swapped = await send('ratio', { inputs: [column('b', 4), column('a', 4)] }, [floats(2), floats(1)]);
    expect(swapped.body['outputs']).toMatchObject([{ data: [0.5] }]);
  });

  test('an output\'s own flag wins over that of the request', async () => {
    const inputs = [{ name: 'x', datatype: 'FP32', shape: [1, 1], data: [0.5] }];
    const ask = (all: unknown, full: unknown, halfFlag: unknown) =>
      send('half', { inputs, parameters: { binary_data_output: all }, outputs: [{ name: 'half', parameters: { binary_data: halfFlag } }, { name: 'full', parameters: { binary_data: full } }] });
    const mixed = await ask(false, false, true);
    expect(mixed.body['outputs']).toEqual([
      { name: 'half', datatype: 'FP16', shape: [1, 1], parameters: { binary_data_size: 2 } },
      { name: 'full', datatype: 'FP32', shape: [1, 1], data: [0.5] },
    ]);
    expect(mixed.tail.equals(Buffer.from(Uint16Array.of(0x3800).buffer))).toBe(true);
    expect((await ask(true, false, undefined)).tail.length).toBe(2);
    expect((await ask(true, undefined, undefined)).tail.length).toBe(6);
    expect((await ask(true, undefined, false)).body).toEqual({ error: expect.stringContaining('output "half" is FP16') });
  });

  test('a body without any JSON is the only input', async () => {
    const answer = await send('floats', undefined, [floats(1, 2, 3, 4)]);
    expect(answer.body['outputs']).toEqual([{ name: 'out FP32', datatype: 'FP32', shape: [2, 2], data: [1, 2, 3, 4] }]);
    expect((await send('floats', undefined, [floats(1, 2, 3)])).body).toEqual({ error: expect.stringContaining('12 bytes of binary data, but its shape [1,2] needs 8') });
    expect((await send('floats', undefined, [])).status).toBe(400);
    const halves = await send('echo-FP16', undefined, [Buffer.from(Uint16Array.of(1, 2).buffer)]);
    expect([halves.status, [...halves.tail]]).toEqual([200, [1, 0, 2, 0]]);
    expect((await send('ratio', undefined, [floats(1)])).body).toEqual({ error: 'a body without JSON needs a model of one input; this one has 2' });
  });

  test('NaN is a missing value, and an output that is not finite goes as it is and is counted', async () => {
    const before = await metric(server, 'trainyard_invalid_outputs_total{model="ratio",version="ratio-1",revision="ratio-ab12cd34"}');
    const answer = await send('ratio', { inputs: [column('a', 8, 2), column('b', 8, 2)], parameters: { binary_data_output: true } }, [floats(1, NaN), floats(0, 1)]);
    expect(answer.status).toBe(200);
    expect([...new Float32Array(Uint8Array.from(answer.tail).buffer)]).toEqual([Infinity, NaN]);
    expect(await metric(server, 'trainyard_invalid_outputs_total{model="ratio",version="ratio-1",revision="ratio-ab12cd34"}')).toBe((before ?? 0) + 1);
  });

  test.each<[string, string, unknown, readonly Buffer[], Record<string, string>, string]>([
    ['a header that is no number', 'floats', {}, [], { [LENGTH]: 'ten' }, 'header inference-header-content-length is "ten"'],
    ['a negative header', 'floats', {}, [], { [LENGTH]: '-1' }, 'header inference-header-content-length is "-1"'],
    ['a header longer than the body', 'floats', {}, [], { [LENGTH]: '1000' }, 'up to the length of the body, 2'],
    ['JSON that is cut off', 'floats', { inputs: [] }, [], { [LENGTH]: '5' }, 'the body is not valid JSON'],
    ['bytes that are missing', 'ratio', { inputs: [column('a', 4), column('b', 4)] }, [floats(1)], {}, 'input "b" announces 4 bytes of binary data, but the body has 0 left'],
    ['bytes too many', 'ratio', { inputs: [column('a', 4), column('b', 4)] }, [floats(1, 2, 3)], {}, 'the body ends with 4 bytes that belong to no input'],
    ['bytes that are not the shape\'s', 'ratio', { inputs: [column('a', 8), column('b', 4)] }, [floats(1, 2, 3)], {}, 'input "a" has 8 bytes of binary data, but its shape [1,1] needs 4'],
    ['a size that is no number', 'ratio', { inputs: [{ ...column('a', 4), parameters: { binary_data_size: '4' } }] }, [floats(1)], {}, '"binary_data_size" must be a whole number of bytes, not "4"'],
    ['a negative size', 'ratio', { inputs: [column('a', -4)] }, [], {}, '"binary_data_size" must be a whole number of bytes, not -4'],
    ['data and bytes', 'ratio', { inputs: [{ ...column('a', 4), data: [1] }] }, [floats(1)], {}, 'input "a" has both "data" and binary data'],
    ['rows that differ', 'ratio', { inputs: [column('a', 4), column('b', 8, 2)] }, [floats(1, 2, 3)], {}, 'input "b" has 2 rows, but input "a" has 1'],
    ['a boolean of two', 'echo-BOOL', { inputs: [{ name: 'in BOOL', datatype: 'BOOL', shape: [1, 2], parameters: { binary_data_size: 2 } }] }, [Buffer.from([1, 2])], {}, 'byte 1 of the binary data is 2, expected 0 or 1'],
    ['FP16 as JSON', 'echo-FP16', { inputs: [{ name: 'in FP16', datatype: 'FP16', shape: [1, 2], data: [1, 2] }], parameters: { binary_data_output: true } }, [], {}, 'input "in FP16" is FP16, which the V2 protocol does not carry in JSON'],
    ['a flag that is no boolean', 'floats', { inputs: [], parameters: { binary_data_output: 1 } }, [], {}, '"binary_data_output" must be true or false, not 1'],
  ])('refuses %s', async (_name, model, json, tails, headers, message) => {
    const answer = await send(model, json, tails, headers);
    expect(answer.body).toEqual({ error: expect.stringContaining(message) });
    expect(answer.status).toBe(400);
  });

  test.each<[string, Buffer, string]>([
    ['no length', Buffer.from([1, 0, 0]), 'index 0 of the binary data is missing'],
    ['a length beyond the end', Buffer.from([9, 0, 0, 0, 65, 0, 0, 0]), 'index 0 of the binary data says 9 bytes, and there are 4'],
    ['one text too few', texts('abcdefgh'), 'index 1 of the binary data is missing'],
    ['one text too many', texts('a', 'b', 'c'), 'index 2 of the binary data is one too many: 5 bytes are left'],
    ['no UTF-8', Buffer.from([1, 0, 0, 0, 0xff, 0, 0, 0, 0]), 'index 0 of the binary data is not UTF-8 text'],
    ['a NUL', texts('a\0b', ''), 'index 0 of the binary data is not UTF-8 text without NUL'],
  ])('refuses texts with %s', async (_name, bytes, message) => {
    const answer = await send('echo-BYTES', { inputs: [{ name: 'in BYTES', datatype: 'BYTES', shape: [1, 2], parameters: { binary_data_size: bytes.length } }] }, [bytes]);
    expect(answer.body).toEqual({ error: expect.stringContaining(message) });
    expect(answer.status).toBe(400);
  });

  test('a shape that would cost more memory than its body is refused before any is taken', async () => {
    const answer = await send('echo-BYTES', { inputs: [{ name: 'in BYTES', datatype: 'BYTES', shape: [2 ** 40, 2], parameters: { binary_data_size: 4 } }] }, [Buffer.alloc(4)]);
    expect([answer.status, answer.body]).toEqual([400, { error: expect.stringContaining('is missing') }]);
  });
});
