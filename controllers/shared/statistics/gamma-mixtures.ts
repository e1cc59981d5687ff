import gammainc from '@stdlib/math-base-special-gammainc';
import gammaln from '@stdlib/math-base-special-gammaln';
import { bisectUp } from './bisect.ts';

// One-sided mixture martingales for sums that are heavier than Gaussian to the right (Howard et al. 2021,
// Propositions 9 and 10). `c` is the scale, `rho` the precision of the mixture.

const logLower = (x: number, shape: number): number => Math.log(gammainc(x, shape, true, false));
const logUpper = (x: number, shape: number): number => Math.log(gammainc(x, shape, true, true));

export function logGammaExponential(s: number, v: number, rho: number, c: number): number {
  const [prior, posterior, x] = [rho / c ** 2, (v + rho) / c ** 2, (c * s + v + rho) / c ** 2];
  const normalizer = prior * Math.log(prior) - gammaln(prior) - logLower(prior, prior);
  return normalizer + gammaln(posterior) + logLower(x, posterior) - posterior * Math.log(x) + (c * s + v) / c ** 2;
}

export function logGammaPoisson(s: number, v: number, rho: number, c: number): number {
  const [prior, rate, posterior] = [rho / c ** 2, (v + rho) / c ** 2, (c * s + v + rho) / c ** 2];
  const normalizer = prior * Math.log(prior) - gammaln(prior) - logUpper(prior, prior);
  return normalizer + gammaln(posterior) + logUpper(rate, posterior) - posterior * Math.log(rate) + v / c ** 2;
}

export function gammaExponentialBound(v: number, alpha: number, rho: number, c: number): number {
  return bisectUp((s) => logGammaExponential(s, v, rho, c) + Math.log(alpha));
}

export function gammaPoissonBound(v: number, alpha: number, rho: number, c: number): number {
  return bisectUp((s) => logGammaPoisson(s, v, rho, c) + Math.log(alpha));
}
