import type { Experiment } from '../../crds/generated/experiment.ts';
import type { Facts } from '../shared/event-intent.ts';
import type { Status } from './context.ts';
import type { Ranked } from './policies/rank.ts';

/** The numbers behind a decision; the scores are those of the ten best candidates. */
export function factsOf({ metadata }: Experiment, { trials }: Status, to: string, competing: readonly Ranked[]): Facts {
  const { total = 0, succeeded = 0, failed = 0 } = trials ?? {};
  const scores = competing.slice(0, 10).map(({ candidate, score, gatesPassed }) => [`${candidate}.${gatesPassed ? 'score' : 'scoreOfNotEligible'}`, score.mean] as const);
  return { from: metadata.name, to, numbers: { trials: total, succeeded, failed, ...Object.fromEntries(scores) } };
}
