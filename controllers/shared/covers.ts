/**
 * Whether `live` holds everything that `wanted` says: members that only the server filled in do not matter. Lists must
 * have the same length. Used to leave out writes that would change nothing.
 */
export function covers(live: unknown, wanted: unknown): boolean {
  if (wanted === undefined) return true;
  if (Array.isArray(wanted)) return Array.isArray(live) && live.length === wanted.length && wanted.every((item, i) => covers(live[i], item));
  if (wanted !== null && typeof wanted === 'object') {
    if (live === null || typeof live !== 'object') return false;
    return Object.entries(wanted).every(([name, member]) => covers((live as Record<string, unknown>)[name], member));
  }
  return Object.is(live, wanted);
}
