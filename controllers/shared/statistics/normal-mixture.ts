import erfc from '@stdlib/math-base-special-erfc';
import { bisectUp } from './bisect.ts';

// Mixture martingales for sub-Gaussian sums S with intrinsic time V (Howard, Ramdas, McAuliffe & Sekhon 2021,
// "Time-uniform, nonparametric, nonasymptotic confidence sequences", Propositions 5 and 6).

/** The mixture's precision that makes the two-sided bound tightest at intrinsic time `v`. */
export function twoSidedRho(v: number, alpha: number): number {
  const doubled = 2 * Math.log(1 / alpha);
  return v / (doubled + Math.log1p(doubled));
}

export function oneSidedRho(v: number, alpha: number): number {
  return twoSidedRho(v, 2 * alpha);
}

export function logTwoSidedNormal(s: number, v: number, rho: number): number {
  return 0.5 * Math.log(rho / (v + rho)) + (s * s) / (2 * (v + rho));
}

export function logOneSidedNormal(s: number, v: number, rho: number): number {
  return logTwoSidedNormal(s, v, rho) + Math.log(erfc(-s / Math.sqrt(2 * (v + rho))));
}

export function twoSidedNormalBound(v: number, alpha: number, rho: number): number {
  return Math.sqrt((v + rho) * (Math.log1p(v / rho) + 2 * Math.log(1 / alpha)));
}

export function oneSidedNormalBound(v: number, alpha: number, rho: number): number {
  return bisectUp((s) => logOneSidedNormal(s, v, rho) + Math.log(alpha));
}
