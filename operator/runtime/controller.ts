import { randomUUID } from 'node:crypto';
import type { Clock } from './clock.ts';
import { sleep } from './clock.ts';
import { ApiError, asError } from './errors.ts';
import type { Change, Informer } from './informer.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Outcome } from './outcome.ts';
import type { Key, KubeObject } from './types.ts';
import { createWorkQueue } from './workqueue.ts';
import type { Backoff } from './workqueue.ts';

/** Something the manager starts when this replica leads, and stops before it gives the lease back. */
export interface Runnable {
  readonly name: string;
  start(): void;
  /** Resolves to false when work was still under way after `drainMs`. */
  stop(drainMs?: number): Promise<boolean>;
}

export interface Controller extends Runnable {
  enqueue(key: Key): void;
  /** From `start` on, every change (and every object already there) enqueues the keys it maps to. */
  watches<T extends KubeObject>(informer: Informer<T>, mapToKeys: (change: Change<T>) => readonly Key[]): Controller;
}

export interface ReconcileContext {
  /** Carries controller, namespace, name and reconcileID. */
  readonly logger: Logger;
  readonly reconcileId: string;
  /** Aborts when the controller stops and its drain time is over. */
  readonly signal: AbortSignal;
}

export interface ControllerOptions {
  readonly name: string;
  readonly reconcile: (key: Key, context: ReconcileContext) => Promise<Outcome>;
  /** Keys worked on at once; one key is never worked on twice at once. Default 4. */
  readonly workers?: number;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly random?: () => number;
  readonly ids?: () => string;
  readonly backoff?: Backoff;
}

const defaultDrainMs = 30_000; // controller-runtime's gracefulShutdownTimeout
const jitterFactor = 0.1;

export function createController(options: ControllerOptions): Controller {
  const { name, reconcile, workers = 4, clock, random = Math.random, ids = randomUUID } = options;
  const logger = options.logger.child({ controller: name });
  const metrics = options.metrics.controller(name, workers);
  const queue = createWorkQueue({ clock, metrics: metrics.queue, ...(options.backoff === undefined ? {} : { backoff: options.backoff }) });
  const subscriptions: (() => () => void)[] = [];
  const unsubscribe: (() => void)[] = [];
  const abandoned = new AbortController();
  let state: 'new' | 'running' | 'stopped' = 'new';

  const outcomeOf = async (key: Key, context: ReconcileContext): Promise<Outcome> => {
    try {
      return await reconcile(key, context);
    } catch (thrown) {
      const error = asError(thrown);
      // An API error is a fact of life; anything else thrown is a bug that somebody should see on a dashboard.
      if (!(error instanceof ApiError)) metrics.panicked();
      return { kind: 'retry', error };
    }
  };

  const requeue = (key: Key, outcome: Outcome, log: Logger, seconds: number): void => {
    switch (outcome.kind) {
      case 'done':
        queue.forget(key);
        metrics.reconciled('success', seconds);
        break;
      case 'waiting':
        queue.forget(key);
        // Jitter keeps a thousand objects applied at once from coming back at once for ever.
        queue.addAfter(key, outcome.afterMs * (1 + jitterFactor * random()));
        metrics.reconciled('requeue_after', seconds);
        break;
      case 'retry': {
        const serverAsksMs = outcome.error instanceof ApiError ? (outcome.error.retryAfterMs ?? 0) : 0;
        const delayMs = queue.addRateLimited(key, serverAsksMs);
        metrics.failed();
        metrics.reconciled('error', seconds);
        log.error({ err: outcome.error, failures: queue.failures(key), delayMs }, 'reconcile failed, will retry');
        break;
      }
      case 'stalled':
        queue.forget(key);
        metrics.failed();
        metrics.failedForGood();
        metrics.reconciled('error', seconds);
        log.warn({ reason: outcome.reason }, 'reconcile stalled, waiting for a change');
        break;
    }
  };

  const work = async (): Promise<void> => {
    for (let key = await queue.take(); key !== undefined; key = await queue.take()) {
      const reconcileId = ids();
      const log = logger.child({ namespace: key.namespace, name: key.name, reconcileID: reconcileId });
      const started = clock.monotonicMs();
      metrics.activeWorkers(queue.processing);
      try {
        const outcome = await outcomeOf(key, { logger: log, reconcileId, signal: abandoned.signal });
        requeue(key, outcome, log, (clock.monotonicMs() - started) / 1000);
      } finally {
        queue.finish(key);
        metrics.activeWorkers(queue.processing);
      }
    }
  };

  const controller: Controller = {
    name,
    enqueue: (key) => queue.add(key),
    watches(informer, mapToKeys) {
      const subscribe = (): (() => void) =>
        informer.onChange((change) => {
          for (const key of mapToKeys(change)) queue.add(key);
        });
      // Not before the start: a standby would collect keys for hours, and lose nothing by not doing so.
      if (state === 'running') unsubscribe.push(subscribe());
      else subscriptions.push(subscribe);
      return controller;
    },
    start() {
      if (state !== 'new') throw new Error(`controller ${name} was started before: make a new one`);
      state = 'running';
      unsubscribe.push(...subscriptions.splice(0).map((subscribe) => subscribe()));
      logger.info({ workers }, 'controller starts');
      for (let worker = 0; worker < workers; worker += 1) void work();
    },
    async stop(drainMs = defaultDrainMs) {
      state = 'stopped';
      for (const off of unsubscribe.splice(0)) off();
      const timeUp = new AbortController();
      const drained = queue.drain().then(() => true);
      const result = await Promise.race([drained, sleep(clock, drainMs, timeUp.signal).then(() => false)]);
      timeUp.abort();
      abandoned.abort();
      if (!result) logger.warn({ drainMs, inWork: queue.processing }, 'controller stopped with work under way');
      return result;
    },
  };
  return controller;
}
