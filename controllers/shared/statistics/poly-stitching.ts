/** zeta(1.4), for the exponent that the published bound uses. */
const zeta = 3.105_472_9;
const [exponent, eta] = [1.4, 2];

/**
 * A closed bound that grows like the law of the iterated logarithm (Howard et al. 2021, Theorem 1).
 *
 * @param vMin intrinsic time from which on it is tight. @param c scale of a sub-gamma sum.
 */
export function polyStitchingBound(v: number, alpha: number, vMin: number, c: number): number {
  const k1 = (eta ** 0.25 + eta ** -0.25) / Math.SQRT2;
  const k2 = (Math.sqrt(eta) + 1) / 2;
  const time = Math.max(v, vMin);
  const ell = exponent * Math.log(Math.log((eta * time) / vMin)) + Math.log(zeta / (alpha * Math.log(eta) ** exponent));
  const linear = k2 * c * ell;
  return Math.sqrt(k1 ** 2 * time * ell + linear ** 2) + linear;
}
