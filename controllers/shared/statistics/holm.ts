/**
 * P-values of several tests, so adjusted that a greatest share of alpha of all families has any false one among those
 * below alpha (Holm 1979): the smallest times m, the next times m - 1, never below one before it.
 */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues.map((p, i) => ({ p, i })).sort((a, b) => a.p - b.p);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let least = 0;
  order.forEach(({ p, i }, rank) => {
    least = Math.max(least, Math.min(1, p * (pValues.length - rank)));
    adjusted[i] = least;
  });
  return adjusted;
}
