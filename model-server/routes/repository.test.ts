import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { ratio, species } from '../test/models.ts';
import { listen, serve, type TestServer } from '../test/serve.ts';

let server: TestServer;
beforeEach(async () => {
  server = await serve({ ratio: ratio(), species: species() });
});
afterEach(() => server.app.close());

async function post(url: string, payload?: unknown, at = server) {
  const answer = await at.app.inject({ method: 'POST', url, ...(payload === undefined ? {} : { payload: JSON.stringify(payload) }) });
  return [answer.statusCode, answer.json<unknown>()] as const;
}

const ask = (): ReturnType<typeof post> => post('/predict/ratio', { a: 1, b: 2 });
const ready = async (url: string): Promise<number> => (await server.app.inject(url)).statusCode;

describe('the model repository', () => {
  test('lists what is served, and in which state', async () => {
    expect(await post('/v2/repository/index')).toEqual([200, [
      { name: 'ratio', version: 'ratio-1', state: 'READY', reason: '' },
      { name: 'species', version: 'species-1', state: 'READY', reason: '' },
    ]]);
    await post('/v2/repository/models/species/unload');
    expect(await post('/v2/repository/index', {})).toEqual([200, [expect.objectContaining({ name: 'ratio' }), { name: 'species', version: 'species-1', state: 'UNAVAILABLE', reason: 'it was unloaded' }]]);
    expect(await post('/v2/repository/index', { ready: true })).toEqual([200, [expect.objectContaining({ name: 'ratio' })]]);
    expect(await post('/v2/repository/index', { ready: 'yes' })).toEqual([400, { error: '"ready" must be true or false, not "yes"' }]);
  });

  test('unloads a model and loads it again; the others and the server stay ready', async () => {
    expect(await post('/v2/repository/models/ratio/unload', { parameters: { unload_dependents: true } })).toEqual([200, {}]);
    expect(await ask()).toEqual([503, { error: 'model "ratio" is not ready: it was unloaded' }]);
    expect([await ready('/v2/models/ratio/ready'), await ready('/v2/models/species/ready'), await ready('/v2/health/ready')]).toEqual([503, 200, 200]);
    expect(await post('/v2/repository/models/ratio/unload')).toEqual([200, {}]);
    expect(await post('/v2/repository/models/ratio/load')).toEqual([200, {}]);
    expect((await ask())[0]).toBe(200);
    expect(await ready('/v2/models/ratio/ready')).toBe(200);
    expect(await post('/v2/repository/models/ratio/load')).toEqual([200, {}]);
  });

  test('answers what it has begun before a model goes', async () => {
    const asked = Array.from({ length: 20 }, () => ask());
    await Promise.resolve();
    const [gone, ...answers] = await Promise.all([post('/v2/repository/models/ratio/unload'), ...asked]);
    expect(gone).toEqual([200, {}]);
    expect(answers.every(([status]) => status === 200 || status === 503)).toBe(true);
  });

  test.each<[string, string, unknown, number, string]>([
    ['a model that it does not have', 'nobody/load', {}, 404, 'no model named "nobody" here'],
    ['files of somebody', 'ratio/load', { parameters: { 'file:1/model.onnx': 'AAAA' } }, 400, '"parameters.file:1/model.onnx" must be left out'],
    ['a body that is no object', 'ratio/load', [], 400, 'the body must be a JSON object'],
  ])('refuses %s', async (_name, path, payload, status, message) => {
    expect(await post(`/v2/repository/models/${path}`, payload)).toEqual([status, { error: expect.stringContaining(message) }]);
  });

  test('changes nothing where the process was not told to allow it', async () => {
    const closed = listen(server.models.all.map(({ spec }) => spec), { control: 'None' });
    expect(await post('/v2/repository/models/ratio/unload', {}, closed)).toEqual([403, { error: expect.stringContaining('MODEL_CONTROL') }]);
    expect((await post('/v2/repository/index', {}, closed))[0]).toBe(200);
    await closed.app.close();
  });
});
