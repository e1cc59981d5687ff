import { asymptoticHalfWidth } from '../../shared/statistics/asymptotic-interval.ts';
import { upperTail } from '../../shared/statistics/student-t.ts';
import { plusRewards, type Rewards } from './rewards.ts';

/** Rewards of both versions together at which the bounds are tightest: a test that needs many more finds a difference too small to matter soon. */
export const tunedFor = 1000;

export interface Arm {
  readonly mean: number;
  readonly variance: number;
}

export interface Comparison {
  /** Of the candidate less stable. */
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
  /** Absent where nothing varies. */
  readonly welch?: { readonly t: number; readonly p: number };
}

/** Undefined with fewer than two rewards. */
export function armOf({ count, sum, sumSquares }: Rewards): Arm | undefined {
  if (count < 2) return undefined;
  const mean = sum / count;
  // Rounding may leave a little less than nothing.
  return { mean, variance: Math.max(0, (sumSquares - count * mean * mean) / (count - 1)) };
}

/**
 * The difference of the means, and between which values it lies at every look at once with probability 1 - alpha
 * (asymptotic confidence sequence). Undefined while a version has fewer than two rewards.
 *
 * Of each version at least the variance of all rewards together is taken: thirty rewards of a rare event may all be 0,
 * and a version that seems to have no variance would win or lose at once.
 */
export function compare(candidate: Rewards, stable: Rewards, alpha: number): Comparison | undefined {
  const [a, b, all] = [armOf(candidate), armOf(stable), armOf(plusRewards(candidate, stable))];
  if (a === undefined || b === undefined || all === undefined) return undefined;
  const difference = a.mean - b.mean;
  const error = Math.sqrt(Math.max(a.variance, all.variance) / candidate.count + Math.max(b.variance, all.variance) / stable.count);
  const half = asymptoticHalfWidth(error, candidate.count + stable.count, alpha, tunedFor);
  const welch = welchTest(a, candidate.count, b, stable.count);
  return { difference, lower: difference - half, upper: difference + half, ...(welch === undefined ? {} : { welch }) };
}

/** Welch's t and its two-sided p-value, by the Welch-Satterthwaite degrees of freedom. */
export function welchTest(a: Arm, n: number, b: Arm, m: number): { readonly t: number; readonly p: number } | undefined {
  const [va, vb] = [a.variance / n, b.variance / m];
  if (va + vb === 0) return undefined;
  const t = (a.mean - b.mean) / Math.sqrt(va + vb);
  const freedom = (va + vb) ** 2 / (va ** 2 / (n - 1) + vb ** 2 / (m - 1));
  return { t, p: 2 * upperTail(Math.abs(t), freedom) };
}
