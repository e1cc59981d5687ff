import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import type { Logger } from 'pino';
import type { Registry } from 'prom-client';

import type { RecentAnswers } from './model/recent-answers.ts';
import { answersPage } from './routes/answers.ts';

interface MetricsServerDeps {
  readonly registry: Registry;
  readonly recent: RecentAnswers;
  readonly log: Logger;
}

/** The second port: `/metrics` for Prometheus and the operator, `/answers` for the operator, `/healthz` for the kubelet. */
export function createMetricsServer(deps: MetricsServerDeps): Server {
  return createServer((request, response) => {
    answer(deps, request, response).catch((cause: unknown) => {
      deps.log.error({ err: cause }, 'metrics could not be written');
      send(response, 500, 'metrics could not be written; see the log\n');
    });
  });
}

async function answer({ registry, recent }: MetricsServerDeps, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, 'use GET\n');
  const [path, query = ''] = (request.url ?? '').split('?', 2);
  switch (path) {
    case '/metrics':
      return send(response, 200, await registry.metrics(), registry.contentType);
    case '/answers':
      return send(response, 200, answersPage(recent, query), 'application/json; charset=utf-8');
    case '/healthz':
      return send(response, 200, 'ok\n');
    default:
      return send(response, 404, 'here are /metrics, /answers and /healthz\n');
  }
}

function send(response: ServerResponse, status: number, body: string, type = 'text/plain; charset=utf-8'): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
