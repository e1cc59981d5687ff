import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';

/** Returns what is wrong, or undefined. */
export type Check = () => Error | undefined;

export interface Endpoint {
  /** The port in use: the one asked for, or the one chosen for 0. */
  readonly port: number;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

const requestTimeoutMs = 5_000;

/** `/healthz` and `/readyz`: 200, or 503 with one line for each failing check. `?verbose` is not needed: all are listed. */
export function serveHealth(options: { readonly port: number; readonly host?: string; readonly healthy: Readonly<Record<string, Check>>; readonly ready: Readonly<Record<string, Check>> }): Promise<Endpoint> {
  return serve(options, { '/healthz': () => Promise.resolve(probe(options.healthy)), '/readyz': () => Promise.resolve(probe(options.ready)) });
}

/** `/metrics` in the Prometheus text format. */
export function serveMetrics(options: { readonly port: number; readonly host?: string; readonly registry: Registry }): Promise<Endpoint> {
  const { registry } = options;
  return serve(options, { '/metrics': async () => ({ status: 200, contentType: registry.contentType, body: await registry.metrics() }) });
}

function probe(checks: Readonly<Record<string, Check>>): Answer {
  const results = Object.entries(checks).map(([name, check]) => ({ name, error: check() }));
  const failed = results.some(({ error }) => error !== undefined);
  const body = results.map(({ name, error }) => (error === undefined ? `[+] ${name} ok\n` : `[-] ${name}: ${error.message}\n`)).join('');
  return { status: failed ? 503 : 200, contentType: 'text/plain; charset=utf-8', body: body === '' ? 'ok\n' : body };
}

function serve({ port, host }: { readonly port: number; readonly host?: string }, routes: Readonly<Record<string, () => Promise<Answer>>>): Promise<Endpoint> {
  const server = createServer((request, response) => {
    const route = routes[new URL(request.url ?? '/', 'http://localhost').pathname];
    const answer = route === undefined ? Promise.resolve({ status: 404, contentType: 'text/plain', body: 'not found\n' }) : route();
    answer
      .catch((error: unknown): Answer => ({ status: 500, contentType: 'text/plain', body: `${String(error)}\n` }))
      .then(({ status, contentType, body }) => response.writeHead(status, { 'content-type': contentType }).end(body))
      .catch(() => response.destroy());
  });
  server.requestTimeout = requestTimeoutMs;
  server.headersTimeout = requestTimeoutMs;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve({
        port: (server.address() as AddressInfo).port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}
