import betainc from '@stdlib/math-base-special-betainc';
import betaln from '@stdlib/math-base-special-betaln';
import { bisect } from './bisect.ts';
import { oneSidedRho, twoSidedRho } from './normal-mixture.ts';

/** A mixture martingale for sums of bounded steps: each lies in [-g, h] (Howard et al. 2021, Propositions 7 and 8). */
export interface BetaBinomial {
  readonly g: number;
  readonly h: number;
  /** Beta parameters of the mixture over the tilted probability of a step h. */
  readonly a: number;
  readonly b: number;
  readonly oneSided: boolean;
}

export function betaBinomial(vOpt: number, alphaOpt: number, g: number, h: number, oneSided: boolean): BetaBinomial {
  const rho = oneSided ? oneSidedRho(vOpt, alphaOpt) : twoSidedRho(vOpt, alphaOpt);
  const r = Math.max(rho - g * h, 1e-3 * g * h);
  return { g, h, a: r / (h * (g + h)), b: r / (g * (g + h)), oneSided };
}

export function logBetaBinomial(s: number, v: number, { g, h, a, b, oneSided }: BetaBinomial): number {
  const steps = v / (g * h);
  const up = (g * steps + s) / (g + h);
  const down = steps - up;
  const null1 = g / (g + h);
  return logBeta(a + up, b + down, null1, oneSided) - logBeta(a, b, null1, oneSided) - up * Math.log(null1) - down * Math.log1p(-null1);
}

/** Largest sum that the martingale still explains: beyond it, it is at least 1/alpha. */
export function betaBinomialBound(v: number, alpha: number, mixture: BetaBinomial): number {
  return bisect((s) => logBetaBinomial(s, v, mixture) + Math.log(alpha), 0, v / mixture.g);
}

/** Of the whole Beta distribution, or of the part above the null where only greater probabilities are asked about. */
function logBeta(a: number, b: number, from: number, upper: boolean): number {
  return upper ? betaln(a, b) + Math.log(betainc(from, a, b, true, true)) : betaln(a, b);
}
