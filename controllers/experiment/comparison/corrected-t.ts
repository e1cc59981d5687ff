import { upperTail } from '../../shared/statistics/student-t.ts';

/** What the differences of two models' scores, fold by fold, say of the difference of their means. */
export interface Paired {
  readonly mean: number;
  /** Of the mean, corrected for folds that share their training rows. */
  readonly standardError: number;
  readonly freedom: number;
}

/**
 * The corrected resampled t-test: folds that share training rows vary less than new data would, so the variance of the
 * mean is s^2 (1/n + test/train) instead of s^2/n (Nadeau and Bengio, Machine Learning 52, 2003).
 * `testToTrain`: test rows of a fold divided by its training rows. Undefined with fewer than two folds, and where nothing
 * varies: then the noise is unknown, not zero.
 */
export function pairedFolds(differences: readonly number[], testToTrain: number): Paired | undefined {
  const n = differences.length;
  if (n < 2) return undefined;
  const mean = differences.reduce((sum, one) => sum + one, 0) / n;
  const variance = differences.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1);
  // Equal differences still differ by rounding.
  if (variance <= (1e-12 * Math.max(1, Math.abs(mean))) ** 2) return undefined;
  return { mean, standardError: Math.sqrt(variance * (1 / n + testToTrain)), freedom: n - 1 };
}

/** Of "there is no difference", on both sides. */
export function pValueOf({ mean, standardError, freedom }: Paired): number {
  return 2 * upperTail(Math.abs(mean) / standardError, freedom);
}

export interface Posterior {
  /** That the first one is better by more than the rope, by less than it either way, and worse by more. They add up to 1. */
  readonly better: number;
  readonly equivalent: number;
  readonly worse: number;
}

/**
 * The Bayesian correlated t-test: after these folds the difference is Student's t around their mean (Corani and Benavoli,
 * Machine Learning 100, 2015). `rope`: differences up to it matter to nobody, in the metric's unit.
 */
export function posterior({ mean, standardError, freedom }: Paired, rope: number): Posterior {
  const better = upperTail((rope - mean) / standardError, freedom);
  const worse = upperTail((rope + mean) / standardError, freedom);
  return { better, equivalent: Math.max(0, 1 - better - worse), worse };
}
