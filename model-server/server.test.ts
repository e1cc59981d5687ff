import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { loadError } from './errors.ts';
import { createMetricsServer } from './metrics-server.ts';
import { ratio, store, tumour } from './test/models.ts';
import { listen, metric, serve, silent, type TestServer } from './test/serve.ts';

let server: TestServer;
beforeAll(async () => {
  server = await serve({ tumour: tumour() });
});
afterAll(() => server.app.close());

describe('the V2 API', () => {
  test.each<[string, string, unknown]>([
    ['the server', '/v2', { name: 'trainyard', version: '0.0.0-test', extensions: ['binary_tensor_data', 'model_repository'] }],
    ['the server, with a slash', '/v2/', { name: 'trainyard', version: '0.0.0-test', extensions: ['binary_tensor_data', 'model_repository'] }],
    ['that it lives', '/v2/health/live', { live: true }],
    ['that it is ready', '/v2/health/ready', { ready: true }],
    ['that a model is ready', '/v2/models/tumour/ready', { name: 'tumour', ready: true }],
    ['that a version is ready', '/v2/models/tumour/versions/tumour-1/ready', { name: 'tumour', ready: true }],
  ])('tells %s', async (_name, url, body) => {
    const answer = await server.app.inject(url);
    expect([answer.statusCode, answer.json()]).toEqual([200, body]);
  });

  test.each(['/v2/models/tumour', '/v2/models/tumour/versions/tumour-1'])('describes the model at %s', async (url) => {
    expect((await server.app.inject(url)).json()).toEqual({
      name: 'tumour', versions: ['tumour-1'], platform: 'onnx_onnxv1',
      inputs: [
        { name: 'mean radius', datatype: 'FP32', shape: [-1, 1] }, { name: 'mean texture', datatype: 'FP32', shape: [-1, 1] },
        { name: 'stage', datatype: 'BYTES', shape: [-1, 1] }, { name: 'visits', datatype: 'INT64', shape: [-1, 1] },
      ],
      outputs: [{ name: 'label', datatype: 'INT64', shape: [-1] }, { name: 'probabilities', datatype: 'FP32', shape: [-1, 2] }],
      properties: { revision: 'tumour-ab12cd34', digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
    });
  });

  test.each<[string, 'GET' | 'POST' | 'DELETE' | 'PUT', string, number, string, string | undefined]>([
    ['a path that is not there', 'GET', '/v1/models', 404, 'there is nothing at /v1/models', undefined],
    ['a path that is not there, with a body', 'POST', '/v1/models', 404, 'there is nothing at /v1/models', undefined],
    ['an unknown model', 'GET', '/v2/models/nobody', 404, 'no model named "nobody" here; this server has "tumour"', undefined],
    ['an unknown version', 'GET', '/v2/models/tumour/versions/2/ready', 404, 'model "tumour" has no version "2" here', undefined],
    ['another method', 'DELETE', '/v2', 405, 'DELETE is not allowed on /v2; allowed: GET, HEAD', 'GET, HEAD'],
    ['GET on an inference route', 'GET', '/v2/models/tumour/infer', 405, 'GET is not allowed on', 'POST'],
    ['another method with a body that is no JSON', 'PUT', '/predict', 405, 'PUT is not allowed on /predict; allowed: POST', 'POST'],
    ['a path that cannot be decoded', 'GET', '/v2/models/%zz', 400, 'the request is malformed', undefined],
    ['a name that is very long', 'GET', `/v2/models/${'x'.repeat(253)}`, 404, 'no model named', undefined],
  ])('answers to %s', async (_name, method, url, status, message, allow) => {
    const answer = await server.app.inject({ method, url, ...(method === 'POST' || method === 'PUT' ? { payload: '{' } : {}) });
    expect(answer.json()).toEqual({ error: expect.stringContaining(message) });
    expect([answer.statusCode, answer.headers['allow']]).toEqual([status, allow]);
  });

  test('tells who answered in every answer of a server with one model', async () => {
    for (const url of ['/v2', '/v2/health/live', '/nothing', '/v2/models/nobody']) {
      expect((await server.app.inject({ url, headers: { 'x-request-id': 'r-1' } })).headers)
        .toMatchObject({ 'x-trainyard-version': 'tumour-1', 'x-trainyard-revision': 'tumour-ab12cd34', 'x-request-id': 'r-1' });
    }
  });

  test.each<[string, string, RegExp]>([
    ['bytes that are no HTTP', 'this is no request\r\n\r\n', /^HTTP\/1\.1 400 Bad Request\r\n[^]*\r\n\r\n\{"error":"the request is malformed: /],
    ['a request without Host', 'GET /v2 HTTP/1.1\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 400 [^]*application\/json; charset=utf-8\r\n[^]*\r\n\r\n\{"error":"the request is malformed: the header Host is missing"\}$/],
    ['one that expects what nobody knows', 'GET /v2 HTTP/1.1\r\nHost: x\r\nExpect: tea\r\n\r\n', /^HTTP\/1\.1 417 [^]*application\/json; charset=utf-8\r\n[^]*\r\n\r\n\{"error":"the request is malformed: nothing here meets the header Expect: tea"\}$/],
    ['HTTP/1.0, which has no Host,', 'GET /v2/health/live HTTP/1.0\r\n\r\n', /^HTTP\/1\.1 200 OK\r\n[^]*\r\n\r\n\{"live":true\}$/],
  ])('answers %s in the same form', async (_name, bytes, expected) => {
    const fresh = listen([await store(ratio(), 'ratio')]);
    await fresh.app.listen({ port: 0, host: '127.0.0.1' });
    const socket = connect((fresh.app.server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(bytes);
    const chunks = await socket.setEncoding('utf8').toArray();
    expect(chunks.join('')).toMatch(expected);
    await fresh.app.close();
  });

  test('forgets a request whose caller left before its body was whole', async () => {
    const fresh = await serve({ ratio: ratio() });
    await fresh.app.listen({ port: 0, host: '127.0.0.1' });
    const series = 'trainyard_inference_in_flight{model="ratio",version="ratio-1",revision="ratio-ab12cd34"}';
    const socket = connect((fresh.app.server.address() as AddressInfo).port, '127.0.0.1');
    socket.write('POST /predict HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"a":');
    await expect.poll(() => metric(fresh, series)).toBe(1);
    socket.destroy();
    await expect.poll(() => metric(fresh, series)).toBe(0);
    await fresh.app.close();
  });
});

describe('readiness', () => {
  test.each<[string, (server: TestServer) => void, string]>([
    ['while a model is being fetched', () => undefined, 'it is being fetched'],
    ['after a load that failed, with the reason', ({ models }) => {
      models.first.state = { phase: 'failed', error: loadError('ArtifactDigestMismatch', { uri: 's3://m/x', actual: 'aa', expected: 'bb' }) };
    }, 'ArtifactDigestMismatch: s3://m/x has sha256 aa, expected bb'],
    ['while it is shutting down', ({ lifecycle }) => {
      lifecycle.draining = true;
    }, 'it is shutting down'],
  ])('is refused %s', async (_name, change, message) => {
    const fresh = listen([await store(ratio(), 'ratio')]);
    change(fresh);
    for (const url of ['/v2/health/ready', '/v2/models/ratio/ready']) {
      const answer = await fresh.app.inject(url);
      expect(answer.json()).toEqual({ error: expect.stringContaining(message) });
      expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '1']);
    }
    expect((await fresh.app.inject('/v2/health/live')).statusCode).toBe(200);
    await fresh.app.close();
  });

  test('ends while draining, but inference goes on and connections are told to close', async () => {
    const fresh = await serve({ ratio: ratio() });
    fresh.lifecycle.draining = true;
    const answer = await fresh.app.inject({ method: 'POST', url: '/predict', payload: { a: 1, b: 2 } });
    expect([answer.statusCode, answer.headers['connection']]).toEqual([200, 'close']);
    await fresh.app.close();
  });
});

describe('the metrics port', () => {
  test('tells the newest answers, and from a cursor on only those after it', async () => {
    const metricsServer = createMetricsServer({ registry: server.metrics.registry, recent: server.recent, log: silent });
    metricsServer.listen(0, '127.0.0.1');
    await once(metricsServer, 'listening');
    const read = async (query: string) => {
      const answer = await fetch(`http://127.0.0.1:${(metricsServer.address() as AddressInfo).port}/answers${query}`);
      expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
      return (await answer.json()) as { cursor: string; answers: unknown[] };
    };
    server.recent.add('told-1', 1, 0, 'early');
    const { cursor, answers } = await read('');
    expect(answers.at(-1)).toEqual(['told-1', 1, 0, 'early']);
    server.recent.add('told-2', 1, 0, 0.5);
    expect((await read(`?after=${cursor}`)).answers).toEqual([['told-2', 1, 0, 0.5]]);
    metricsServer.close().closeAllConnections();
  });

  test.each<[string, string, number, string]>([
    ['the metrics of the process', '/metrics', 200, 'process_start_time_seconds'],
    ['the metrics of the model', '/metrics', 200, 'trainyard_model_info{model="tumour",version="tumour-1",revision="tumour-ab12cd34",digest="sha256:'],
    ['the newest answers', '/answers?after=other.7', 200, '{"cursor":"test.'],
    ['that it lives', '/healthz', 200, 'ok'],
    ['what is there', '/', 404, 'here are /metrics, /answers and /healthz'],
  ])('tells %s', async (_name, path, status, text) => {
    const metricsServer = createMetricsServer({ registry: server.metrics.registry, recent: server.recent, log: silent });
    metricsServer.listen(0, '127.0.0.1');
    await once(metricsServer, 'listening');
    const answer = await fetch(`http://127.0.0.1:${(metricsServer.address() as AddressInfo).port}${path}`);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(text);
    metricsServer.close().closeAllConnections();
  });
});
