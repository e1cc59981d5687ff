/** Of a copy, sorted; the mean of the middle two when there is an even number. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Linear between the two nearest ranks, as numpy does it. Throws for an empty list: no figure may come from nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  if (low === undefined || high === undefined) throw new Error('a percentile of no values');
  return low + (high - low) * (at - Math.floor(at));
}

export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
