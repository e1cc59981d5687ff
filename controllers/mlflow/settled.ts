/** Longer than any call may take, and the next try after it: one that was given up may take effect until then. */
const settleMs = 6_000;

/** When a copy was found first: a status that names another one is about a copy that is gone. */
export function foundAt(before: { readonly foundAt?: string | undefined } | undefined, same: boolean, now: Date): string {
  return same ? (before?.foundAt ?? now.toISOString()) : now.toISOString();
}

/** Milliseconds until a copy that was found or made is looked for again; 0 when that time is over. */
export function untilSettledMs(found: string | undefined, now: Date): number {
  return found === undefined ? 0 : Math.max(0, Date.parse(found) + settleMs - now.getTime());
}
