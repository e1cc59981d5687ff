import betainc from '@stdlib/math-base-special-betainc';
import betaln from '@stdlib/math-base-special-betaln';

/**
 * Absolute e-value: "the candidate fails more often than the objective allows". Uniform mixture over failure
 * probabilities in (max, 1), against the bound `max`:
 * E = B(x+1, n-x+1) (1 - I_max(x+1, n-x+1)) / ((1-max) max^x (1-max)^(n-x)).
 *
 * @param bad failures x, may be fractional after deflation. @param requests n ≥ x. @param max bound in (0, 1).
 * @param dispersion at least 1; counts are divided by it, which divides every log-likelihood ratio of the mixture.
 */
export function absoluteEValue(bad: number, requests: number, max: number, dispersion = 1): number {
  if (!(max > 0 && max < 1)) throw new RangeError(`the bound of an error ratio must lie between 0 and 1, got ${max}`);
  const x = bad / dispersion;
  const good = (requests - bad) / dispersion;
  const upperTail = betainc(max, x + 1, good + 1, true, true);
  if (upperTail === 0) return 0;
  return Math.exp(betaln(x + 1, good + 1) + Math.log(upperTail) - Math.log1p(-max) - x * Math.log(max) - good * Math.log1p(-max));
}
