const MOST = 3;

/** Up to three candidates that look like `name`, best first: misspellings, other case, other separators. */
export function nearest(name: string, candidates: readonly string[]): string[] {
  const plain = simplify(name);
  const limit = Math.max(2, Math.floor(plain.length / 3));
  return candidates
    // A key of a request may be as long as its body; the distance costs the product of both lengths.
    .filter((candidate) => Math.abs(candidate.length - name.length) <= limit + 2 && name.length <= 200)
    .map((candidate) => ({ candidate, distance: distance(plain, simplify(candidate)) }))
    .filter((scored) => scored.distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST)
    .map((scored) => scored.candidate);
}

function simplify(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_.-]+/g, '');
}

/** Levenshtein's edit distance, one row of the table at a time. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current[j] = Math.min(swap, (previous[j] as number) + 1, (current[j - 1] as number) + 1);
    }
    previous = current;
  }
  return previous[b.length] as number;
}
