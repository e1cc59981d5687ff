/**
 * Gives equal values one place in memory: of ten thousand versions of a few models, most describe the same inputs, and a
 * list from the server brings a copy for each (measured: a third of the heap). For values of a frozen cache only. Keeps
 * the values used last; one that was forgotten is merely not shared with those that come later.
 */
export function createSharing(mostKept = 512): <V extends object>(value: V) => V {
  const kept = new Map<string, object>();
  return <V extends object>(value: V): V => {
    const key = JSON.stringify(value);
    const shared = (kept.get(key) ?? value) as V;
    kept.delete(key); // to the end of the order
    kept.set(key, shared);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return shared;
  };
}
