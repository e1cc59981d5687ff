/** More digits than anybody acts on; each costs an evaluation. */
const digits = 1e-9;

/** Where an increasing function passes zero between two points; the upper end, so that an upper bound stays one. */
export function bisect(increasing: (x: number) => number, low: number, high: number): number {
  let [left, right] = [low, high];
  while (right - left > digits * Math.max(1, Math.abs(right))) {
    const middle = (left + right) / 2;
    if (increasing(middle) < 0) left = middle;
    else right = middle;
  }
  return right;
}

/** The value from which on an increasing, unbounded function is at least zero. */
export function bisectUp(increasing: (x: number) => number, start = 1): number {
  let high = start;
  while (increasing(high) < 0) high *= 2;
  return bisect(increasing, 0, high);
}
