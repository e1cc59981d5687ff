/** Requests that the candidate refused because an output held NaN or infinity, and the looks that showed any. */
export interface InvalidOutputs {
  readonly count: number;
  readonly looks: number;
}

const least = 3;
const leastLooks = 2;

export function addInvalid(state: InvalidOutputs, count: number): InvalidOutputs {
  return count === 0 ? state : { count: state.count + count, looks: state.looks + 1 };
}

/** A hard rule without statistics: one broken row of one client is no reason, a model that keeps doing it is. */
export function invalidBreach({ count, looks }: InvalidOutputs, requests: number, ratio: number): string | undefined {
  if (count < least || looks < leastLooks || count <= ratio * requests) return undefined;
  return `${count} of ${requests} requests gave NaN or infinity, allowed is a share of ${ratio}`;
}
