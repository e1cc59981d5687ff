// List and watch one collection, for ever. The state machine is the one of kube-rs (kube-runtime/src/watcher.rs):
//
//   Empty ──► InitPage ──(last page)──► InitListed ──► Watching
//     ▲          │                          ▲  │           │
//     └── 410 ───┴────────── 410 ───────────┼──┴── 410 ────┤
//                                           └── closed, network fault, deadline
//
// Whatever happens on the network, the machine goes on: the informer of client-node ends at the first ECONNRESET
// (kubernetes-client/javascript#596, #1496), and deletions in a gap are lost when a watch starts without a version.
import { setImmediate } from 'node:timers/promises';
import type { Page, WatchClient } from './client.ts';
import type { Clock } from './clock.ts';
import { sleep } from './clock.ts';
import { ApiError, asError, isGone, isUnanswered } from './errors.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';
import { resourceName } from './types.ts';
import type { KubeObject, ResourceType } from './types.ts';
import type { BackoffTiming } from './watch-backoff.ts';
import { createWatchBackoff } from './watch-backoff.ts';
import { readWatchStream } from './watch-stream.ts';

export type WatchEvent<T extends KubeObject> =
  /** A full list begins … */
  | { readonly type: 'init' }
  | { readonly type: 'initApply'; readonly object: T }
  /** … and is complete: what was not in it does not exist. */
  | { readonly type: 'initDone' }
  | { readonly type: 'apply'; readonly object: T }
  | { readonly type: 'delete'; readonly object: T };

export interface WatcherTiming extends BackoffTiming {
  readonly pageSize: number;
  /** The server ends a watch after this long … */
  readonly watchSeconds: number;
  /** … and when it has not done so for this much longer, the connection is dead. */
  readonly inactivityGraceMs: number;
}

export interface WatcherOptions<T extends KubeObject> {
  readonly client: WatchClient;
  readonly type: ResourceType;
  /** `''` for all. */
  readonly namespace: string;
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
  /** Synchronous, so one event is done with before the next begins. Must not throw. */
  readonly emit: (event: WatchEvent<T>) => void;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly random: () => number;
  readonly timing?: Partial<WatcherTiming>;
}

export interface Watcher {
  start(): void;
  /** Resolves when no event will follow. */
  stop(): Promise<void>;
}

type State =
  | { readonly at: 'empty' }
  | { readonly at: 'initPage'; readonly continueToken: string | undefined }
  | { readonly at: 'initListed'; readonly resourceVersion: string }
  | { readonly at: 'watching'; readonly resourceVersion: string; readonly stream: AsyncIterable<unknown>; readonly openedMs: number };

/** Where to go on, and why a pause is due before. */
interface Step {
  readonly next: State;
  readonly fault?: { readonly cause: string; readonly error: Error };
  /** The server spoke: the backoff starts over. */
  readonly progress?: boolean;
}

const defaultTiming: WatcherTiming = { pageSize: 500, watchSeconds: 290, inactivityGraceMs: 20_000, firstPauseMs: 800, longestPauseMs: 30_000, longestAwayPauseMs: 10_000 };
// client-go calls a watch that ends within a second "very short" and backs off; so do we.
const shortWatchMs = 1_000;
// The same version or continue token refused this often (for example after etcd was restored from a backup): only a list can help.
const refusalsBeforeRelist = 5;

export function createWatcher<T extends KubeObject>(options: WatcherOptions<T>): Watcher {
  const { client, type, clock, logger, metrics, emit, random } = options;
  const timing = { ...defaultTiming, ...options.timing };
  const resource = resourceName(type);
  const selection = {
    namespace: options.namespace,
    ...(options.labelSelector === undefined ? {} : { labelSelector: options.labelSelector }),
    ...(options.fieldSelector === undefined ? {} : { fieldSelector: options.fieldSelector }),
  };
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  let endAge: (() => void) | undefined;
  let lastActivityMs = clock.monotonicMs();
  let refusals = 0;

  const heard = (): void => {
    lastActivityMs = clock.monotonicMs();
  };

  const initPage = async (state: State & { at: 'initPage' }): Promise<Step> => {
    let page: Page<T>;
    try {
      page = await client.listPage<T>(type, {
        ...selection,
        limit: timing.pageSize,
        signal: stopping.signal,
        ...(state.continueToken === undefined ? {} : { continueToken: state.continueToken }),
      });
    } catch (thrown) {
      const error = asError(thrown);
      // An expired continue token is useless; after anything else the same page can be asked for again.
      if (isGone(error)) return { next: { at: 'empty' }, fault: { cause: 'gone', error } };
      return { next: state.continueToken === undefined ? state : unlessRefused(state, error), fault: { cause: 'list', error } };
    }
    if (stopping.signal.aborted) return { next: state };
    heard();
    for (const object of page.items) emit({ type: 'initApply', object });
    if (page.continueToken !== undefined) {
      await setImmediate(); // 50,000 objects in one go would block the event loop for a second
      return { next: { at: 'initPage', continueToken: page.continueToken } };
    }
    emit({ type: 'initDone' });
    metrics.lastList.set({ resource }, clock.now().getTime() / 1000);
    refusals = 0;
    // No progress yet: a server that lists but refuses every watch would be asked for everything once a second.
    return { next: { at: 'initListed', resourceVersion: page.resourceVersion } };
  };

  const initListed = async (state: State & { at: 'initListed' }): Promise<Step> => {
    // ±5 %: the watches of many kinds and replicas must not all reconnect in the same second.
    const timeoutSeconds = Math.max(1, Math.round(timing.watchSeconds * (0.95 + 0.1 * random())));
    try {
      const http = await client.watch(type, { ...selection, resourceVersion: state.resourceVersion, timeoutSeconds, signal: stopping.signal });
      heard();
      const stream = readWatchStream(http, { clock, longestMs: timeoutSeconds * 1000 + timing.inactivityGraceMs, onBytes: heard });
      return { next: { at: 'watching', resourceVersion: state.resourceVersion, stream, openedMs: clock.monotonicMs() } };
    } catch (thrown) {
      const error = asError(thrown);
      if (isGone(error)) return { next: { at: 'empty' }, fault: { cause: 'gone', error } };
      return { next: unlessRefused(state, error), fault: { cause: 'connect', error } };
    }
  };

  // A network fault says nothing about the version or token we hold; a refusal does, when it repeats.
  const unlessRefused = (state: State, error: Error): State => {
    if (!isUnanswered(error)) refusals += 1;
    return refusals >= refusalsBeforeRelist ? { at: 'empty' } : state;
  };

  const lastedMs = (state: State & { at: 'watching' }): number => clock.monotonicMs() - state.openedMs;

  const watching = async (state: State & { at: 'watching' }): Promise<Step> => {
    let resourceVersion = state.resourceVersion;
    let events = 0;
    try {
      for await (const line of state.stream) {
        if (stopping.signal.aborted) return { next: state };
        const event = watchLine<T>(line, resource);
        resourceVersion = event.object.metadata.resourceVersion;
        if (event.type !== 'BOOKMARK') emit({ type: event.type === 'DELETED' ? 'delete' : 'apply', object: event.object });
        events += 1;
        refusals = 0;
      }
    } catch (thrown) {
      const error = asError(thrown);
      // A quiet kind behind a proxy that cuts idle connections every few minutes is no outage.
      const progress = events > 0 || lastedMs(state) >= timing.longestPauseMs;
      if (isGone(error)) return { next: { at: 'empty' }, fault: { cause: 'gone', error }, progress };
      return { next: unlessRefused({ at: 'initListed', resourceVersion }, error), fault: { cause: isUnanswered(error) ? 'network' : 'error', error }, progress };
    }
    const next: State = { at: 'initListed', resourceVersion };
    // Also with events: a proxy that buffers would hand out one at a time and be asked as fast as it can answer.
    const short = lastedMs(state);
    if (short < shortWatchMs) return { next, fault: { cause: 'short', error: new Error(`the watch ended after ${Math.round(short)} ms and ${events} events`) }, progress: events > 0 };
    metrics.watchReconnects.inc({ resource, cause: 'closed' });
    return { next, progress: true };
  };

  const step = async (state: State): Promise<Step> => {
    switch (state.at) {
      case 'empty':
        metrics.watchRelists.inc({ resource });
        refusals = 0;
        emit({ type: 'init' });
        return { next: { at: 'initPage', continueToken: undefined } };
      case 'initPage':
        return initPage(state);
      case 'initListed':
        return initListed(state);
      case 'watching':
        return watching(state);
    }
  };

  const run = async (): Promise<void> => {
    let state: State = { at: 'empty' };
    const backoff = createWatchBackoff(timing, random);
    while (!stopping.signal.aborted) {
      const { next, fault, progress } = await step(state);
      state = next;
      if (progress === true) backoff.progress();
      if (fault === undefined || stopping.signal.aborted) continue;
      metrics.watchReconnects.inc({ resource, cause: fault.cause });
      const { faults, pauseMs } = backoff.after(fault.error);
      // One fault is the daily bread of a long connection; several in a row are somebody's outage.
      logger[faults > 2 ? 'warn' : 'info']({ cause: fault.cause, err: fault.error, pauseMs: Math.round(pauseMs), next: state.at, faults }, 'watch interrupted');
      await sleep(clock, pauseMs, stopping.signal);
    }
  };

  return {
    start() {
      if (running !== undefined) return;
      endAge = metrics.watchAge(resource, () => (clock.monotonicMs() - lastActivityMs) / 1000);
      heard();
      running = run();
    },
    async stop() {
      stopping.abort();
      endAge?.();
      await running;
    },
  };
}

interface WatchLine<T> {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
  readonly object: T & { readonly metadata: { readonly resourceVersion: string } };
}

/** Throws the ApiError that an ERROR event carries, or an Error for a line that is no watch event. */
function watchLine<T extends KubeObject>(line: unknown, resource: string): WatchLine<T> {
  const { type, object } = (line ?? {}) as { type?: unknown; object?: { code?: number; reason?: string; message?: string; details?: { retryAfterSeconds?: number }; metadata?: { resourceVersion?: unknown } } };
  if (type === 'ERROR') {
    const seconds = object?.details?.retryAfterSeconds;
    throw new ApiError({
      status: object?.code ?? 500,
      reason: object?.reason ?? '',
      message: `watch ${resource}: ${object?.message ?? 'an ERROR event without a message'}`,
      ...(seconds === undefined ? {} : { retryAfterMs: seconds * 1000 }),
    });
  }
  const known = type === 'ADDED' || type === 'MODIFIED' || type === 'DELETED' || type === 'BOOKMARK';
  if (!known || typeof object?.metadata?.resourceVersion !== 'string') throw new Error(`watch ${resource}: not a watch event: ${JSON.stringify(line).slice(0, 200)}`);
  return { type, object: object as WatchLine<T>['object'] };
}
