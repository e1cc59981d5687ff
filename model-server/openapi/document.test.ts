import { Validator } from '@seriousme/openapi-schema-validator';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { requestErrors } from '../errors.ts';
import { loadModel } from '../model/load.ts';
import { categorical, numeric, withBaseline } from '../test/baseline.ts';
import { createChecker, operationsIn, type Document } from '../test/document.ts';
import { echo, half, lookup, ratio, species, store, tumour } from '../test/models.ts';
import { listen, loadDeps, serve, type TestServer } from '../test/serve.ts';
import { describeServer } from './describe-server.ts';

const JSON_DATATYPES = ['BOOL', 'UINT8', 'UINT16', 'UINT32', 'UINT64', 'INT8', 'INT16', 'INT32', 'INT64', 'FP32', 'FP64', 'BYTES'] as const;
const BASELINE = [numeric('mean radius', [1, 2.5, 3]), numeric('mean texture', []), categorical('stage', { early: 30, late: 90, rare: 9 }), numeric('visits', [2.4])];

let server: TestServer;
let document: Document;
beforeAll(async () => {
  server = await serve({
    tumour: withBaseline(tumour(), BASELINE), species: species(), ratio: ratio(), lookup: lookup(), half: half(), echo: echo(JSON_DATATYPES), 'a name: {of} 100%/ASCII?': ratio(), 'a_name__of__100__ASCII_': ratio(),
  }, {}, { control: 'None' });
  document = await get(server.app);
});
afterAll(() => server.app.close());

async function get(app: FastifyInstance): Promise<Document> {
  const answer = await app.inject('/openapi.json');
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
  return answer.json();
}

async function problems(of: object): Promise<unknown> {
  const { valid, errors } = await new Validator().validate(structuredClone(of) as Record<string, unknown>);
  return valid ? [] : errors;
}

describe('GET /openapi.json', () => {
  test('is a valid OpenAPI 3.1 document', async () => {
    expect(await problems(document)).toEqual([]);
    expect(document).toMatchObject({ openapi: '3.1.1', info: { version: '0.0.0-test' } });
  });

  test('is valid without one loaded model too', async () => {
    const models = server.models.all.map(({ spec }) => ({ name: spec.name, version: spec.version, revision: spec.revision }));
    const described = describeServer({ version: '1', models }) as { paths: object };
    expect(await problems(described)).toEqual([]);
    expect(Object.keys(described.paths)).toEqual(expect.arrayContaining(Object.keys(document.paths)));
  });

  test('has the paths of each version of a model, and those without a version once', async () => {
    const version = (name: string) => ({ name: 'm', version: name, revision: `m-${name}` });
    const described = describeServer({ version: '1', models: [version('1'), version('2')] }) as unknown as Document & { tags: unknown[] };
    expect(await problems(described)).toEqual([]);
    expect(Object.keys(described.paths).filter((path) => path.endsWith('/infer'))).toEqual(['/v2/models/m/infer', '/v2/models/m/versions/1/infer', '/v2/models/m/versions/2/infer']);
    const ids = operationsIn(described).map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(described.tags).toHaveLength(3);
  });

  test('gives no two operations one name', () => {
    const ids = operationsIn(document).map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('has every path of every model, and none that is not there', async () => {
    const routes = ['/v2', '/v2/health/live', '/v2/health/ready', '/openapi.json', '/predict', '/feedback', '/v2/repository/index'];
    const tabular = (name: string) => !['half', 'echo'].includes(name);
    for (const { spec } of server.models.all) {
      const name = encodeURIComponent(spec.name);
      for (const path of [`/v2/models/${name}`, `/v2/models/${name}/versions/${encodeURIComponent(spec.version)}`]) routes.push(path, `${path}/ready`, `${path}/infer`);
      routes.push(...(tabular(spec.name) ? [`/predict/${name}`] : []), `/feedback/${name}`, `/v2/repository/models/${name}/load`, `/v2/repository/models/${name}/unload`);
    }
    expect(Object.keys(document.paths).sort()).toEqual(routes.sort());
    for (const { path, method } of operationsIn(document)) expect([path, (await server.app.inject({ method, url: path })).statusCode]).toEqual([path, /(un)?load$/.test(path) ? 403 : method === 'GET' || path.endsWith('/index') ? 200 : 400]);
  });

  test('knows every path that the server answers', () => {
    // The tree of routes as Fastify prints it, without the routes of other methods, which answer 405.
    const known = server.app.printRoutes({ commonPrefix: false }).split('\n').filter((line) => / \((?:.*, )?(?:GET|POST)/.test(line)).length;
    const kinds = new Set(Object.keys(document.paths).map((path) => path.replace(/^(.*\/(?:models|predict|feedback))\/[^/]+/, '$1/:model').replace(/\/versions\/[^/]+/, '/versions/:version')));
    expect(kinds.size).toBe(known);
  });

  test('is the same text until a model changes', async () => {
    const spec = await store(ratio(), 'ratio');
    const fresh = listen([spec]);
    const before = await fresh.app.inject('/openapi.json');
    expect((before.json<Document>()).paths['/predict']?.['post']?.requestBody?.content['application/json']).toEqual({ schema: { $ref: '#/components/schemas/PredictRequest' } });
    expect(await problems(before.json())).toEqual([]);
    await loadModel(loadDeps, fresh.models.first, new AbortController().signal);
    const after = await fresh.app.inject('/openapi.json');
    expect(after.json<Document>().paths['/predict']?.['post']?.requestBody?.content['application/json'].examples).toBeDefined();
    expect((await fresh.app.inject('/openapi.json')).body).toBe(after.body);
    await fresh.app.close();
  });
});

describe('the examples', () => {
  test('are answered with 200, and each answer is as the document says', async () => {
    const check = createChecker(document);
    let sent = 0;
    // Loading and unloading is refused here; routes/repository.test.ts does it.
    for (const { path, method, operation } of operationsIn(document).filter(({ path: one }) => !/(un)?load$/.test(one))) {
      const examples = operation.requestBody?.content['application/json'].examples ?? { none: { value: undefined } };
      for (const [name, { value }] of Object.entries(examples)) {
        const answer = await server.app.inject({ method, url: path, ...(value === undefined ? {} : { payload: value as object }) });
        expect([path, name, answer.statusCode, answer.body]).toEqual([path, name, 200, answer.body]);
        expect([path, check.answer(operation, 200, answer.headers, answer.json())]).toEqual([path, []]);
        if (value !== undefined) expect([path, check.request(operation, value)]).toEqual([path, []]);
        sent++;
      }
    }
    // 5 of the server's own, 7 a model, /predict of the 6 tabular ones with two examples each, and 3 of paths without a name.
    expect(sent).toBe(5 + 8 * 7 + 6 * 2 + 3);
  });

  test('of answers have the form that they are said to have', () => {
    const check = createChecker(document);
    const headers = { 'content-type': 'application/json; charset=utf-8', 'x-request-id': '1', 'x-trainyard-version': '1', 'x-trainyard-revision': '1' };
    for (const { path, operation } of operationsIn(document)) {
      const { content } = operation.responses['200'] as unknown as { content: { 'application/json': { examples?: Record<string, { value: unknown }> } } };
      for (const { value } of Object.values(content['application/json'].examples ?? {})) expect([path, check.answer(operation, 200, headers, value)]).toEqual([path, []]);
    }
  });

  test('take usual values of the training rows', () => {
    const { examples } = document.paths['/predict']!['post']!.requestBody!.content['application/json'];
    expect(examples?.['rows']?.value).toEqual({
      rows: [{ 'mean radius': 2.5, 'mean texture': 1, stage: 'late', visits: 2 }, { 'mean radius': 1, 'mean texture': 1, stage: 'early', visits: 2 }],
    });
  });

  test('take no category that few training rows had', async () => {
    const fresh = await serve({ tumour: withBaseline(tumour(), [categorical('stage', { 'Jane Doe': 9 })]) });
    expect(JSON.stringify(await get(fresh.app))).not.toContain('Jane Doe');
    await fresh.app.close();
  });

  test('ask a model for what JSON can carry only', () => {
    const { examples, schema } = document.paths['/v2/models/half/infer']!['post']!.requestBody!.content['application/json'];
    expect(examples?.['tensors']?.value).toMatchObject({ outputs: [{ name: 'full' }] });
    expect(schema).toEqual({ $ref: '#/components/schemas/half.InferRequest' });
    expect(document.components['schemas']?.['half.InferRequest']).toMatchObject({ required: ['inputs', 'outputs'] });
  });
});

describe('errors', () => {
  test('of every status have a response, and each of its texts is there', () => {
    const described = JSON.stringify(document.components['responses']);
    for (const { text } of Object.values(requestErrors)) expect(described).toContain(JSON.stringify(text).slice(1, -1));
  });

  test.each<[string, string, unknown, Record<string, string>, number]>([
    ['a body that is no JSON', '/predict', '{', {}, 400],
    ['a wrong column', '/predict', { x: 1 }, {}, 400],
    ['a wrong input', '/v2/models/tumour/infer', { inputs: [] }, {}, 400],
    ['no output that JSON carries', '/v2/models/half/infer', { inputs: [{ name: 'x', datatype: 'FP32', shape: [1, 1], data: [1] }] }, {}, 400],
    ['a reward that is none', '/feedback', { reward: 'high' }, {}, 400],
    ['too large a body', '/predict', 'x'.repeat(5_000_000), {}, 413],
    ['a compressed body', '/predict/species', {}, { 'content-encoding': 'gzip' }, 415],
    ['what the graph fails on', '/predict/lookup', { index: 7 }, {}, 500],
    ['what has no finite answer', '/predict/ratio', { a: 1, b: 0 }, {}, 500],
  ])('are answered as the document says: %s', async (_name, url, payload, headers, status) => {
    const answer = await server.app.inject({ method: 'POST', url, payload: payload as object, headers });
    expect(answer.statusCode).toBe(status);
    expect(createChecker(document).answer(document.paths[url]!['post']!, status, answer.headers, answer.json())).toEqual([]);
  });

  test('of a model that is not loaded yet are answered as the document says', async () => {
    const fresh = listen([await store(tumour(), 'tumour')]);
    const before = await get(fresh.app);
    const check = createChecker(before);
    const waiting = operationsIn(before).filter(({ path }) => !/^\/(feedback|v2\/repository)/.test(path) && !['/v2', '/v2/health/live', '/openapi.json'].includes(path));
    expect(waiting).toHaveLength(9);
    for (const { path, method, operation } of waiting) {
      const answer = await fresh.app.inject({ method, url: path, ...(method === 'POST' ? { payload: {} } : {}) });
      expect([path, answer.statusCode, check.answer(operation, 503, answer.headers, answer.json())]).toEqual([path, 503, []]);
    }
    await fresh.app.close();
  });
});

describe('the schema of feedback', () => {
  test.each<[unknown, boolean]>([
    [{ reward: 1 }, true], [{ reward: -1e9, revision: 'tumour-ab12cd34', requestId: 'a' }, true], [{ reward: 0, revision: 'tumour-00000000' }, true],
    [{ reward: 0, revision: 'other-00000000' }, false], [{ reward: 0, revision: 'tumour-1' }, false], [{ reward: 2e9 }, false], [{}, false], [{ reward: 0, requestId: '' }, false],
  ])('says of %j what the server says: %s', async (payload, valid) => {
    expect(createChecker(document).request(document.paths['/feedback']!['post']!, payload)).toHaveLength(valid ? 0 : 1);
    expect((await server.app.inject({ method: 'POST', url: '/feedback', payload: payload as object })).statusCode).toBe(valid ? 200 : 400);
  });
});
