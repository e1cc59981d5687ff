import { createServer } from 'node:http';
import type { Registry } from 'prom-client';
import { listen, type Endpoint } from './listen.ts';

/** Returns what is wrong, or undefined. */
export type Check = () => Error | undefined;

interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

const requestTimeoutMs = 5_000;

/**
 * `/healthz` and `/readyz` as kube-apiserver and controller-runtime answer them: `ok`, with `?verbose` or when something
 * fails one line for each check, `?exclude=<check>`, and `/readyz/<check>` for one alone. Readiness does not ask who
 * leads: a standby is ready as soon as its caches are, or a rolling update would wait for a lease that nobody gives back.
 */
export function serveHealth(options: { readonly port: number; readonly host?: string; readonly healthy: Readonly<Record<string, Check>>; readonly ready: Readonly<Record<string, Check>> }): Promise<Endpoint> {
  const probes = { healthz: { ping: () => undefined, ...options.healthy }, readyz: { ping: () => undefined, ...options.ready } };
  return serve(options, ({ pathname, searchParams }) => {
    const [, name = '', one, ...more] = pathname.split('/');
    const checks = name === 'healthz' || name === 'readyz' ? probes[name] : undefined;
    if (checks === undefined || more.length > 0) return undefined;
    if (one === undefined || one === '') return Promise.resolve(probe(name, checks, { verbose: searchParams.has('verbose'), exclude: searchParams.getAll('exclude') }));
    const check = (checks as Readonly<Record<string, Check>>)[one];
    return check === undefined ? undefined : Promise.resolve(probe(`${name}/${one}`, { [one]: check }, { verbose: searchParams.has('verbose'), exclude: [] }));
  });
}

/** `/metrics` in the Prometheus text format. */
export function serveMetrics(options: { readonly port: number; readonly host?: string; readonly registry: Registry }): Promise<Endpoint> {
  const { registry } = options;
  return serve(options, ({ pathname }) => (pathname === '/metrics' ? registry.metrics().then((body) => ({ status: 200, contentType: registry.contentType, body })) : undefined));
}

function probe(name: string, checks: Readonly<Record<string, Check>>, options: { readonly verbose: boolean; readonly exclude: readonly string[] }): Answer {
  const results = Object.entries(checks).map(([check, ask]) => ({ check, excluded: options.exclude.includes(check), error: options.exclude.includes(check) ? undefined : ask() }));
  const failed = results.some(({ error }) => error !== undefined);
  const lines = results.map(({ check, excluded, error }) => (error === undefined ? `[+]${check} ${excluded ? 'excluded: ' : ''}ok\n` : `[-]${check} failed: ${error.message}\n`)).join('');
  const body = failed || options.verbose ? `${lines}${name} check ${failed ? 'failed' : 'passed'}\n` : 'ok\n';
  return { status: failed ? 503 : 200, contentType: 'text/plain; charset=utf-8', body };
}

function serve({ port, host }: { readonly port: number; readonly host?: string }, route: (url: URL) => Promise<Answer> | undefined): Promise<Endpoint> {
  const server = createServer((request, response) => {
    const answer = route(new URL(request.url ?? '/', 'http://localhost')) ?? Promise.resolve({ status: 404, contentType: 'text/plain', body: 'not found\n' });
    answer
      .catch((error: unknown): Answer => ({ status: 500, contentType: 'text/plain', body: `${String(error)}\n` }))
      .then(({ status, contentType, body }) => response.writeHead(status, { 'content-type': contentType }).end(body))
      .catch(() => response.destroy());
  });
  server.requestTimeout = requestTimeoutMs;
  server.headersTimeout = requestTimeoutMs;
  return listen(server, { port, ...(host === undefined ? {} : { host }) });
}
