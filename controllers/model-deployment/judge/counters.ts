/** One process's inference counters as read from one source at one moment. Counts since the process started. */
export interface Reading {
  readonly pod: string;
  /** Start time of the process in Unix seconds: with another start time the counters began at zero again. */
  readonly epoch: string;
  readonly revision: string;
  readonly total: number;
  readonly bad: number;
}

export interface Delta {
  readonly requests: number;
  readonly bad: number;
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
    if (known === undefined || reading.total > known.total) byProcess.set(id, reading);
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
export function fold(known: readonly Reading[], seen: readonly Reading[], since: number, limit = 256): { deltas: ReadonlyMap<string, Delta>; counters: readonly Reading[] } {
  const last = new Map(known.map((reading) => [`${reading.pod}/${reading.epoch}`, reading]));
  const deltas = new Map<string, Delta>();
  for (const reading of seen) {
    const id = `${reading.pod}/${reading.epoch}`;
    const before = last.get(id) ?? (Number(reading.epoch) >= since ? { ...reading, total: 0, bad: 0 } : reading);
    // A source that lags behind the other may show less than is already counted: never count backwards.
    const requests = Math.max(0, reading.total - before.total);
    const bad = Math.min(requests, Math.max(0, reading.bad - before.bad));
    const sum = deltas.get(reading.revision) ?? { requests: 0, bad: 0 };
    deltas.set(reading.revision, { requests: sum.requests + requests, bad: sum.bad + bad });
    if (!last.has(id) || reading.total >= before.total) last.set(id, reading);
  }
  const counters = [...last.values()].sort((a, b) => Number(b.epoch) - Number(a.epoch) || (a.pod < b.pod ? -1 : 1)).slice(0, limit);
  return { deltas, counters };
}
