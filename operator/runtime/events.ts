// client-go tools/events (events.k8s.io/v1): the first occurrence creates an Event, the second starts a series, later
// ones only count in memory until the series is refreshed or ends.
import { randomBytes } from 'node:crypto';
import type { Client } from './client.ts';
import type { Clock, Timer } from './clock.ts';
import { sleep } from './clock.ts';
import { ApiError, asError, isAlreadyExists, isNotFound } from './errors.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';
import { microTimestamp } from './timestamps.ts';
import type { KubeObject, ResourceType } from './types.ts';

export const eventType: ResourceType = { group: 'events.k8s.io', version: 'v1', kind: 'Event', plural: 'events', namespaced: true };

export interface EventInput {
  readonly regarding: KubeObject;
  readonly related?: KubeObject;
  readonly type: 'Normal' | 'Warning';
  /** The same words as the condition's reason. */
  readonly reason: string;
  /** What the controller did, UpperCamelCase: `Promote`. */
  readonly action: string;
  /** For people; cut at 1 KiB. */
  readonly note: string;
  /** For programs, such as the numbers behind a decision; another set is another event, never one more of a series. */
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface EventRecorder {
  /** Never blocks and never throws; when too much is waiting the event is dropped and counted. */
  emit(event: EventInput): void;
  /** Writes what is waiting and the open series; takes no more events. Resolves at the latest after `deadlineMs`. */
  close(deadlineMs: number): Promise<void>;
}

export interface ObjectReference {
  apiVersion: string;
  kind: string;
  name: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
}

export interface KubeEvent extends KubeObject {
  eventTime: string;
  type: string;
  reason: string;
  action: string;
  note: string;
  reportingController: string;
  reportingInstance: string;
  regarding: ObjectReference;
  related?: ObjectReference;
  series?: { count: number; lastObservedTime: string };
}

export interface EventRecorderTiming {
  readonly refreshMs: number;
  readonly finishMs: number;
  readonly retryMs: number;
}

export interface EventRecorderOptions {
  readonly client: Client;
  /** For example `trainyard.dev/model-deployment-controller`. */
  readonly reportingController: string;
  /** The pod's name. */
  readonly reportingInstance: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly random?: () => number;
  /** Makes the end of an event's name. */
  readonly ids?: () => string;
  readonly timing?: Partial<EventRecorderTiming>;
}

interface Entry {
  event: KubeEvent;
  seenMs: number;
  writtenMs: number;
  writtenCount: number;
  created: boolean;
  queued: boolean;
}

const defaultTiming: EventRecorderTiming = { refreshMs: 30 * 60_000, finishMs: 6 * 60_000, retryMs: 10_000 };
const longestQueue = 1_000;
const mostEntries = 4_096;
const maxTries = 12;
const retryJitter = 0.25;
const sweepMs = 60_000;

export function createEventRecorder(options: EventRecorderOptions): EventRecorder {
  const { client, clock, metrics, reportingController, reportingInstance, random = Math.random, ids = () => randomBytes(8).toString('hex') } = options;
  const timing = { ...defaultTiming, ...options.timing };
  const logger = options.logger.child({ component: 'events' });
  const entries = new Map<string, Entry>();
  const queue: Entry[] = [];
  const stopping = new AbortController();
  let pumping: Promise<void> | undefined;
  let sweeper: Timer | undefined;
  let closed = false;
  for (const cause of ['queue-full', 'refused', 'closed']) metrics.eventsDropped.inc({ cause }, 0);

  const drop = (cause: string, entry: Pick<Entry, 'event'>, err?: Error): void => {
    metrics.eventsDropped.inc({ cause });
    const { reason, regarding, note } = entry.event;
    logger.warn({ cause, reason, regarding: `${regarding.kind} ${regarding.namespace ?? ''}/${regarding.name}`, note, err }, 'event dropped');
  };

  const enqueue = (entry: Entry): boolean => {
    if (entry.queued) return true;
    if (queue.length >= longestQueue) return false;
    entry.queued = true;
    queue.push(entry);
    pumping ??= pump();
    return true;
  };

  // One write at a time: order is kept, and events can never crowd out the calls of the controllers.
  const pump = async (): Promise<void> => {
    for (let entry = queue.shift(); entry !== undefined; entry = queue.shift()) {
      entry.queued = false;
      await write(entry);
    }
    pumping = undefined;
  };

  const write = async (entry: Entry): Promise<void> => {
    for (let tries = 1; ; tries += 1) {
      const count = entry.event.series?.count ?? 1;
      try {
        if (entry.created && count > 1) await client.patch<KubeEvent>(eventType, { namespace: entry.event.metadata.namespace ?? '', name: entry.event.metadata.name }, { series: entry.event.series });
        else if (!entry.created) await client.create<KubeEvent>(eventType, entry.event);
        entry.created = true;
        entry.writtenMs = clock.monotonicMs();
        entry.writtenCount = count;
        return;
      } catch (thrown) {
        const error = asError(thrown);
        // The answer to an earlier try was lost, but the event is there: its name is ours alone.
        if (!entry.created && tries > 1 && isAlreadyExists(error)) {
          entry.created = true;
          continue;
        }
        if (entry.created && isNotFound(error)) {
          // Events live for an hour by default: the series goes on under a new name.
          entry.created = false;
          entry.event = { ...entry.event, metadata: { ...entry.event.metadata, name: eventName(entry.event.regarding.name, ids()) } };
          continue;
        }
        if (!mayHeal(error) || tries >= maxTries || stopping.signal.aborted) {
          drop('refused', entry, error);
          for (const [id, one] of entries) if (one === entry) entries.delete(id);
          return;
        }
        // Jitter, so that the clients of a recovering server are not in step.
        await sleep(clock, timing.retryMs * (1 + retryJitter * random()), stopping.signal);
      }
    }
  };

  const sweep = (): void => {
    const now = clock.monotonicMs();
    for (const [id, entry] of entries) {
      const unwritten = (entry.event.series?.count ?? 1) > entry.writtenCount;
      const idle = now - entry.seenMs >= timing.finishMs;
      if (unwritten && entry.created && (idle || now - entry.writtenMs >= timing.refreshMs)) enqueue(entry);
      if (idle) entries.delete(id);
    }
    sweeper = entries.size > 0 && !closed ? clock.setTimeout(sweep, sweepMs) : undefined;
  };

  const remember = (id: string, entry: Entry): void => {
    if (entries.size >= mostEntries) for (const [oldest] of [...entries].slice(0, 1)) entries.delete(oldest);
    entries.set(id, entry);
    sweeper ??= clock.setTimeout(sweep, sweepMs);
  };

  return {
    emit(input) {
      const event = eventOf(input, { reportingController, reportingInstance, now: clock.now(), id: ids() });
      if (closed) return drop('closed', { event });
      // Unlike client-go the note belongs to the key: our events are decisions, and "step 2 …" is not "step 1 …" again.
      const id = JSON.stringify([event.type, event.action, event.reason, event.note, event.regarding, event.related ?? null, event.metadata.annotations ?? null]);
      const known = entries.get(id);
      if (known === undefined) {
        const entry: Entry = { event, seenMs: clock.monotonicMs(), writtenMs: 0, writtenCount: 0, created: false, queued: false };
        if (!enqueue(entry)) return drop('queue-full', { event });
        remember(id, entry);
        return;
      }
      known.seenMs = clock.monotonicMs();
      const begins = known.event.series === undefined;
      known.event = { ...known.event, series: { count: (known.event.series?.count ?? 1) + 1, lastObservedTime: event.eventTime } };
      // When the queue is full the count stays in memory and the sweep writes it later.
      if (begins) enqueue(known);
    },
    async close(deadlineMs) {
      closed = true;
      sweeper?.cancel();
      for (const entry of entries.values()) if (entry.created && (entry.event.series?.count ?? 1) > entry.writtenCount) enqueue(entry);
      const early = new AbortController();
      await Promise.race([pumping ?? Promise.resolve(), sleep(clock, deadlineMs, early.signal)]);
      early.abort();
      stopping.abort();
      for (const entry of queue.splice(0)) drop('closed', entry);
    },
  };
}

function mayHeal(error: Error): boolean {
  return error instanceof ApiError && (error.status === 0 || error.status === 429 || error.status >= 500);
}

function eventOf(input: EventInput, context: { reportingController: string; reportingInstance: string; now: Date; id: string }): KubeEvent {
  const regarding = referenceTo(input.regarding);
  return {
    apiVersion: 'events.k8s.io/v1',
    kind: 'Event',
    // Events about cluster-scoped objects live in `default`.
    metadata: { name: eventName(regarding.name, context.id), namespace: regarding.namespace ?? 'default', ...(input.annotations === undefined ? {} : { annotations: { ...input.annotations } }) },
    eventTime: microTimestamp(context.now),
    type: input.type,
    reason: truncate(input.reason, 128),
    action: truncate(input.action, 128),
    note: truncate(input.note, 1024),
    reportingController: context.reportingController,
    reportingInstance: truncate(context.reportingInstance, 128),
    regarding,
    ...(input.related === undefined ? {} : { related: referenceTo(input.related) }),
  };
}

// Without the resourceVersion, which client-go includes: a status write between two occurrences would make them differ.
function referenceTo({ apiVersion, kind, metadata: { name, namespace, uid } }: KubeObject): ObjectReference {
  return { apiVersion, kind, name, ...(namespace === undefined ? {} : { namespace }), ...(uid === undefined ? {} : { uid }) };
}

function eventName(regarding: string, id: string): string {
  return `${regarding.slice(0, 230)}.${id}`;
}

/** At most so many bytes of UTF-8, never ending inside a character. */
function truncate(text: string, bytes: number): string {
  const encoded = Buffer.from(text, 'utf8');
  if (encoded.byteLength <= bytes) return text;
  return `${new TextDecoder().decode(encoded.subarray(0, bytes - 3)).replace(/\uFFFD+$/, '')}…`;
}
