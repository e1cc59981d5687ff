import betainc from '@stdlib/math-base-special-betainc';
import gammaln from '@stdlib/math-base-special-gammaln';

// The binomial distribution with probability 1/2.

/** P(at most this many heads). */
export function atMost(heads: number, throws: number): number {
  return heads >= throws ? 1 : betainc(0.5, throws - heads, heads + 1, true, false);
}

/** P(exactly this many heads). */
export function exactly(heads: number, throws: number): number {
  return Math.exp(gammaln(throws + 1) - gammaln(heads + 1) - gammaln(throws - heads + 1) - throws * Math.LN2);
}
