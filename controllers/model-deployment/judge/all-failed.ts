import type { Delta } from './counters.ts';

/** Looks in a row in which the candidate failed every request. */
export interface AllFailed {
  readonly looks: number;
  readonly requests: number;
  /** Requests that its share of the traffic would have given it in these looks; absent where no share is known. */
  readonly usual?: number | undefined;
}

const leastLooks = 2;
const leastRequests = 10;
/** A good version answers none of its usual requests with probability exp(-6), 1 in 400, while a burst fails others. */
const leastUsual = 6;

/**
 * @param stable requests that the weights sent to stable: those that it answered for the candidate are not among them.
 * @param share of the traffic that the candidate gets by the weights, in (0, 1); undefined where they do not tell.
 */
export function addLook(state: AllFailed, candidate: Delta, stable: number, share: number | undefined): AllFailed {
  if (candidate.requests === 0) return state;
  if (candidate.bad < candidate.requests) return { looks: 0, requests: 0 };
  const sum = { looks: state.looks + 1, requests: state.requests + candidate.requests };
  return share === undefined || share >= 1 ? sum : { ...sum, usual: (state.usual ?? 0) + (stable * share) / (1 - share) };
}

/**
 * Total failure: no statistics needed, and no baseline either. A burst of failures, such as one client that tries again
 * and again, adds requests to the usual ones; so where the usual number is known, good answers must be missing. It is
 * not known where stable got nothing.
 */
export function isTotalFailure({ looks, requests, usual }: AllFailed): boolean {
  if (looks < leastLooks) return false;
  return usual === undefined || usual === 0 ? requests >= leastRequests : Math.min(requests, usual) >= leastUsual;
}
