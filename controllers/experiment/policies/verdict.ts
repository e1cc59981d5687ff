import type { Experiment, ExperimentStatus } from '../../../crds/generated/experiment.ts';
import type { Ranked } from './rank.ts';

export interface Winner {
  readonly trial: Ranked | undefined;
  readonly verdict: NonNullable<ExperimentStatus['verdict']>;
}

/** The best candidate that passed its gates; a sentence says by how much and what was not tested. */
export function judgeWinner(objective: Experiment['spec']['objective'], ranked: readonly Ranked[]): Winner {
  const eligible = ranked.filter(({ gatesPassed }) => gatesPassed);
  const [best, second] = eligible;
  if (best === undefined) {
    const text = ranked.length === 0 ? 'no candidate has a score' : `none of ${ranked.length} candidates passed its gates`;
    return { trial: undefined, verdict: { reason: ranked.length === 0 ? 'NoScore' : 'NoneEligible', text } };
  }
  const score = `${objective.metric} ${format(best)} by cross-validation`;
  const lead = second === undefined ? 'the only candidate that passed its gates' : `ahead of ${second.candidate} (${format(second)}) by ${Math.abs(best.score.mean - second.score.mean).toPrecision(3)}; whether the difference is significant was not tested`;
  return { trial: best, verdict: { winner: best.candidate, reason: 'BestScore', text: `${best.candidate} has the best ${score}: ${lead}` } };
}

export function format({ score }: Ranked): string {
  return `${score.mean.toPrecision(4)}${score.stdDev === undefined ? '' : ` ± ${score.stdDev.toPrecision(2)}`}`;
}
