import { pairedFolds } from '../../controllers/experiment/comparison/corrected-t.ts';
import { upperTail } from '../../controllers/shared/statistics/student-t.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Where the mean of the folds is likely to lie: Student's t around it, with the standard error that the operator compares
 * candidates by. `testToTrain`: test rows of a fold divided by its training rows. Undefined where the noise is not known.
 */
export function meanInterval(folds: readonly number[], testToTrain: number, confidence = 0.95): Interval | undefined {
  const found = pairedFolds(folds, testToTrain);
  if (found === undefined) return undefined;
  const margin = quantile((1 - confidence) / 2, found.freedom) * found.standardError;
  return { low: found.mean - margin, high: found.mean + margin };
}

/** The t that Student's t exceeds with this probability, below a half. */
export function quantile(tail: number, freedom: number): number {
  let [low, high] = [0, 1];
  while (upperTail(high, freedom) > tail && high < 1e9) high *= 2;
  for (let i = 0; i < 80; i += 1) {
    const middle = (low + high) / 2;
    if (upperTail(middle, freedom) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
