import type { Clock } from '../../../operator/runtime/clock.ts';
import { keyString, type Key } from '../../../operator/runtime/types.ts';
import { hear, type Heard } from './heard.ts';
import type { Report } from './report.ts';

/** One launch of one run; a namesake made later is another one. */
export interface LaunchId {
  readonly key: Key;
  readonly uid: string;
  readonly launch: number;
}

/**
 * What trainers have reported and no status holds yet. Reports only come in here: what is written, and when, the
 * reconcile of the run decides, so that a run's status has one writer.
 */
export interface Inbox {
  put(id: LaunchId, report: Report): void;
  /** What was heard of this very launch. */
  get(id: LaunchId): Heard | undefined;
  /** The run is gone or has ended. */
  forget(key: Key): void;
  /** Called after each report. */
  onReport(listener: (key: Key) => void): void;
}

export function createInbox(clock: Pick<Clock, 'now'>): Inbox {
  // One entry a run, however many launches it has; removed at its end.
  const entries = new Map<string, { readonly id: LaunchId; readonly heard: Heard }>();
  const listeners: ((key: Key) => void)[] = [];
  const get = ({ key, uid, launch }: LaunchId): Heard | undefined => {
    const entry = entries.get(keyString(key));
    return entry?.id.uid === uid && entry.id.launch === launch ? entry.heard : undefined;
  };
  return {
    put(id, report) {
      entries.set(keyString(id.key), { id, heard: hear(get(id), report, clock.now()) });
      for (const listener of listeners) listener(id.key);
    },
    get,
    forget: (key) => void entries.delete(keyString(key)),
    onReport: (listener) => void listeners.push(listener),
  };
}
