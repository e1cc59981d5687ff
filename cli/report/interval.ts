import betainc from '@stdlib/math-base-special-betainc';
import type { ExperimentSpec } from '../../crds/generated/experiment.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Where the mean is likely to lie: Student's t around it, with the variance s^2 (1/n + test/train) of folds that share their
 * training rows (Nadeau and Bengio, Machine Learning 52, 2003), as the operator compares candidates by it. Undefined with fewer
 * than two folds and where they do not vary: then the noise is unknown, not zero.
 */
export function meanInterval(folds: readonly number[], ratio: number, confidence = 0.95): Interval | undefined {
  const n = folds.length;
  if (n < 2 || !folds.every(Number.isFinite)) return undefined;
  const mean = folds.reduce((sum, one) => sum + one, 0) / n;
  const variance = folds.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1);
  if (variance <= (1e-12 * Math.max(1, Math.abs(mean))) ** 2) return undefined;
  const margin = quantile((1 - confidence) / 2, n - 1) * Math.sqrt(variance * (1 / n + ratio));
  return { low: mean - margin, high: mean + margin };
}

/** Test rows of a fold by its training rows; in the order of time folds grow, so there it is the mean. */
export function testToTrain({ crossValidation: { folds }, data }: Pick<ExperimentSpec['template'], 'crossValidation' | 'data'>): number {
  if (folds < 2) return 1;
  if (data.split.strategy !== 'Time') return 1 / (folds - 1);
  return Array.from({ length: folds }, (_, i) => 1 / (i + 1)).reduce((sum, one) => sum + one, 0) / folds;
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

function upperTail(t: number, freedom: number): number {
  return betainc(freedom / (freedom + t * t), freedom / 2, 0.5, true, false) / 2;
}
