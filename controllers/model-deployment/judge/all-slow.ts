import { plus, type Delta } from './counters.ts';
import { burstMs } from './spaced.ts';

/** Looks in a row in which the candidate answered no request in time. */
export interface AllSlow {
  /** Its first and its last look. */
  readonly since: string;
  readonly until: string;
  readonly requests: number;
  /** What stable was asked in these looks, and how much of it came too late. */
  readonly stable: Delta;
}

const leastRequests = 10;

export function addSlow(state: AllSlow | undefined, candidate: Delta, stable: Delta, at: Date): AllSlow | undefined {
  if (candidate.requests === 0) return state;
  if (candidate.bad < candidate.requests) return undefined;
  return { since: state?.since ?? at.toISOString(), until: at.toISOString(), requests: (state?.requests ?? 0) + candidate.requests, stable: plus(state?.stable, stable) };
}

/**
 * Slow altogether: the candidate has answered nothing in time for longer than any burst lasts, while stable, on the same
 * machines, was in time more often than not. No sequential test is asked, as with total failure; but two looks are too
 * few here, because a pause of a second or two is nothing unusual in a good version.
 */
export function isAllSlow(state: AllSlow | undefined): state is AllSlow {
  if (state === undefined || state.requests < leastRequests || Date.parse(state.until) - Date.parse(state.since) <= burstMs) return false;
  return 2 * state.stable.bad < state.stable.requests;
}
