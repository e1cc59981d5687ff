import type { ExperimentSpec } from '../../../crds/generated/experiment.ts';
import { durationMs } from '../../shared/duration.ts';
import type { Trial } from '../trials.ts';

/** Why no further trial is begun: the reason of TrialsCompleted, and a sentence. */
export interface Over {
  readonly reason: 'AllEnded' | 'GoalReached' | 'BudgetSpent' | 'TooManyFailedTrials';
  readonly message: string;
}

interface Times {
  readonly startTime: string;
  readonly now: Date;
}

/** Undefined while trials are worth it. Failures count first: a goal that is reached does not make up for a broken setup. */
export function over({ maxFailedTrials, objective, budget }: ExperimentSpec, trials: readonly Trial[], times: Times): Over | undefined {
  const failures = trials.filter(({ state }) => state === 'Failed');
  if (failures.length >= maxFailedTrials) return { reason: 'TooManyFailedTrials', message: `${failures.length} trials failed: ${told(failures)}` };
  if (trials.every(hasEnded)) return { reason: 'AllEnded', message: 'every trial has ended' };
  const reached = objective.goal === undefined ? undefined : trials.find((trial) => reaches(objective, objective.goal as number, trial));
  if (reached !== undefined) return { reason: 'GoalReached', message: `${reached.name} has ${objective.metric} ${reached.score?.mean.toPrecision(4) ?? ''}, the goal is ${objective.goal ?? ''}` };
  const { spentAt, text } = budgetEnd(budget, trials, times);
  return spentAt !== undefined && times.now >= spentAt ? { reason: 'BudgetSpent', message: text } : undefined;
}

/** When the budget is spent if the trials under way go on; undefined without a budget, or when nothing runs on it. */
export function budgetEnd(budget: ExperimentSpec['budget'], trials: readonly Trial[], { startTime, now }: Times): { readonly spentAt: Date | undefined; readonly text: string } {
  const ends: { readonly at: number; readonly text: string }[] = [];
  if (budget?.maxDuration !== undefined) ends.push({ at: Date.parse(startTime) + durationMs(budget.maxDuration), text: `budget.maxDuration ${budget.maxDuration} is over` });
  if (budget?.maxBillableSeconds !== undefined) {
    const left = budget.maxBillableSeconds * 1000 - trials.reduce((sum, trial) => sum + tookMs(trial, now), 0);
    const running = trials.filter(({ state, run }) => state === 'Running' && run?.status?.startTime !== undefined).length;
    const text = `the trials took budget.maxBillableSeconds ${budget.maxBillableSeconds} together`;
    if (left <= 0) ends.push({ at: now.getTime(), text });
    else if (running > 0) ends.push({ at: now.getTime() + left / running, text });
  }
  const [first] = ends.sort((a, b) => a.at - b.at);
  return first === undefined ? { spentAt: undefined, text: '' } : { spentAt: new Date(first.at), text: first.text };
}

export function hasEnded({ state }: Trial): boolean {
  return state === 'Scored' || state === 'Stopped' || state === 'Failed';
}

/** Milliseconds from its start to its end, or until now. */
export function tookMs({ run }: Trial, now: Date): number {
  const { startTime, completionTime } = run?.status ?? {};
  return startTime === undefined ? 0 : Math.max(0, (completionTime === undefined ? now.getTime() : Date.parse(completionTime)) - Date.parse(startTime));
}

function reaches({ direction }: ExperimentSpec['objective'], goal: number, { score, gatesPassed }: Trial): boolean {
  if (score === undefined || !gatesPassed) return false;
  return direction === 'Maximize' ? score.mean >= goal : score.mean <= goal;
}

/** As many failures as a sentence bears. */
const mostTold = 8;
const longestProblem = 300;

function told(failures: readonly Trial[]): string {
  const each = failures.slice(0, mostTold).map(({ slot, candidate, problem = '' }) => `${slot.number === undefined ? candidate : `${candidate}-${slot.number}`}: ${problem.slice(0, longestProblem)}`);
  return [...each, ...(failures.length > mostTold ? [`${failures.length - mostTold} more`] : [])].join('; ');
}
