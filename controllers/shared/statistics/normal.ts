import erfc from '@stdlib/math-base-special-erfc';

/**
 * P(|Z| > |z|) for the standard normal distribution. At the root of x that is also P(X > x) for chi-squared with one
 * degree of freedom.
 */
export function bothTails(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}
