import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { InMemorySpanExporter, SimpleSpanProcessor, type ReadableSpan } from '@opentelemetry/sdk-trace';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { lookup } from '../test/models.ts';
import { serve, silent, type TestServer } from '../test/serve.ts';
import { startTracing } from './open-telemetry.ts';
import type { TracingSettings } from './settings.ts';

const settings: TracingSettings = { serviceName: 'served', sampler: 'parentbased_always_on', ratio: 1 };
const parent = { trace: '0af7651916cd43dd8448eb211c80319c', span: 'b7ad6b7169203331' };
const traceparent = (sampled: '00' | '01'): string => `00-${parent.trace}-${parent.span}-${sampled}`;

async function traced(changes: Partial<TracingSettings> = {}) {
  const exporter = new InMemorySpanExporter();
  const tracer = startTracing({ settings: { ...settings, ...changes }, serverVersion: '1', log: silent, processor: new SimpleSpanProcessor({ exporter }) });
  const server = await serve({ lookup: lookup() }, {}, { tracer });
  const spans = (): Record<string, ReadableSpan> => Object.fromEntries(exporter.getFinishedSpans().map((span) => [span.name, span]));
  return { server, spans };
}

const ask = (server: TestServer, index: unknown, headers: Record<string, string> = {}) => server.app.inject({ method: 'POST', url: '/predict/lookup', payload: JSON.stringify({ rows: [{ index }, { index: 0 }] }), headers });

describe('the trace of a request', () => {
  test('is one of its caller, and shows the wait and the run of the graph', async () => {
    const { server, spans } = await traced();
    await ask(server, 2, { traceparent: traceparent('01'), 'x-request-id': 'mine' });
    const { 'POST /predict/:model': whole, 'wait for the model': wait, 'run the graph': run } = spans();
    expect(whole?.spanContext().traceId).toBe(parent.trace);
    expect(whole?.parentSpanContext?.spanId).toBe(parent.span);
    expect(whole?.attributes).toEqual({
      'http.request.method': 'POST', 'http.route': '/predict/:model', 'http.response.status_code': 200,
      'trainyard.model': 'lookup', 'trainyard.version': 'lookup-1', 'trainyard.revision': 'lookup-ab12cd34', 'trainyard.request_id': 'mine', 'trainyard.rows': 2,
    });
    expect(whole?.resource.attributes).toMatchObject({ 'service.name': 'served', 'service.version': '1' });
    for (const inner of [wait, run]) expect(inner?.parentSpanContext?.spanId).toBe(whole?.spanContext().spanId);
  });

  test.each([
    ['the graph fails', 9, 500, 2, 2],
    ['the input is wrong', 'x', 400, undefined, 0],
  ])('when %s says so: %j is %d', async (_name, index, status, runStatus, wholeStatus) => {
    const { server, spans } = await traced();
    await ask(server, index);
    const { 'POST /predict/:model': whole, 'run the graph': run } = spans();
    expect(whole?.attributes['http.response.status_code']).toBe(status);
    expect([run?.status.code, whole?.status.code]).toEqual([runStatus, wholeStatus]);
  });

  test.each<[TracingSettings['sampler'], number, '00' | '01' | undefined, boolean]>([
    ['parentbased_always_on', 1, undefined, true], ['parentbased_always_on', 1, '01', true], ['parentbased_always_on', 1, '00', false],
    ['parentbased_always_off', 1, undefined, false], ['parentbased_always_off', 1, '01', true],
    ['parentbased_traceidratio', 0, undefined, false], ['parentbased_traceidratio', 0, '01', true],
    ['traceidratio', 0, '01', false], ['traceidratio', 1, '00', true], ['always_on', 0, '00', true], ['always_off', 1, '01', false],
  ])('%s of %d, caller %s: kept %s', async (sampler, ratio, caller, kept) => {
    const { server, spans } = await traced({ sampler, ratio });
    await ask(server, 1, caller === undefined ? {} : { traceparent: traceparent(caller) });
    expect(Object.keys(spans()).length).toBe(kept ? 3 : 0);
  });
});

describe('the collector', () => {
  let collector: Server | undefined;
  afterEach(() => {
    collector?.close();
    vi.unstubAllEnvs();
  });

  async function startCollector(): Promise<{ readonly bodies: Buffer[]; readonly headers: (string | undefined)[] }> {
    const got: { bodies: Buffer[]; headers: (string | undefined)[] } = { bodies: [], headers: [] };
    collector = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        got.bodies.push(Buffer.concat(chunks));
        got.headers.push(`${request.url} ${request.headers['content-type']} ${String(request.headers['x-tenant'])}`);
        response.end();
      });
    }).listen(0, '127.0.0.1');
    await once(collector, 'listening');
    vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', `http://127.0.0.1:${(collector.address() as AddressInfo).port}`);
    return got;
  }

  test('gets the spans as protobuf, at the end too', async () => {
    const got = await startCollector();
    vi.stubEnv('OTEL_EXPORTER_OTLP_HEADERS', 'x-tenant=ours');
    const tracer = startTracing({ settings, serverVersion: '1', log: silent });
    const server = await serve({ lookup: lookup() }, {}, { tracer });
    await ask(server, 1);
    await tracer.close();
    expect(got.headers).toEqual(['/v1/traces application/x-protobuf ours']);
    for (const text of ['POST /predict/:model', 'wait for the model', 'run the graph', 'served']) expect(got.bodies[0]?.includes(text)).toBe(true);
  });

  test('that is away costs no answer, and is told in the log', async () => {
    await startCollector();
    collector?.close();
    vi.stubEnv('OTEL_EXPORTER_OTLP_TIMEOUT', '500');
    const told = vi.spyOn(silent, 'error');
    const tracer = startTracing({ settings, serverVersion: '1', log: silent });
    const server = await serve({ lookup: lookup() }, {}, { tracer });
    // A full batch of 512 spans is sent at once, not after five seconds.
    const answers = await Promise.all(Array.from({ length: 200 }, () => ask(server, 1)));
    expect(answers.every(({ statusCode }) => statusCode === 200)).toBe(true);
    await vi.waitFor(() => expect(told.mock.calls.map(([, message]) => message)).toContainEqual(expect.stringMatching(/^tracing: .*ECONNREFUSED/)), 10_000);
    await expect(tracer.close()).rejects.toThrow('ECONNREFUSED');
  });
});
