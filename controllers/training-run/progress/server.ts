import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Clock } from '../../../operator/runtime/clock.ts';
import { listen, type Endpoint } from '../../../operator/runtime/listen.ts';
import type { Logger } from '../../../operator/runtime/log.ts';
import { bearerToken, refuseHopeless } from './bearer.ts';
import { launchOf, runOfQuery, type KnownObjects } from './pod-launch.ts';
import { discardRest, maxBodyBytes, readBody } from './body.ts';
import type { Inbox } from './inbox.ts';
import type { ProgressMetrics } from './metrics.ts';
import { refusals, Refused } from './refusals.ts';
import { parseReport } from './report.ts';
import type { Reviewer } from './reviewer.ts';

export interface ProgressDeps {
  readonly port: number;
  readonly host?: string;
  /** Whether this replica may write. */
  readonly leads: () => boolean;
  readonly reviewer: Reviewer;
  readonly stores: KnownObjects;
  readonly inbox: Pick<Inbox, 'put'>;
  readonly metrics: ProgressMetrics;
  readonly clock: Clock;
  readonly logger: Logger;
}

const requestTimeoutMs = 5_000;
const mostConnections = 512;

/** `POST /progress?run=<namespace>/<name>`: docs/adr/0018-progress-by-the-leader.md. */
export function serveProgress(deps: ProgressDeps): Promise<Endpoint> {
  const server = createServer({ requestTimeout: requestTimeoutMs, headersTimeout: requestTimeoutMs, connectionsCheckingInterval: 1_000 }, (request, response) => {
    answer(deps, request, response).catch((error: unknown) => {
      deps.logger.error({ err: error }, 'a progress report could not be answered');
      response.destroy();
    });
  });
  server.maxConnections = mostConnections;
  return listen(server, deps);
}

async function answer(deps: ProgressDeps, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await take(deps, request);
    deps.metrics.accepted.inc();
    response.writeHead(204).end();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    deps.metrics.refused.inc({ reason: error.reason });
    deps.logger.debug({ reason: error.reason, detail: error.message }, 'progress report refused');
    await refuse(request, response, error);
  }
}

/** Whether it is listened to is settled before its body is read. */
async function take({ leads, reviewer, stores, inbox, clock }: ProgressDeps, request: IncomingMessage): Promise<void> {
  const url = URL.parse(request.url ?? '', 'http://localhost');
  if (url?.pathname !== '/progress') throw new Refused('NotFound');
  if (request.method !== 'POST') throw new Refused('MethodNotAllowed');
  if (!leads()) throw new Refused('NotLeading');
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) throw new Refused('TooLarge');
  const run = runOfQuery(url.searchParams);
  const token = bearerToken(request.headers.authorization);
  refuseHopeless(token, clock.now());
  const launch = launchOf(stores, await reviewer.identify(token), run);
  inbox.put(launch, parseReport(await readBody(request)));
}

async function refuse(request: IncomingMessage, response: ServerResponse, { reason, message }: Refused): Promise<void> {
  // A connection that is closed with bytes unread is reset, and with it the answer may be lost (RFC 9112, section 9.6).
  await discardRest(request);
  const refusal: { readonly status: number; readonly again?: number } = refusals[reason];
  response
    .writeHead(refusal.status, {
      'content-type': 'application/json',
      connection: 'close',
      ...(refusal.again === undefined ? {} : { 'retry-after': String(refusal.again) }),
      ...(reason === 'MethodNotAllowed' ? { allow: 'POST' } : {}),
      ...(refusal.status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    })
    .end(JSON.stringify({ reason, message }));
}
