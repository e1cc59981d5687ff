import { getCondition } from '../../operator/runtime/conditions.ts';
import { conclude } from './conclude.ts';
import { nothing, type Context, type Decision, type Status } from './context.ts';
import { giveUp } from './give-up.ts';
import { overviewOf, paretoTable } from './overview.ts';
import { hopeless } from './policies/early-stopping.ts';
import { heldUp } from './policies/held-up.ts';
import { nextTrials } from './policies/next-trials.ts';
import { budgetEnd, over } from './policies/over.ts';
import { bestOfEach, onSameFolds, rank } from './policies/rank.ts';
import { questionsFor } from './search/question.ts';
import { slotsOf } from './search/slots.ts';
import type { Suggestions } from './search/suggestions.ts';
import { impactSlots } from './studies/feature-impact.ts';
import { running, suspendedSummary } from './summaries.ts';
import { followsSuspend, trialOf, type Start, type Trial } from './trials.ts';

/** Pure: trials are TrainingRuns, history is their statuses, so there is nothing to remember but the verdict. */
export function decide(context: Context, before: Status): Decision {
  const { experiment, now } = context;
  const { spec } = experiment;
  const gridSizes = gridSizesOf(before, context.suggestions);
  const slots = slotsOf(experiment, gridSizes);
  const tried = slots.map((slot) => trialOf(experiment, slot, context.runOf(slot.name)));
  const ended = getCondition(before.conditions, 'Succeeded');
  if (ended !== undefined && ended.status !== 'Unknown') return { status: before, ...nothing, stop: leftOver(context, tried) };

  const { trials, foldsDigest } = onSameFolds(tried);
  const ranked = rank(trials, spec.objective.direction);
  const competing = bestOfEach(ranked);
  const startTime = before.startTime ?? now.toISOString();
  const status: Status = { ...before, startTime, ...overviewOf(trials, ranked, competing, gridSizes, now), ...(foldsDigest === undefined ? {} : { foldsDigest }) };

  const end = over(spec, trials, { startTime, now });
  if (end !== undefined) return conclude(context, { status: { ...status, ...paretoTable(ranked) }, trials, competing, end });
  const suspend = followsSuspend(spec, trials);
  if (spec.suspend) return { ...nothing, status: suspendedSummary(status, now), suspend };
  const { spentAt } = budgetEnd(spec.budget, trials, { startTime, now });
  const begun = begin(context, status, trials);
  return { ...begun, suspend, stop: stoppable(hopeless(spec, trials)), wakeAt: earliest(spentAt, begun.wakeAt) };
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
  const held = heldUp(trials, now);
  const done = `${status.trials?.text ?? ''} trials done`;
  const { reason, message } = problem ?? (held.text === undefined ? { reason: 'Competing', message: done } : { reason: 'TrialsWaiting', message: `${done}; ${held.text}` });
  return { ...nothing, wakeAt: held.wakeAt, status: running(status, now, reason, message), ask: problem === undefined ? questionsFor(spec, trials, unknown) : nothing.ask, start: known };
}

function earliest(...dates: readonly (Date | undefined)[]): Date | undefined {
  return dates.filter((date) => date !== undefined).sort((a, b) => a.getTime() - b.getTime())[0];
}

function gridSizesOf({ candidates = [] }: Status, { gridSizes }: Suggestions): ReadonlyMap<string, number> {
  return new Map([...candidates.flatMap(({ name, gridSize }) => (gridSize === undefined ? [] : [[name, gridSize] as const])), ...gridSizes]);
}

/** Trials that still train although nobody waits for them any more. */
function leftOver({ experiment, runOf }: Context, trials: readonly Trial[]): Decision['stop'] {
  const studies = impactSlots(experiment).map((slot) => trialOf(experiment, slot, runOf(slot.name)));
  return stoppable([...trials, ...studies].filter(({ state }) => state === 'Running'));
}

function stoppable(trials: readonly Trial[]): Decision['stop'] {
  return trials.flatMap(({ name, run }) => (run?.spec.stop === true ? [] : [name]));
}
