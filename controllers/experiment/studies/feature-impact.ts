import type { Experiment, ExperimentSpec, ExperimentStatus } from '../../../crds/generated/experiment.ts';
import { present } from '../../shared/present.ts';
import { holm } from '../../shared/statistics/holm.ts';
import { pValueOf } from '../comparison/corrected-t.ts';
import { pairedScores } from '../comparison/paired-scores.ts';
import type { Context, Decision } from '../context.ts';
import { nextTrials } from '../policies/next-trials.ts';
import { hasEnded, type Over } from '../policies/over.ts';
import type { Ranked } from '../policies/rank.ts';
import type { Slot } from '../search/slots.ts';
import { followsSuspend, trialOf, type Trial } from '../trials.ts';

type Group = ExperimentSpec['studies']['featureGroups'][number];
export type Impact = NonNullable<ExperimentStatus['featureImpact']>;

/** How far the study is. */
export interface ImpactStudy extends Pick<Decision, 'start' | 'suspend'> {
  /** Of the groups whose run has ended, largest first. */
  readonly impact: Impact;
  /** Groups whose run has not ended. */
  readonly left: number;
}

/** As a status holds. */
const longestProblem = 256;
const none: ImpactStudy = { impact: [], left: 0, start: [], suspend: [] };

/** The runs of a study, one for each group; `candidate` counts for nothing until there is a winner. */
export function impactSlots({ metadata, spec }: Experiment): readonly (Slot & { readonly without: Group })[] {
  const [first] = spec.candidates;
  return first === undefined ? [] : spec.studies.featureGroups.map((without) => ({ candidate: first, number: undefined, name: `${metadata.name}-without-${without.name}`, without }));
}

/**
 * Trains the winner once more without each group of columns, on the same folds, and tests fold by fold what the group adds:
 * leave one group out. Nothing is studied without a winner, and when the budget is spent.
 */
export function studyImpact({ experiment, runOf }: Context, winner: Ranked | undefined, { reason }: Over): ImpactStudy {
  if (winner === undefined || reason === 'BudgetSpent') return none;
  const { spec } = experiment;
  const trials = impactSlots(experiment).map((slot) => trialOf(experiment, { ...slot, candidate: winner.slot.candidate }, runOf(slot.name)));
  const start = nextTrials(spec, trials).map(({ slot }) => ({ slot, parameters: winner.chosen }));
  return { impact: impactOf(spec, winner, trials.filter(hasEnded)), left: trials.filter((trial) => !hasEnded(trial)).length, start, suspend: followsSuspend(spec, trials) };
}

function impactOf(spec: ExperimentSpec, winner: Ranked, ended: readonly Trial[]): Impact {
  const sign = spec.objective.direction === 'Maximize' ? 1 : -1;
  const studied = ended.map((trial) => {
    const without = trial.score?.foldsDigest === winner.score.foldsDigest ? trial.score : undefined;
    const paired = without === undefined ? undefined : pairedScores(spec, winner.score.folds, without.folds);
    return { trial, without, pValue: paired === undefined ? undefined : pValueOf(paired) };
  });
  const tested = studied.filter(({ pValue }) => pValue !== undefined);
  const adjusted = holm(tested.map(({ pValue }) => pValue as number));
  return studied
    .map(({ trial, without, pValue }) => {
      const adjustedP = adjusted[tested.findIndex((one) => one.trial === trial)];
      const delta = without === undefined ? undefined : sign * (winner.score.mean - without.mean);
      const problem = without === undefined ? (trial.problem ?? 'measured on other folds').slice(0, longestProblem) : undefined;
      return { group: trial.slot.without?.name ?? '', trialRef: trial.name, verdict: verdictOf(delta, adjustedP, spec.comparison.alpha), ...present({ delta, pValue, adjustedP, problem }) };
    })
    .sort((a, b) => (b.delta ?? -Infinity) - (a.delta ?? -Infinity));
}

function verdictOf(delta: number | undefined, adjustedP: number | undefined, alpha: number): Impact[number]['verdict'] {
  if (delta === undefined || adjustedP === undefined) return 'NotTested';
  if (adjustedP >= alpha) return 'Unproven';
  return delta > 0 ? 'Helps' : 'Harms';
}
