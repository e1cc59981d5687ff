import type { ExperimentSpec, ExperimentStatus } from '../../../crds/generated/experiment.ts';
import { present } from '../../shared/present.ts';
import { holm } from '../../shared/statistics/holm.ts';
import type { Ranked } from '../policies/rank.ts';
import { posterior, pValueOf } from './corrected-t.ts';
import { compareOnHoldout, type Holdout, type HoldoutTest } from './holdout.ts';
import { pairedScores } from './paired-scores.ts';

export type PairComparison = NonNullable<ExperimentStatus['comparisons']>[number];

/** Two candidates are equivalent when it is this probable that their difference is within the rope. */
const sure = 0.95;

/**
 * Every pair, the better one first; the p-values of all pairs together are adjusted (Holm), those of the folds and those of the
 * held-out rows each by themselves. `holdouts`: by name of the trial.
 */
export function compareAll(spec: Pick<ExperimentSpec, 'objective' | 'comparison' | 'template'>, ranked: readonly Ranked[], holdouts: ReadonlyMap<string, Holdout | undefined> = new Map()): readonly PairComparison[] {
  const sign = spec.objective.direction === 'Maximize' ? 1 : -1;
  const { alpha, rope } = spec.comparison;
  const pairs = ranked.flatMap((a, i) => ranked.slice(i + 1).map((b) => ({ a, b, paired: pairedScores(spec, a.score.folds, b.score.folds) })));
  const adjusted = holm(pairs.map(({ paired }) => (paired === undefined ? 1 : pValueOf(paired))));
  const onHoldout = compareHoldouts(pairs, holdouts, spec.objective.metric === 'roc_auc' ? 'DeLong' : 'McNemar');
  return pairs.map(({ a, b, paired }, i) => {
    const base = { a: a.candidate, b: b.candidate, meanDifference: sign * (a.score.mean - b.score.mean), ...present({ holdout: onHoldout[i] }) };
    if (paired === undefined) return { ...base, verdict: 'NotTested' };
    const adjustedP = adjusted[i] as number;
    const { better, equivalent } = posterior(paired, rope);
    const verdict = adjustedP < alpha ? 'Better' : equivalent >= sure ? 'Equivalent' : 'Undecided';
    return { ...base, pValue: pValueOf(paired), adjustedP, probabilityBetter: better, ropeProbability: equivalent, verdict };
  });
}

/** One for each pair; undefined where the two cannot be compared on the held-out rows. */
function compareHoldouts(pairs: readonly { readonly a: Ranked; readonly b: Ranked }[], holdouts: ReadonlyMap<string, Holdout | undefined>, preferred: HoldoutTest): readonly (PairComparison['holdout'] | undefined)[] {
  const found = pairs.map(({ a, b }) => {
    const [ofA, ofB] = [holdouts.get(a.name), holdouts.get(b.name)];
    return ofA === undefined || ofB === undefined ? undefined : compareOnHoldout(ofA, ofB, preferred);
  });
  const tested = found.flatMap((one, i) => (one === undefined ? [] : [{ i, pValue: one.pValue }]));
  const adjusted = new Map(holm(tested.map(({ pValue }) => pValue)).map((adjustedP, at) => [tested[at]?.i, adjustedP]));
  return found.map((one, i) => (one === undefined ? undefined : { ...one, adjustedP: adjusted.get(i) ?? 1 }));
}
