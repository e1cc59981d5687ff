import type { Ranked } from '../policies/rank.ts';
import { specOf } from './contest.ts';

/** A trial with these scores, fold by fold; it passed its gates, and nothing else was measured. */
export function scored(candidate: string, folds: readonly number[], more: Partial<Ranked> = {}): Ranked {
  const [any] = specOf().candidates;
  if (any === undefined) throw new Error('a spec has candidates');
  const mean = folds.reduce((sum, one) => sum + one, 0) / folds.length;
  return {
    slot: { candidate: { ...any, name: candidate }, number: undefined, name: candidate }, candidate, algorithm: 'xgboost', name: candidate, state: 'Scored', problem: undefined, run: undefined, chosen: undefined, doneFolds: folds,
    score: { mean, stdDev: undefined, n: folds.length, foldsDigest: 'a', folds }, gatesPassed: true, latencyP99Ms: undefined, sizeBytes: undefined, fairness: undefined, ...more,
  };
}
