import { bisect } from './bisect.ts';
import { betaBinomial, logBetaBinomial } from './beta-binomial.ts';

// Confidence sequences for a probability: they hold at every look at once, so that whoever looks every second and acts
// on the first good moment is still right with the stated confidence.

/**
 * Two-sided interval for the probability behind x of n, at level 1 - alpha.
 *
 * @param tOpt number of trials at which the interval is tightest.
 */
export function bernoulliInterval(x: number, n: number, alpha: number, tOpt: number): readonly [low: number, high: number] {
  if (n === 0) return [0, 1];
  const share = x / n;
  const excess = (p: number): number => {
    const v = p * (1 - p);
    return logBetaBinomial(n * (share - p), n * v, betaBinomial(tOpt * v, 0.05, p, 1 - p, false)) + Math.log(alpha);
  };
  return [share === 0 ? 0 : bisect((p) => -excess(p), 1e-12, share), share === 1 ? 1 : bisect(excess, share, 1 - 1e-12)];
}

/** The greatest probability that x of n do not refute at level 1 - alpha, at any number of looks. */
export function upperBound(x: number, n: number, alpha: number, tOpt: number): number {
  if (n === 0 || x >= n) return 1;
  const good = n - x;
  // "So few failures" is "so many successes": the one-sided martingale of the successes against 1 - p.
  const excess = (p: number): number => {
    const v = p * (1 - p);
    return logBetaBinomial(good - n * (1 - p), n * v, betaBinomial(tOpt * v, 0.05, 1 - p, p, true)) + Math.log(alpha);
  };
  return bisect(excess, x / n, 1 - 1e-12);
}

/** The smallest probability that x of n do not refute. */
export function lowerBound(x: number, n: number, alpha: number, tOpt: number): number {
  return 1 - upperBound(n - x, n, alpha, tOpt);
}
