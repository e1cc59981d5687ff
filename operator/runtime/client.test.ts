import { afterEach, describe, expect, it } from 'vitest';
import { createClient } from './client.ts';
import { ApiError, isAlreadyExists, isConflict, isForbidden, isGone, isInvalid, isNotFound, isNotLeading, isTooManyRequests, isUnanswered } from './errors.ts';
import type { FaultReply, FaultRequest, FaultServer } from './testing/fault-server.ts';
import { startFaultServer } from './testing/fault-server.ts';
import { configMap, configMapType } from './testing/samples.ts';
import type { ConfigMap } from './testing/samples.ts';
import { eventually, seriesValue, silentSurroundings } from './testing/silent.ts';

const key = { namespace: 'default', name: 'a' };
const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function setUp(respond: (request: FaultRequest, reply: FaultReply, nth: number) => void, policy = {}) {
  let nth = 0;
  const server: FaultServer = await startFaultServer((request, reply) => respond(request, reply, (nth += 1)));
  const surroundings = silentSurroundings();
  const client = createClient({ kubeConfig: server.kubeConfig(), ...surroundings, policy: { backoffMs: 5, deadlineMs: 2_000, ...policy } });
  cleanups.push(() => server.close(), () => client.close());
  return { server, client, metrics: surroundings.metrics };
}

async function failure(call: Promise<unknown>): Promise<ApiError> {
  const error: unknown = await call.then(() => undefined, (thrown: unknown) => thrown);
  if (!(error instanceof ApiError)) throw new Error('expected an ApiError', { cause: error });
  return error;
}

describe('requests', () => {
  it('reuses a few connections for many calls', async () => {
    const { server, client } = await setUp((_request, reply) => reply.json(200, configMap('a')));
    for (let call = 0; call < 100; call += 1) await client.get(configMapType, key);
    expect(server.connections).toBeLessThanOrEqual(2); // undici frees a connection a tick after its body has ended
    await Promise.all(Array.from({ length: 200 }, () => client.get(configMapType, key)));
    expect(server.connections).toBeLessThanOrEqual(16);
  });

  it('sends credentials, paths and bodies as the API wants them', async () => {
    const { server, client } = await setUp((_request, reply) => reply.json(200, configMap('a')));
    const object = configMap('a');
    const deployment = { group: 'apps', version: 'v1', kind: 'Deployment', plural: 'deployments', namespaced: true };
    await client.create(configMapType, object);
    await client.apply<ConfigMap>(configMapType, object, { fieldManager: 'm' });
    await client.applyStatus<ConfigMap>(configMapType, object, { fieldManager: 'm' });
    await client.patch(deployment, key, { spec: { replicas: 1 } }, { subresource: 'scale' });
    await client.replace(configMapType, object);
    await client.delete(deployment, key, { uid: 'u', resourceVersion: '7', propagationPolicy: 'Foreground' });
    const seen = server.requests.map((one) => [one.method, one.path, one.query.toString(), one.headers['content-type'] ?? '']);
    const a = '/api/v1/namespaces/default/configmaps/a';
    const d = '/apis/apps/v1/namespaces/default/deployments/a';
    expect(seen).toEqual([
      ['POST', '/api/v1/namespaces/default/configmaps', '', 'application/json'],
      ['PATCH', a, 'fieldManager=m&force=true', 'application/apply-patch+yaml'],
      ['PATCH', `${a}/status`, 'fieldManager=m&force=true', 'application/apply-patch+yaml'],
      ['PATCH', `${d}/scale`, '', 'application/merge-patch+json'],
      ['PUT', a, '', 'application/json'],
      ['DELETE', d, '', 'application/json'],
    ]);
    expect(JSON.parse(server.requests[5]?.body ?? '')).toEqual({ apiVersion: 'v1', kind: 'DeleteOptions', propagationPolicy: 'Foreground', preconditions: { uid: 'u', resourceVersion: '7' } });
    expect(server.requests.every((one) => one.headers.authorization === 'Bearer test-token')).toBe(true);
  });

  it('takes 404 for absent on get and for success on delete, and for an error elsewhere', async () => {
    const { client } = await setUp((_request, reply) => reply.fail(404, 'NotFound'));
    expect(await client.get(configMapType, key)).toBeUndefined();
    await client.delete(configMapType, key);
    expect(isNotFound(await failure(client.patch(configMapType, key, {})))).toBe(true);
  });

  it('refuses a namespaced object without a namespace before anything is sent', async () => {
    const { server, client } = await setUp((_request, reply) => reply.json(200, {}));
    await expect(client.get(configMapType, { namespace: '', name: 'a' })).rejects.toThrow('needs a namespace');
    expect(server.requests).toEqual([]);
  });
});

describe('lists', () => {
  it('reads pages of 500 and gives every item its apiVersion and kind', async () => {
    const { server, client } = await setUp((request, reply) => {
      const second = request.query.get('continue') === 'next';
      const { apiVersion: _version, kind: _kind, ...bare } = configMap(second ? 'b' : 'a');
      reply.json(200, { metadata: { resourceVersion: '9', ...(second ? {} : { continue: 'next' }) }, items: [bare] });
    });
    const { items, resourceVersion } = await client.list<ConfigMap>(configMapType, { namespace: 'default', labelSelector: 'x=y' });
    expect([items.map((one) => `${one.apiVersion} ${one.kind} ${one.metadata.name}`), resourceVersion]).toEqual([['v1 ConfigMap a', 'v1 ConfigMap b'], '9']);
    expect(server.requests.map((one) => one.query.toString())).toEqual(['labelSelector=x%3Dy&limit=500', 'labelSelector=x%3Dy&limit=500&continue=next']);
  });

  it('lists without pages when the continue token expires half-way', async () => {
    const { client } = await setUp((request, reply) => {
      if (request.query.has('continue')) reply.fail(410, 'Expired');
      else reply.json(200, { metadata: { resourceVersion: '9', ...(request.query.has('limit') ? { continue: 'next' } : {}) }, items: [configMap('a'), configMap('b')] });
    });
    expect((await client.list(configMapType)).items).toHaveLength(2);
  });

  it('takes null items for none', async () => {
    const { client } = await setUp((_request, reply) => reply.json(200, { metadata: { resourceVersion: '1' }, items: null }));
    expect((await client.list(configMapType)).items).toEqual([]);
  });
});

describe('errors', () => {
  it.each([
    [403, 'Forbidden', isForbidden],
    [409, 'Conflict', isConflict],
    [409, 'AlreadyExists', isAlreadyExists],
    [410, 'Expired', isGone],
    [410, 'Gone', isGone],
    [422, 'Invalid', isInvalid],
    [429, 'TooManyRequests', isTooManyRequests],
  ] as const)('%i %s is recognised, and only as that', async (status, reason, recognises) => {
    const { client } = await setUp((_request, reply) => reply.fail(status, reason), { attempts: 1 });
    const error = await failure(client.create(configMapType, configMap('a')));
    expect(error).toMatchObject({ status, reason, message: `POST /api/v1/namespaces/default/configmaps: ${reason} on purpose` });
    const all = [isNotFound, isForbidden, isConflict, isAlreadyExists, isGone, isInvalid, isTooManyRequests, isUnanswered];
    expect(all.filter((one) => one(error))).toEqual([recognises]);
  });

  it('keeps a piece of an answer that is no Status', async () => {
    const { client } = await setUp((_request, reply) => reply.text(404, '<html>no such page</html>'));
    const error = await failure(client.replace(configMapType, configMap('a')));
    expect([error.message, isNotFound(error)]).toEqual(['PUT /api/v1/namespaces/default/configmaps/a: <html>no such page</html>', true]);
  });

  it('says so when a good status comes with a bad body', async () => {
    const { client } = await setUp((_request, reply) => reply.text(200, '<html>'), { attempts: 1 });
    expect((await failure(client.get(configMapType, key))).message).toContain('a body that is not JSON');
  });
});

describe('retries', () => {
  it.each([429, 500, 503, 504])('repeats an idempotent call after %i', async (status) => {
    const { client, metrics } = await setUp((_request, reply, nth) => (nth < 3 ? reply.fail(status, 'Trouble') : reply.json(200, configMap('a'))));
    expect((await client.apply<ConfigMap>(configMapType, configMap('a'), { fieldManager: 'm' })).metadata.name).toBe('a');
    expect(await seriesValue(metrics, 'rest_client_requests_total', { method: 'PATCH', code: String(status) })).toBe(2);
    expect(await seriesValue(metrics, 'rest_client_requests_total', { method: 'PATCH', code: '200' })).toBe(1);
  });

  it('repeats an idempotent call after a reset connection', async () => {
    const { client, metrics } = await setUp((_request, reply, nth) => (nth < 3 ? reply.reset() : reply.json(200, configMap('a'))));
    expect(await client.get(configMapType, key)).toMatchObject({ metadata: { name: 'a' } });
    expect(await seriesValue(metrics, 'rest_client_requests_total', { method: 'GET', code: '<error>' })).toBe(2);
  });

  it('never repeats a create whose answer was lost, and repeats one that was refused by 429', async () => {
    const reset = await setUp((_request, reply) => reply.reset());
    expect(isUnanswered(await failure(reset.client.create(configMapType, configMap('a'))))).toBe(true);
    expect(reset.server.requests).toHaveLength(1);
    const busy = await setUp((_request, reply, nth) => (nth === 1 ? reply.fail(429, 'TooManyRequests') : reply.json(201, configMap('a'))));
    await busy.client.create(configMapType, configMap('a'));
    expect(busy.server.requests).toHaveLength(2);
  });

  it('gives up after a bounded number of attempts', async () => {
    const { server, client } = await setUp((_request, reply) => reply.fail(503, 'ServiceUnavailable'), { attempts: 4 });
    expect((await failure(client.get(configMapType, key))).status).toBe(503);
    expect(server.requests).toHaveLength(4);
  });

  it('waits as long as Retry-After asks', async () => {
    const { client } = await setUp((_request, reply, nth) => (nth === 1 ? reply.fail(429, 'TooManyRequests', { 'retry-after': '1' }) : reply.json(200, configMap('a'))));
    const began = performance.now();
    await client.get(configMapType, key);
    expect(performance.now() - began).toBeGreaterThanOrEqual(990);
  });

  it('hands a long Retry-After to its caller instead of sleeping', async () => {
    const { server, client } = await setUp((_request, reply) => reply.fail(429, 'TooManyRequests', { 'retry-after': '120' }));
    expect((await failure(client.get(configMapType, key))).retryAfterMs).toBe(120_000);
    expect(server.requests).toHaveLength(1);
  });
});

describe('deadlines', () => {
  it('end a call that is never answered', async () => {
    const { client } = await setUp(() => undefined, { deadlineMs: 50, attempts: 1 });
    expect(await failure(client.get(configMapType, key))).toMatchObject({ status: 0, reason: 'DeadlineExceeded' });
  });

  it('end a call whose body stops half-way', async () => {
    const { client } = await setUp((_request, reply) => reply.write('{"kind":'), { deadlineMs: 50, attempts: 1 });
    expect(await failure(client.get(configMapType, key))).toMatchObject({ status: 0, reason: 'DeadlineExceeded' });
  });

  it('say what they were for', async () => {
    const { client } = await setUp(() => undefined, { deadlineMs: 20, attempts: 1 });
    const error = await failure(client.get(configMapType, key));
    expect(error.message).toBe('GET /api/v1/namespaces/default/configmaps/a: no answer within 20 ms');
    expect(error.cause).toBeDefined();
  });

  it('hold for watches until the first answer only', async () => {
    const { client } = await setUp((_request, reply) => void setTimeout(() => reply.write('x\n'), 100), { deadlineMs: 5_000 });
    const silent = await setUp(() => undefined, { deadlineMs: 30 });
    const options = { resourceVersion: '1', timeoutSeconds: 10, signal: new AbortController().signal };
    expect(await failure(silent.client.watch(configMapType, options))).toMatchObject({ reason: 'DeadlineExceeded' });
    const stream = await client.watch(configMapType, options);
    stream.abort();
  });
});

describe('the write guard', () => {
  const refused = (): ApiError => new ApiError({ status: 0, reason: 'NotLeading', message: 'not any more' });

  it('refuses every changing call before anything is sent, without a retry, and lets reads pass', async () => {
    const { server, client } = await setUp((_request, reply) => reply.json(200, configMap('a')));
    const lease = client.withPolicy({ guarded: false });
    const other = client.withPolicy({ attempts: 3 }); // made before the guard, and guarded all the same
    let asked = 0;
    client.guardWrites(() => {
      asked += 1;
      return refused();
    });
    const object = configMap('a');
    const calls = [() => client.create(configMapType, object), () => client.apply<ConfigMap>(configMapType, object, { fieldManager: 'm' }), () => client.applyStatus<ConfigMap>(configMapType, object, { fieldManager: 'm' }), () => client.patch(configMapType, key, {}), () => client.replace(configMapType, object), () => client.delete(configMapType, key), () => other.patch(configMapType, key, {})];
    for (const call of calls) {
      const error = await failure(call());
      expect([isNotLeading(error), isUnanswered(error)]).toEqual([true, false]);
    }
    expect([server.requests, asked]).toEqual([[], calls.length]);
    await client.get(configMapType, key);
    await lease.replace(configMapType, object);
    expect(server.requests.map((one) => one.method)).toEqual(['GET', 'PUT']);
  });

  it('asks again right before the bytes are written: a call that waited for a connection is not sent', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const { server, client } = await setUp((_request, reply) => void held.then(() => reply.json(200, configMap('a'))));
    let leading = true;
    client.guardWrites(() => (leading ? undefined : refused()));
    // Sixteen connections, all busy: the seventeenth call waits inside of the pool.
    const busy = Array.from({ length: 16 }, () => client.get(configMapType, key));
    await eventually(() => server.requests.length === 16);
    const waiting = failure(client.patch(configMapType, key, {}));
    await new Promise((resolve) => setTimeout(resolve, 50));
    leading = false;
    release();
    expect(isNotLeading(await waiting)).toBe(true);
    await Promise.all(busy);
    expect(server.requests.map((one) => one.method)).toEqual(Array.from({ length: 16 }, () => 'GET'));
    leading = true;
    await client.patch(configMapType, key, {});
    expect(server.requests.at(-1)?.method).toBe('PATCH');
  });
});
