import { quickSplitPValue } from '../../shared/statistics/sample-ratio.ts';

/** Requests of candidate and stable since the split was last begun to be counted, against the weights. */
export interface Split {
  readonly candidate: number;
  readonly stable: number;
  /** Smallest p-value so far. */
  readonly p: number;
  /** Counts at which a mismatch was proven; absent while there is none. */
  readonly mismatch?: { readonly candidate: number; readonly stable: number; readonly p: number } | undefined;
}

/** Below this the split is not what the weights say. A false hold costs time, a rollback of the wrong thing more. */
const limit = 1e-4;
/** After a change of the weights, proxies need a moment; and Prometheus tells what it scraped a while ago. */
const settleMs = { pods: 5_000, prometheus: 30_000 } as const;

export const freshSplit: Split = { candidate: 0, stable: 0, p: 1 };

/** True when all requests since the look before were answered under the present weights. */
export function hasSettled(lookBefore: string | undefined, stepStartedAt: string | undefined, sources: readonly string[]): boolean {
  if (lookBefore === undefined || stepStartedAt === undefined) return false;
  const settle = sources.includes('pods') ? settleMs.pods : settleMs.prometheus;
  return Date.parse(lookBefore) >= Date.parse(stepStartedAt) + settle;
}

/**
 * Once a mismatch is proven the count begins anew; it is taken back when as many requests as proved it followed the
 * weights again, so that a mended route lets the rollout go on.
 */
export function addSplit(state: Split, candidate: number, stable: number, share: number): Split {
  const counted = { candidate: state.candidate + candidate, stable: state.stable + stable };
  const p = quickSplitPValue([counted.candidate, counted.stable], [share, 1 - share], state.p);
  if (p < limit) return { ...freshSplit, mismatch: { ...counted, p } };
  const { mismatch } = state;
  if (mismatch === undefined) return { ...counted, p };
  return counted.candidate + counted.stable >= mismatch.candidate + mismatch.stable ? { ...counted, p } : { ...counted, p, mismatch };
}

export function splitShortfall({ mismatch }: Split, share: number): string | undefined {
  if (mismatch === undefined) return undefined;
  const total = mismatch.candidate + mismatch.stable;
  return `requests do not follow the weights: the candidate got ${mismatch.candidate} of ${total} (${((100 * mismatch.candidate) / total).toFixed(1)} %) at ${Math.round(100 * share)} %; routing is broken, or pods cannot be read`;
}
