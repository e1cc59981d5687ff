import betainc from '@stdlib/math-base-special-betainc';
import { bisect } from '../../controllers/shared/statistics/bisect.ts';

/** The greatest probability that `successes` of `trials` do not refute: the one-sided bound of Clopper and Pearson (1934). */
export function binomialUpper(successes: number, trials: number, alpha: number): number {
  if (successes >= trials) return 1;
  return bisect((p) => betainc(p, successes + 1, trials - successes) - (1 - alpha), 0, 1);
}
