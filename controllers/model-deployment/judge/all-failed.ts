import type { Delta } from './counters.ts';

/** Looks in a row in which the candidate failed every request. */
export interface AllFailed {
  readonly looks: number;
  readonly requests: number;
}

const leastLooks = 2;
const leastRequests = 10;

export function addLook(state: AllFailed, candidate: Delta): AllFailed {
  if (candidate.requests === 0) return state;
  if (candidate.bad < candidate.requests) return { looks: 0, requests: 0 };
  return { looks: state.looks + 1, requests: state.requests + candidate.requests };
}

/** Total failure: no statistics needed, and no baseline either. */
export function isTotalFailure(state: AllFailed): boolean {
  return state.looks >= leastLooks && state.requests >= leastRequests;
}
