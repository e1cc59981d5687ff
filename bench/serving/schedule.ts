/** A constant rate: when each request is due, in ms from the start, and which ones count. */
export interface Schedule {
  readonly total: number;
  /** The first that counts: those before it warm up both sides. */
  readonly counted: number;
  readonly dueMs: (index: number) => number;
}

export function constantRate(perSecond: number, warmSeconds: number, seconds: number): Schedule {
  if (!(perSecond > 0)) throw new Error(`a rate must be above 0, not ${perSecond}`);
  const gapMs = 1000 / perSecond;
  const counted = Math.round(warmSeconds * perSecond);
  return { counted, total: counted + Math.max(1, Math.round(seconds * perSecond)), dueMs: (index) => index * gapMs };
}
