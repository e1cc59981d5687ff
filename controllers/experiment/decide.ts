import type { Experiment, ExperimentStatus } from '../../crds/generated/experiment.ts';
import type { TrainingRun } from '../../crds/generated/training-run.ts';
import { getCondition } from '../../operator/runtime/conditions.ts';
import type { EventIntent, Facts } from '../shared/event-intent.ts';
import { compareAll } from './comparison/compare.ts';
import type { HoldoutPointer, Holdouts } from './comparison/read-holdouts.ts';
import { overviewOf, paretoTable } from './overview.ts';
import { hopeless } from './policies/early-stopping.ts';
import { nextTrials } from './policies/next-trials.ts';
import { budgetEnd, over, type Over } from './policies/over.ts';
import { bestOfEach, onSameFolds, rank, type Ranked } from './policies/rank.ts';
import { judgeWinner } from './policies/verdict.ts';
import { questionsFor, type Parameters, type Question, type Told } from './search/question.ts';
import { sensitivityQuestions, type Studied } from './search/sensitivity.ts';
import { slotsOf, type Slot } from './search/slots.ts';
import type { Suggestions } from './search/suggestions.ts';
import { concluded, failed, registering, running, suspendedSummary, undecided } from './summaries.ts';
import { trialOf, type Trial } from './trials.ts';

export type Status = ExperimentStatus;

/** A TrainingRun to be made. */
export interface Start {
  readonly slot: Slot;
  /** Undefined for a candidate without a search. */
  readonly parameters: Parameters | undefined;
}

export interface Decision {
  readonly status: Status;
  readonly events: readonly EventIntent[];
  /** What must be known before anything is done, by candidate: decide again with the answers. */
  readonly ask: ReadonlyMap<string, Question>;
  /** What must be read before the candidates are judged: decide again with it. */
  readonly read: readonly HoldoutPointer[];
  /** What the suggestion service is to find out before the experiment ends, by candidate: decide again with it. */
  readonly study: ReadonlyMap<string, Told>;
  readonly start: readonly Start[];
  /** Trials whose `suspend` must follow the experiment's. */
  readonly suspend: readonly { readonly trial: string; readonly value: boolean }[];
  /** Names of trials to give up. */
  readonly stop: readonly string[];
  /** The trial to register. */
  readonly register: Ranked | undefined;
  /** When to look again though nothing has changed. */
  readonly wakeAt: Date | undefined;
}

export interface Context {
  readonly experiment: Experiment;
  /** By name. */
  readonly runOf: (name: string) => TrainingRun | undefined;
  /** Answers to what was asked before. */
  readonly suggestions: Suggestions;
  /** What was to be read before. */
  readonly holdouts: Holdouts;
  readonly studied: Studied | undefined;
  readonly highestVersion: number;
  readonly now: Date;
}

const nothing = { events: [], ask: new Map<string, Question>(), read: [], study: new Map<string, Told>(), start: [], suspend: [], stop: [], register: undefined, wakeAt: undefined } as const;

/** Pure: trials are TrainingRuns, history is their statuses, so there is nothing to remember but the verdict. */
export function decide(context: Context, before: Status): Decision {
  const { experiment, now } = context;
  const { spec } = experiment;
  const gridSizes = gridSizesOf(before, context.suggestions);
  const slots = slotsOf(experiment, gridSizes);
  const ended = getCondition(before.conditions, 'Succeeded');
  if (ended !== undefined && ended.status !== 'Unknown') return { status: before, ...nothing, stop: leftOver(context, slots) };

  const { trials, foldsDigest } = onSameFolds(slots.map((slot) => trialOf(experiment, slot, context.runOf(slot.name))));
  const ranked = rank(trials, spec.objective.direction);
  const competing = bestOfEach(ranked);
  const startTime = before.startTime ?? now.toISOString();
  const counted: Status = { ...before, startTime, ...overviewOf(trials, ranked, competing, gridSizes, now), ...(foldsDigest === undefined ? {} : { foldsDigest }) };
  const suspend = trials.flatMap(({ name, state, run }) => (state === 'Running' && run !== undefined && run.spec.suspend !== spec.suspend ? [{ trial: name, value: spec.suspend }] : []));

  const end = over(spec, trials, { startTime, now });
  if (end !== undefined) return conclude(context, { ...counted, ...paretoTable(ranked) }, trials, competing, end);
  if (spec.suspend) return { ...nothing, status: suspendedSummary(counted, now), suspend };
  const { spentAt: wakeAt } = budgetEnd(spec.budget, trials, { startTime, now });
  const stop = hopeless(spec, trials).flatMap(({ name, run }) => (run?.spec.stop === true ? [] : [name]));
  return { ...begin(context, counted, trials), suspend, stop, wakeAt };
}

/** The trials that are next: those whose parameters are known begin, the others are asked about. */
function begin(context: Context, status: Status, trials: readonly Trial[]): Decision {
  const { experiment: { spec }, suggestions: { problem, parameters }, now } = context;
  if (problem?.reason === 'InvalidSearch') return giveUp(context, status, problem.reason, problem.message);
  const next = nextTrials(spec, trials);
  const known = next.flatMap(({ slot }): Start[] => {
    if (slot.number === undefined) return [{ slot, parameters: undefined }];
    const chosen = parameters.get(slot.candidate.name)?.get(slot.number);
    return chosen === undefined ? [] : [{ slot, parameters: chosen }];
  });
  const unknown = next.filter(({ slot }) => !known.some((one) => one.slot === slot));
  const [reason, message] = problem === undefined ? (['Competing', `${status.trials?.text ?? ''} trials done`] as const) : ([problem.reason, problem.message] as const);
  return { ...nothing, status: running(status, now, reason, message), ask: problem === undefined ? questionsFor(spec, trials, unknown) : nothing.ask, start: known };
}

function gridSizesOf({ candidates = [] }: Status, { gridSizes }: Suggestions): ReadonlyMap<string, number> {
  return new Map([...candidates.flatMap(({ name, gridSize }) => (gridSize === undefined ? [] : [[name, gridSize] as const])), ...gridSizes]);
}

/** Trials that still train although nobody waits for them any more. */
function leftOver({ experiment, runOf }: Context, slots: readonly Slot[]): Decision['stop'] {
  return slots.flatMap((slot) => {
    const { name, state, run } = trialOf(experiment, slot, runOf(slot.name));
    return state === 'Running' && run?.spec.stop !== true ? [name] : [];
  });
}

function conclude(context: Context, status: Status, trials: readonly Trial[], competing: readonly Ranked[], end: Over): Decision {
  const { experiment, now } = context;
  const { spec } = experiment;
  if (end.reason === 'TooManyFailedTrials') return giveUp(context, status, end.reason, end.message);
  const { byTrial, problem = context.studied?.problem } = context.holdouts;
  if (problem !== undefined) return { ...nothing, status: running(status, now, problem.reason, problem.message) };
  const read = unreadHoldouts(competing, byTrial);
  if (read.length > 0) return { ...nothing, status, read };
  const study = sensitivityQuestions(spec, trials);
  if (study.size > 0 && context.studied === undefined) return { ...nothing, status, study };
  const { sensitivity = [] } = context.studied ?? {};
  const comparisons = compareAll(spec, competing, byTrial);
  const { trial, verdict } = judgeWinner(spec, competing, comparisons);
  const judged: Status = { ...status, verdict, ...(comparisons.length === 0 ? {} : { comparisons: [...comparisons] }), ...(sensitivity.length === 0 ? {} : { sensitivity }) };
  const told = verdict.text ?? '';
  if (verdict.reason === 'NoSignificantWinner') return { ...nothing, status: undecided(judged, now, told, end), events: [{ type: 'Normal', reason: 'NoSignificantWinner', action: 'Judge', note: told, facts: factsOf(experiment, judged, '', competing) }] };
  if (trial === undefined) return { ...nothing, status: failed(judged, now, verdict.reason ?? 'NoScore', told, end), events: [{ type: 'Warning', reason: verdict.reason ?? 'NoScore', action: 'Fail', note: told, facts: factsOf(experiment, judged, '', competing) }] };
  const event: EventIntent = { type: 'Normal', reason: 'WinnerSelected', action: 'Judge', note: told, facts: factsOf(experiment, judged, trial.name, competing) };
  const manifestSha256 = trial.run?.status?.manifest?.sha256;
  if (spec.winner.register === 'Never' || manifestSha256 === undefined) return { ...nothing, status: concluded(judged, now, told, end), events: [event] };
  const pendingVersion = status.pendingVersion ?? { name: `${spec.model}-${context.highestVersion + 1}`, manifestSha256 };
  return { ...nothing, status: { ...registering(judged, now, pendingVersion.name ?? '', end), pendingVersion }, events: status.pendingVersion === undefined ? [event] : [], register: trial };
}

/** One candidate alone is compared with nobody. */
function unreadHoldouts(competing: readonly Ranked[], known: Holdouts['byTrial']): readonly HoldoutPointer[] {
  if (competing.length < 2) return [];
  return competing.flatMap(({ name, run }) => {
    const { uri, sha256 } = run?.status?.holdout ?? {};
    return uri === undefined || sha256 === undefined || known.has(name) ? [] : [{ name, uri, sha256 }];
  });
}

function giveUp({ experiment, now }: Context, status: Status, reason: 'InvalidSearch' | 'TooManyFailedTrials', message: string): Decision {
  return { ...nothing, status: failed(status, now, reason, message), events: [{ type: 'Warning', reason, action: 'Fail', note: message, facts: factsOf(experiment, status, '', []) }] };
}

function factsOf({ metadata }: Experiment, { trials }: Status, to: string, competing: readonly Ranked[]): Facts {
  const { total = 0, succeeded = 0, failed: lost = 0 } = trials ?? {};
  const scores = competing.slice(0, 10).map(({ candidate, score, gatesPassed }) => [`${candidate}.${gatesPassed ? 'score' : 'scoreOfNotEligible'}`, score.mean] as const);
  return { from: metadata.name, to, numbers: { trials: total, succeeded, failed: lost, ...Object.fromEntries(scores) } };
}
