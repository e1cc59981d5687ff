import { latestRewards, type RewardReading } from '../ab/rewards.ts';

/** One process's inference counters as read from one source at one moment. Counts since the process started. */
export interface Reading {
  readonly pod: string;
  /** Start time of the process in Unix seconds: with another start time the counters began at zero again. */
  readonly epoch: string;
  readonly revision: string;
  readonly total: number;
  readonly bad: number;
  /** Requests that did not fail, by the bucket bound in seconds within which they were answered. */
  readonly within?: Readonly<Record<string, number>>;
  /** Requests refused because an output held NaN or infinity. */
  readonly invalid?: number;
  /** Predictions by bin. A bin that is not named has none. */
  readonly bins?: Readonly<Record<string, number>>;
  /** What clients told, by the revision that gave the answer. */
  readonly rewards?: RewardReading['rewards'];
}

export interface Delta {
  readonly requests: number;
  readonly bad: number;
}

export const none: Delta = { requests: 0, bad: 0 };

/** What the processes of one revision answered since the last look. */
export interface Answered extends Delta {
  /** By bucket bound: of how many requests the time is known, and how many of them were slow or failed. */
  readonly within: Readonly<Record<string, Delta>>;
  readonly invalid: number;
  readonly bins: Readonly<Record<string, number>>;
}

export const nothing: Answered = { ...none, within: {}, invalid: 0, bins: {} };

/** What is kept of a reading: only what some rule needs. */
export interface Wanted {
  /** Bucket bounds in seconds. */
  readonly bounds: readonly string[];
  readonly invalid: boolean;
  readonly bins: boolean;
}

/**
 * Merges what several sources read of the same processes: counters only grow while a process lives, so the greatest
 * reading is the freshest one and no request is counted twice.
 */
export function freshest(readings: readonly Reading[]): readonly Reading[] {
  const byProcess = new Map<string, Reading>();
  for (const reading of readings) {
    const id = `${reading.pod}/${reading.epoch}`;
    const known = byProcess.get(id);
    const freshest = known === undefined || reading.total > known.total ? reading : known;
    // Rewards come on their own: whoever read the requests last need not have read these last.
    const rewards = latestRewards(known?.rewards ?? {}, reading.rewards ?? {});
    byProcess.set(id, Object.keys(rewards).length === 0 ? freshest : { ...freshest, rewards });
  }
  return [...byProcess.values()].sort((a, b) => (a.pod + a.epoch < b.pod + b.epoch ? -1 : 1));
}

/**
 * What was answered since the last look, per revision, and the counters to go on from.
 *
 * A process seen for the first time counts from zero if it started after `since` (all of its requests belong to this
 * rollout), and from its present reading if it is older. A process that is gone keeps its last counters, so that a
 * source which lost sight of it for a while counts nothing twice; the list is cut to the newest `limit` processes.
 *
 * @param since Unix seconds when the rollout's traffic began.
 */
export function fold(
  known: readonly Reading[],
  seen: readonly Reading[],
  since: number,
  wanted: Wanted = { bounds: [], invalid: false, bins: false },
  limit = 256,
): { deltas: ReadonlyMap<string, Answered>; counters: readonly Reading[] } {
  const last = new Map(known.map((reading) => [`${reading.pod}/${reading.epoch}`, reading]));
  const deltas = new Map<string, Answered>();
  for (const whole of seen) {
    const reading = only(whole, wanted);
    const id = `${reading.pod}/${reading.epoch}`;
    const before = last.get(id) ?? (Number(reading.epoch) >= since ? zero(reading) : reading);
    deltas.set(reading.revision, sum(deltas.get(reading.revision) ?? nothing, difference(before, reading)));
    if (!last.has(id) || reading.total >= before.total) last.set(id, reading);
  }
  const counters = [...last.values()].sort((a, b) => Number(b.epoch) - Number(a.epoch) || (a.pod < b.pod ? -1 : 1)).slice(0, limit);
  return { deltas, counters };
}

function only({ within, invalid, bins, rewards: _, ...reading }: Reading, wanted: Wanted): Reading {
  const bounds = wanted.bounds.filter((bound) => within?.[bound] !== undefined);
  return {
    ...reading,
    ...(bounds.length === 0 ? {} : { within: Object.fromEntries(bounds.map((bound) => [bound, within?.[bound] ?? 0])) }),
    ...(wanted.invalid && invalid !== undefined ? { invalid } : {}),
    ...(wanted.bins && bins !== undefined ? { bins } : {}),
  };
}

function zero(reading: Reading): Reading {
  return { ...reading, total: 0, bad: 0, invalid: 0, bins: {}, within: Object.fromEntries(Object.keys(reading.within ?? {}).map((bound) => [bound, 0])) };
}

// A source that lags behind the other may show less than is already counted: never count backwards. A counter that was
// not kept before (a new objective) counts from its present reading.
function difference(before: Reading, reading: Reading): Answered {
  const requests = Math.max(0, reading.total - before.total);
  const within: Record<string, Delta> = {};
  for (const [bound, count] of Object.entries(reading.within ?? {})) {
    const start = before.within?.[bound];
    if (start !== undefined) within[bound] = { requests, bad: requests - Math.min(requests, Math.max(0, count - start)) };
  }
  const bins: Record<string, number> = {};
  if (before.bins !== undefined) for (const [bin, count] of Object.entries(reading.bins ?? {})) bins[bin] = Math.max(0, count - (before.bins[bin] ?? 0));
  return {
    requests,
    bad: Math.min(requests, Math.max(0, reading.bad - before.bad)),
    within,
    invalid: before.invalid === undefined ? 0 : Math.max(0, (reading.invalid ?? 0) - before.invalid),
    bins,
  };
}

function sum(a: Answered, b: Answered): Answered {
  const bounds = [...new Set([...Object.keys(a.within), ...Object.keys(b.within)])];
  return { ...plus(a, b), within: Object.fromEntries(bounds.map((bound) => [bound, plus(a.within[bound], b.within[bound])])), invalid: a.invalid + b.invalid, bins: plusBins(a.bins, b.bins) };
}

export function plus(a: Delta | undefined, b: Delta | undefined): Delta {
  return { requests: (a?.requests ?? 0) + (b?.requests ?? 0), bad: (a?.bad ?? 0) + (b?.bad ?? 0) };
}

export function plusBins(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const bins: Record<string, number> = { ...a };
  for (const [bin, count] of Object.entries(b)) if (count > 0) bins[bin] = (bins[bin] ?? 0) + count;
  return bins;
}
