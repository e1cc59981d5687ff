import type { ExperimentSpec, ExperimentStatus } from '../../../crds/generated/experiment.ts';
import type { PairComparison } from '../comparison/compare.ts';
import { breakTie } from '../comparison/tie-breakers.ts';
import type { Ranked } from './rank.ts';

export interface Winner {
  readonly trial: Ranked | undefined;
  readonly verdict: NonNullable<ExperimentStatus['verdict']>;
}

type Spec = Pick<ExperimentSpec, 'objective' | 'comparison' | 'winner'>;
type Some = readonly [Ranked, ...Ranked[]];

/** As many names as a sentence bears. */
const mostNamed = 4;

/** `ranked`: one trial for each candidate, best first. Of those that passed their gates: the one proven best, else one of those that cannot be told apart, by the tie-breakers or the score. */
export function judgeWinner(spec: Spec, ranked: readonly Ranked[], comparisons: readonly PairComparison[]): Winner {
  const [best, ...others] = ranked.filter(({ gatesPassed }) => gatesPassed);
  if (best === undefined) {
    const text = ranked.length === 0 ? 'no candidate has a score' : `none of ${ranked.length} candidates passed its gates`;
    return { trial: undefined, verdict: { reason: ranked.length === 0 ? 'NoScore' : 'NoneEligible', text } };
  }
  const score = `${best.candidate} has the best ${spec.objective.metric} ${format(best)} by cross-validation`;
  if (others.length === 0) return { trial: best, verdict: { winner: best.candidate, trialRef: best.name, reason: 'OnlyEligible', text: `${score}: the only candidate that passed its gates` } };
  const against = (other: Ranked): PairComparison | undefined => comparisons.find(({ a, b }) => a === best.candidate && b === other.candidate);
  const unproven = others.filter((other) => against(other)?.verdict !== 'Better');
  const [second] = others;
  if (unproven.length === 0 && second !== undefined) {
    const text = `${score} and is better than every other candidate that passed its gates; next is ${second.candidate} (${format(second)}), ${evidence(against(second), comparisons)}`;
    return { trial: best, verdict: { winner: best.candidate, trialRef: best.name, reason: 'Significant', significant: true, text } };
  }
  return among([best, ...unproven], spec, `${score}, and it is not proven to be better than ${named(unproven, (other) => evidence(against(other), comparisons))}`);
}

/** No significant winner is a finding, not a failure. */
function among(contenders: Some, { comparison, winner: { requireSignificance } }: Spec, found: string): Winner {
  if (requireSignificance) return { trial: undefined, verdict: { reason: 'NoSignificantWinner', significant: false, text: `no significant winner: ${found}` } };
  const { winner, by } = breakTie(contenders, comparison.tieBreakers);
  const how = by === undefined ? 'by its score' : `by ${by}`;
  const text = `no significant winner: ${found}; ${winner.candidate} (${format(winner)}) wins ${how}`;
  return { trial: winner, verdict: { winner: winner.candidate, trialRef: winner.name, reason: by === undefined ? 'BestScore' : 'TieBroken', significant: false, text } };
}

function evidence(pair: PairComparison | undefined, comparisons: readonly PairComparison[]): string {
  if (pair?.adjustedP === undefined || pair.ropeProbability === undefined) return 'which their folds cannot tell';
  const adjusted = comparisons.length > 1 ? ` adjusted for ${comparisons.length} pairs` : '';
  const held = pair.holdout === undefined ? '' : `, ${pair.holdout.test} on ${pair.holdout.rows} held-out rows p ${pair.holdout.adjustedP.toPrecision(2)}`;
  return `p ${pair.adjustedP.toPrecision(2)}${adjusted}, equivalent with probability ${pair.ropeProbability.toFixed(2)}${held}`;
}

function named(trials: readonly Ranked[], why: (trial: Ranked) => string): string {
  const names = trials.slice(0, mostNamed).map((trial) => `${trial.candidate} (${format(trial)}; ${why(trial)})`);
  return [...names, ...(trials.length > mostNamed ? [`${trials.length - mostNamed} more`] : [])].join(', ');
}

export function format({ score }: Pick<Ranked, 'score'>): string {
  return `${score.mean.toPrecision(4)}${score.stdDev === undefined ? '' : ` ± ${score.stdDev.toPrecision(2)}`}`;
}
