import { atMost, exactly } from '../../shared/statistics/fair-coin.ts';
import { bothTails } from '../../shared/statistics/normal.ts';

interface ChiSquared {
  /** One degree of freedom. */
  readonly statistic: number;
  readonly pValue: number;
}

/** All p-values are two-sided, of "of the rows that one model alone has right, either has half". */
export interface McNemar {
  /** Never rejects too often, and rejects too seldom where rows are few. */
  readonly exactP: number;
  /** The exact one with the observed outcome counted half. */
  readonly midP: number;
  readonly plain: ChiSquared;
  /** With Edwards's correction for continuity. */
  readonly corrected: ChiSquared;
}

/**
 * McNemar's test of two classifiers on the same rows (Psychometrika 12, 1947), from the numbers of rows that only the
 * first and only the second has right. Without such a row (b + c = 0) nothing speaks against equal models: every p is 1.
 */
export function mcnemar(b: number, c: number): McNemar {
  const n = b + c;
  const fewer = Math.min(b, c);
  const twice = 2 * atMost(fewer, n);
  const distance = Math.abs(b - c);
  return {
    exactP: Math.min(1, twice),
    midP: n === 0 ? 1 : Math.min(1, twice - exactly(fewer, n)),
    plain: chiSquared(distance, n),
    // Equal counts are no distance; the formula alone would make one of them.
    corrected: chiSquared(Math.max(0, distance - 1), n),
  };
}

function chiSquared(distance: number, n: number): ChiSquared {
  const z = n === 0 ? 0 : distance / Math.sqrt(n);
  return { statistic: z * z, pValue: bothTails(z) };
}
