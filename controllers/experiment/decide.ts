import type { Experiment, ExperimentStatus } from '../../crds/generated/experiment.ts';
import type { TrainingRun } from '../../crds/generated/training-run.ts';
import { getCondition } from '../../operator/runtime/conditions.ts';
import { compareAll } from './comparison/compare.ts';
import { isOver, nextTrials, tooManyFailed } from './policies/next-trials.ts';
import { onSameFolds, rank, type Ranked } from './policies/rank.ts';
import { format, judgeWinner } from './policies/verdict.ts';
import { concluded, failed, running, suspendedSummary, undecided } from './summaries.ts';
import { trialOf, type Trial } from './trials.ts';
import type { EventIntent, Facts } from '../shared/event-intent.ts';
import { present } from '../shared/present.ts';

export type Status = ExperimentStatus;

export interface Decision {
  readonly status: Status;
  readonly events: readonly EventIntent[];
  /** Candidates whose TrainingRun is to be made. */
  readonly start: readonly string[];
  /** Trials whose `suspend` must follow the experiment's. */
  readonly suspend: readonly { readonly trial: string; readonly value: boolean }[];
  /** The trial to register. */
  readonly register: Ranked | undefined;
}

export interface Context {
  readonly experiment: Experiment;
  readonly runOf: (candidate: string) => TrainingRun | undefined;
  readonly highestVersion: number;
  readonly now: Date;
}

const nothing = { events: [], start: [], suspend: [], register: undefined } as const;

/** Pure: trials are TrainingRuns, history is their statuses, so there is nothing to remember but the verdict. */
export function decide(context: Context, before: Status): Decision {
  const { experiment, now } = context;
  const { spec } = experiment;
  const ended = getCondition(before.conditions, 'Succeeded');
  if (ended !== undefined && ended.status !== 'Unknown') return { status: before, ...nothing, suspend: leftOver(context) };

  const { trials, foldsDigest } = onSameFolds(spec.candidates.map((candidate) => trialOf(experiment, candidate, context.runOf(candidate.name))));
  const ranked = rank(trials, spec.objective.direction);
  const counted: Status = { ...before, startTime: before.startTime ?? now.toISOString(), ...summaryOf(trials, ranked), ...(foldsDigest === undefined ? {} : { foldsDigest }) };
  const suspend = trials.flatMap(({ name, state, run }) => (state === 'Running' && run !== undefined && run.spec.suspend !== spec.suspend ? [{ trial: name, value: spec.suspend }] : []));

  if (spec.suspend && !isOver(spec, trials)) return { ...nothing, status: suspendedSummary(counted, now), suspend };
  if (!isOver(spec, trials)) {
    const start = nextTrials(spec, trials);
    return { ...nothing, status: running(counted, now, 'Competing', `${counted.trials?.text ?? ''} trials done`), start, suspend };
  }
  return conclude(context, counted, trials, ranked);
}

/** Trials that still train although nobody waits for them any more. */
function leftOver({ experiment, runOf }: Context): Decision['suspend'] {
  return experiment.spec.candidates.flatMap((candidate) => {
    const { name, state, run } = trialOf(experiment, candidate, runOf(candidate.name));
    return state === 'Running' && run?.spec.suspend === false ? [{ trial: name, value: true }] : [];
  });
}

function conclude(context: Context, status: Status, trials: readonly Trial[], ranked: readonly Ranked[]): Decision {
  const { experiment, now } = context;
  const { spec } = experiment;
  if (tooManyFailed(spec, trials)) {
    const message = `${trials.filter(({ state }) => state === 'Failed').length} trials failed: ${trials.flatMap(({ candidate, problem }) => (problem === undefined ? [] : [`${candidate}: ${problem}`])).join('; ')}`;
    return { ...nothing, status: failed(status, now, 'TooManyFailedTrials', message), events: [{ type: 'Warning', reason: 'TooManyFailedTrials', action: 'Fail', note: message, facts: factsOf(experiment, status, '', []) }] };
  }
  const comparisons = compareAll(spec, ranked);
  const { trial, verdict } = judgeWinner(spec, ranked, comparisons);
  const judged: Status = { ...status, verdict, ...(comparisons.length === 0 ? {} : { comparisons: [...comparisons] }) };
  if (verdict.reason === 'NoSignificantWinner') return { ...nothing, status: undecided(judged, now, verdict.text ?? ''), events: [{ type: 'Normal', reason: 'NoSignificantWinner', action: 'Judge', note: verdict.text ?? '', facts: factsOf(experiment, judged, '', ranked) }] };
  if (trial === undefined) return { ...nothing, status: failed(judged, now, verdict.reason ?? 'NoScore', verdict.text ?? ''), events: [{ type: 'Warning', reason: verdict.reason ?? 'NoScore', action: 'Fail', note: verdict.text ?? '', facts: factsOf(experiment, judged, '', ranked) }] };
  const event: EventIntent = { type: 'Normal', reason: 'WinnerSelected', action: 'Judge', note: verdict.text ?? '', facts: factsOf(experiment, judged, trial.name, ranked) };
  const manifestSha256 = trial.run?.status?.manifest?.sha256;
  if (spec.winner.register === 'Never' || manifestSha256 === undefined) return { ...nothing, status: concluded(judged, now, verdict.text ?? ''), events: [event] };
  const pendingVersion = status.pendingVersion ?? { name: `${spec.model}-${context.highestVersion + 1}`, manifestSha256 };
  return { ...nothing, status: { ...running(judged, now, 'Registering', `making ModelVersion ${pendingVersion.name}`), pendingVersion }, events: status.pendingVersion === undefined ? [event] : [], register: trial };
}

function factsOf({ metadata }: Experiment, { trials }: Status, to: string, ranked: readonly Ranked[]): Facts {
  const { total = 0, succeeded = 0, failed: lost = 0 } = trials ?? {};
  const scores = ranked.slice(0, 10).map(({ candidate, score, gatesPassed }) => [`${candidate}.${gatesPassed ? 'score' : 'scoreOfNotEligible'}`, score.mean] as const);
  return { from: metadata.name, to, numbers: { trials: total, succeeded, failed: lost, ...Object.fromEntries(scores) } };
}

function summaryOf(trials: readonly Trial[], ranked: readonly Ranked[]): Pick<Status, 'trials' | 'leaderboard' | 'score'> {
  const count = (state: Trial['state']): number => trials.filter((trial) => trial.state === state).length;
  const best = ranked[0];
  return {
    trials: { total: trials.length, running: count('Running'), succeeded: count('Scored'), failed: count('Failed'), text: `${count('Scored') + count('Failed')}/${trials.length}` },
    leaderboard: ranked.slice(0, 10).map(({ candidate, name, algorithm, score, gatesPassed, latencyP99Ms, sizeBytes, fairness }) => ({
      candidate,
      trialRef: name,
      algorithm,
      score: score.mean,
      gatesPassed,
      ...present({ stdDev: score.stdDev, n: score.n, latencyP99Ms, sizeBytes, fairness }),
    })),
    ...(best === undefined ? {} : { score: format(best).slice(0, 48) }),
  };
}
