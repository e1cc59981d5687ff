import type { Server } from 'node:http';
import { setImmediate } from 'node:timers/promises';

import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

/** Shared by the routes: whether this process still wants new work. */
export interface Lifecycle {
  draining: boolean;
}

export interface DrainDeps {
  readonly lifecycle: Lifecycle;
  readonly app: FastifyInstance;
  readonly metricsServer: Server;
  readonly drainMillis: number;
  readonly sleep: (millis: number) => Promise<unknown>;
  readonly log: Logger;
}

/** How long requests that are still in flight after the drain window may take. */
const FINISH_MILLIS = 20_000;
/** Turns of the event loop: to accept a connection, to read it, and one to spare. */
const READING_TURNS = 3;

/**
 * Leaves service without failing a request: not ready at once, serving on for the drain window (endpoints and
 * proxies learn late that a pod goes away), then finishing what is in flight. Resolves to the exit code.
 */
export async function drain(deps: DrainDeps): Promise<number> {
  const { lifecycle, app, metricsServer, log } = deps;
  lifecycle.draining = true;
  log.info({ drainMillis: deps.drainMillis }, 'draining: not ready, serving on');
  await deps.sleep(deps.drainMillis);
  // Requests that wait in socket buffers belong to connections that still look idle: read them before those are closed.
  for (let turn = 0; turn < READING_TURNS; turn++) await setImmediate();
  const finished = await Promise.race([app.close().then(() => true), deps.sleep(FINISH_MILLIS).then(() => false)]);
  // Last, so that the operator can read the counters of the last request.
  metricsServer.close();
  metricsServer.closeAllConnections();
  if (!finished) {
    log.error({ finishMillis: FINISH_MILLIS }, 'requests were still in flight; they are lost');
    return 1;
  }
  log.info('drained');
  return 0;
}
