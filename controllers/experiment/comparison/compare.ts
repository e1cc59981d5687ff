import type { ExperimentSpec, ExperimentStatus } from '../../../crds/generated/experiment.ts';
import { holm } from '../../shared/statistics/holm.ts';
import type { Ranked } from '../policies/rank.ts';
import { pairedFolds, posterior, pValueOf } from './corrected-t.ts';

export type PairComparison = NonNullable<ExperimentStatus['comparisons']>[number];

/** Two candidates are equivalent when it is this probable that their difference is within the rope. */
const sure = 0.95;

/** Every pair, the better one first; the p-values of all pairs together are adjusted (Holm). */
export function compareAll(spec: Pick<ExperimentSpec, 'objective' | 'comparison' | 'template'>, ranked: readonly Ranked[]): readonly PairComparison[] {
  const sign = spec.objective.direction === 'Maximize' ? 1 : -1;
  const { alpha, rope } = spec.comparison;
  const { folds, repeats } = spec.template.crossValidation;
  const expected = { folds: folds * repeats, ratio: testToTrain(spec.template) };
  const pairs = ranked.flatMap((a, i) => ranked.slice(i + 1).map((b) => ({ a, b, paired: pairOf(a, b, sign, expected) })));
  const adjusted = holm(pairs.map(({ paired }) => (paired === undefined ? 1 : pValueOf(paired))));
  return pairs.map(({ a, b, paired }, i) => {
    const base = { a: a.candidate, b: b.candidate, meanDifference: sign * (a.score.mean - b.score.mean) };
    if (paired === undefined) return { ...base, verdict: 'NotTested' };
    const adjustedP = adjusted[i] as number;
    const { better, equivalent } = posterior(paired, rope);
    const verdict = adjustedP < alpha ? 'Better' : equivalent >= sure ? 'Equivalent' : 'Undecided';
    return { ...base, pValue: pValueOf(paired), adjustedP, probabilityBetter: better, ropeProbability: equivalent, verdict };
  });
}

/** Undefined where the folds of the two cannot be paired: a fold without a score is left out of the list, and nobody knows which one it was. */
function pairOf(a: Ranked, b: Ranked, sign: number, { folds, ratio }: { readonly folds: number; readonly ratio: number }): ReturnType<typeof pairedFolds> {
  if (a.score.folds.length !== folds || b.score.folds.length !== folds) return undefined;
  return pairedFolds(a.score.folds.map((score, i) => sign * (score - (b.score.folds[i] as number))), ratio);
}

/**
 * Test rows of a fold by its training rows. In the order of time the first fold is trained on one part and the last on all
 * but one, so there it is the mean.
 */
function testToTrain({ crossValidation: { folds }, data }: ExperimentSpec['template']): number {
  if (data.split.strategy !== 'Time') return 1 / (folds - 1);
  return Array.from({ length: folds }, (_, i) => 1 / (i + 1)).reduce((sum, one) => sum + one, 0) / folds;
}
