// client-go util/workqueue, reduced to what a controller needs. Invariants: a key is never handed out twice at once;
// adding a waiting key is a no-op; adding a key in work brings it back once it is done.
import type { Clock, Timer } from './clock.ts';
import type { WorkQueueMetrics } from './metrics.ts';
import { keyString } from './types.ts';
import type { Key } from './types.ts';

export interface Backoff {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** Flux's (fluxcd/pkg runtime/controller/rate_limiter.go): soft on a struggling dependency, back within the quarter hour. */
export const defaultBackoff: Backoff = { firstMs: 750, longestMs: 15 * 60_000 };

export interface WorkQueue {
  add(key: Key): void;
  /** The earliest of several pending times wins. */
  addAfter(key: Key, ms: number): void;
  /** Adds after the key's backoff, which doubles each time until `forget`; never earlier than `atLeastMs`. Returns the delay. */
  addRateLimited(key: Key, atLeastMs?: number): number;
  forget(key: Key): void;
  /** Failures since the last `forget`. */
  failures(key: Key): number;
  /** Waits for a key; `undefined` once the queue is shut down. Every key taken must be given to `finish`. */
  take(): Promise<Key | undefined>;
  finish(key: Key): void;
  /** Ready now, without delayed ones and those in work. */
  readonly depth: number;
  readonly processing: number;
  /**
   * Takes no more keys and hands none out. Keys not yet begun are dropped: reconciling is level-triggered and the next
   * leader starts from a full list, so a backlog must not delay the exit. Resolves when the last key in work is finished.
   */
  drain(): Promise<void>;
}

export interface WorkQueueOptions {
  readonly clock: Clock;
  readonly metrics: WorkQueueMetrics;
  readonly backoff?: Backoff;
}

export function createWorkQueue({ clock, metrics, backoff = defaultBackoff }: WorkQueueOptions): WorkQueue {
  const ready = new Map<string, { readonly key: Key; readonly sinceMs: number }>(); // insertion order is the order of work
  const dirty = new Map<string, Key>(); // to be worked on: waiting in `ready`, or in work and changed meanwhile
  const inWork = new Map<string, number>(); // since when
  const delayed = new Map<string, { readonly dueMs: number; readonly timer: Timer }>();
  const failures = new Map<string, number>();
  const takers: ((key: Key | undefined) => void)[] = [];
  let closed = false;
  const drained: (() => void)[] = [];

  const enqueue = (id: string, key: Key): void => {
    ready.set(id, { key, sinceMs: clock.monotonicMs() });
    metrics.depth(ready.size);
    const taker = takers.shift();
    if (taker !== undefined) taker(next());
  };

  const next = (): Key | undefined => {
    for (const [id, { key, sinceMs }] of ready) {
      ready.delete(id);
      dirty.delete(id);
      inWork.set(id, clock.monotonicMs());
      metrics.depth(ready.size);
      metrics.waited((clock.monotonicMs() - sinceMs) / 1000);
      return key;
    }
    return undefined;
  };

  const add = (key: Key): void => {
    const id = keyString(key);
    if (closed || dirty.has(id)) return;
    metrics.added();
    dirty.set(id, key);
    if (!inWork.has(id)) enqueue(id, key);
  };

  const addAfter = (key: Key, ms: number): void => {
    if (closed) return;
    if (ms <= 0) return add(key);
    const id = keyString(key);
    const dueMs = clock.monotonicMs() + ms;
    const pending = delayed.get(id);
    if (pending !== undefined && pending.dueMs <= dueMs) return;
    pending?.timer.cancel();
    const timer = clock.setTimeout(() => {
      delayed.delete(id);
      add(key);
    }, ms);
    delayed.set(id, { dueMs, timer });
  };

  metrics.observe(() => {
    const now = clock.monotonicMs();
    const seconds = [...inWork.values()].map((since) => (now - since) / 1000);
    return { unfinished: seconds.reduce((sum, one) => sum + one, 0), longest: Math.max(0, ...seconds) };
  });

  return {
    add,
    addAfter,
    addRateLimited(key, atLeastMs = 0) {
      const id = keyString(key);
      const count = failures.get(id) ?? 0;
      failures.set(id, count + 1);
      metrics.retried();
      const delay = Math.max(atLeastMs, Math.min(backoff.longestMs, backoff.firstMs * 2 ** Math.min(count, 40)));
      addAfter(key, delay);
      return delay;
    },
    forget: (key) => void failures.delete(keyString(key)),
    failures: (key) => failures.get(keyString(key)) ?? 0,
    take() {
      if (closed) return Promise.resolve(undefined);
      const key = next();
      return key === undefined ? new Promise((resolve) => takers.push(resolve)) : Promise.resolve(key);
    },
    finish(key) {
      const id = keyString(key);
      const since = inWork.get(id);
      if (since === undefined) throw new Error(`${id} is finished but was not in work`);
      inWork.delete(id);
      metrics.worked((clock.monotonicMs() - since) / 1000);
      if (!closed && dirty.has(id)) enqueue(id, key);
      if (closed && inWork.size === 0) for (const resolve of drained.splice(0)) resolve();
    },
    get depth() {
      return ready.size;
    },
    get processing() {
      return inWork.size;
    },
    drain() {
      closed = true;
      for (const { timer } of delayed.values()) timer.cancel();
      delayed.clear();
      ready.clear();
      dirty.clear();
      metrics.depth(0);
      for (const taker of takers.splice(0)) taker(undefined);
      return inWork.size === 0 ? Promise.resolve() : new Promise((resolve) => drained.push(resolve));
    },
  };
}
