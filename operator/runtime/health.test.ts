import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Endpoint } from './listen.ts';
import { serveHealth, serveMetrics } from './health.ts';
import { createMetrics } from './metrics.ts';

const open: Endpoint[] = [];
afterEach(async () => {
  for (const endpoint of open.splice(0)) await endpoint.close();
});

async function ask(endpoint: Endpoint, path: string) {
  const response = await fetch(`http://127.0.0.1:${endpoint.port}${path}`, { signal: AbortSignal.timeout(2_000) });
  return [response.status, await response.text()] as const;
}

describe('health endpoints', () => {
  it('answer per check, and follow the checks', async () => {
    let problem: Error | undefined = undefined;
    const endpoint = await serveHealth({ port: 0, host: '127.0.0.1', healthy: {}, ready: { caches: () => problem, shutdown: () => undefined } });
    open.push(endpoint);
    expect(await ask(endpoint, '/healthz')).toEqual([200, 'ok\n']);
    expect(await ask(endpoint, '/readyz?verbose')).toEqual([200, '[+]ping ok\n[+]caches ok\n[+]shutdown ok\nreadyz check passed\n']);
    problem = new Error('not synced: pods');
    expect(await ask(endpoint, '/readyz')).toEqual([503, '[+]ping ok\n[-]caches failed: not synced: pods\n[+]shutdown ok\nreadyz check failed\n']);
    expect(await ask(endpoint, '/readyz?exclude=caches&verbose')).toEqual([200, '[+]ping ok\n[+]caches excluded: ok\n[+]shutdown ok\nreadyz check passed\n']);
    expect(await ask(endpoint, '/readyz/caches')).toEqual([503, '[-]caches failed: not synced: pods\nreadyz/caches check failed\n']);
    expect(await ask(endpoint, '/readyz/shutdown')).toEqual([200, 'ok\n']);
    expect((await ask(endpoint, '/readyz/other'))[0]).toBe(404);
    expect((await ask(endpoint, '/other'))[0]).toBe(404);
  });

  it('serve metrics in the Prometheus format', async () => {
    const metrics = createMetrics({ processMetrics: true });
    metrics.controller('model-version', 4);
    const endpoint = await serveMetrics({ port: 0, host: '127.0.0.1', registry: metrics.registry });
    open.push(endpoint);
    const [status, body] = await ask(endpoint, '/metrics');
    expect(status).toBe(200);
    expect(body).toContain('controller_runtime_reconcile_total{controller="model-version",result="requeue_after"} 0');
    expect(body).toContain('nodejs_eventloop_lag_p99_seconds');
  });

  it('fail to open a port in use, and close although a client keeps its connection', async () => {
    const first = await serveHealth({ port: 0, host: '127.0.0.1', healthy: {}, ready: {} });
    await expect(serveHealth({ port: first.port, host: '127.0.0.1', healthy: {}, ready: {} })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    const socket = connect(first.port, '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    await first.close();
    socket.destroy();
  });
});
