import { getCondition } from '../../../operator/runtime/conditions.ts';
import { durationMs } from '../../shared/duration.ts';
import { runWaits } from '../../shared/run-waits.ts';
import type { Trial } from '../trials.ts';

/** Pods are pulled, and wait for those before them: a trial that gets on by itself is not told of. */
const graceMs = durationMs('30s');

interface Wait {
  readonly trial: string;
  readonly why: string;
  /** From when it is told, as Unix milliseconds. */
  readonly toldAt: number;
}

export interface HeldUp {
  /** What keeps every trial under way from training; undefined while one trains, or may still begin to. */
  readonly text: string | undefined;
  /** When to look again though nothing has changed. */
  readonly wakeAt: Date | undefined;
}

export function heldUp(trials: readonly Trial[], now: Date): HeldUp {
  const underWay = trials.filter(({ state }) => state === 'Running');
  const waits = underWay.flatMap(waitOf).sort((a, b) => a.toldAt - b.toldAt);
  const [first] = waits;
  const last = waits.at(-1);
  if (first === undefined || last === undefined || waits.length < underWay.length) return { text: undefined, wakeAt: undefined };
  if (last.toldAt > now.getTime()) return { text: undefined, wakeAt: new Date(last.toldAt) };
  const others = waits.length === 1 ? '' : ` and ${waits.length - 1} more`;
  return { text: `${first.trial}${others} cannot train yet: ${first.why}`, wakeAt: undefined };
}

function waitOf({ name, run }: Trial): readonly Wait[] {
  const ready = getCondition(run?.status?.conditions, 'Ready');
  if (ready === undefined || !runWaits.some((reason) => reason === ready.reason)) return [];
  return [{ trial: name, why: `${ready.reason}: ${ready.message}`, toldAt: Date.parse(run?.metadata.creationTimestamp ?? '') + graceMs }];
}
