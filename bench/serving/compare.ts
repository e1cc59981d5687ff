import type { Answers } from './models.ts';

/** Batches and other versions of the runtime add in another order; a wrong row differs by far more. */
export const tolerance = 1e-5;

/** The largest difference of a probability. Throws where a label differs, a row is missing, or it is above the tolerance. */
export function largestDifference(expected: Answers, actual: Answers): number {
  const rows = expected.label.length;
  if (actual.label.length !== rows || actual.probabilities.length !== rows) throw new Error(`${actual.label.length} labels and ${actual.probabilities.length} probabilities for ${rows} rows`);
  let largest = 0;
  for (let row = 0; row < rows; row++) {
    if (actual.label[row] !== expected.label[row]) throw new Error(`row ${row} got label ${String(actual.label[row])}, not ${String(expected.label[row])}`);
    for (let column = 0; column < 2; column++) {
      const difference = Math.abs((actual.probabilities[row]?.[column] ?? NaN) - (expected.probabilities[row]?.[column] ?? NaN));
      if (!(difference <= tolerance)) throw new Error(`row ${row} got ${String(actual.probabilities[row]?.[column])}, not ${String(expected.probabilities[row]?.[column])}`);
      largest = Math.max(largest, difference);
    }
  }
  return largest;
}
