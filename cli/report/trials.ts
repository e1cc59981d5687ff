import type { TrainingRun } from '../../crds/generated/training-run.ts';
import type { Trial as Counted } from '../../controllers/experiment/trials.ts';
import { getCondition } from '../../operator/runtime/conditions.ts';

export type Parameters = Readonly<Record<string, unknown>>;

/** A trial as a report tells of it. */
export interface Trial {
  readonly candidate: string;
  /** Within its search; undefined without one. */
  readonly number: number | undefined;
  readonly name: string;
  readonly state: Exclude<Counted['state'], 'Missing'>;
  /** Why it has no score, or cannot win. */
  readonly problem: string | undefined;
  readonly parameters: Parameters;
  readonly score: number | undefined;
  readonly stdDev: number | undefined;
  /** Scores of the folds that it has done. */
  readonly folds: readonly number[];
  readonly gatesPassed: boolean;
  readonly latencyP99Ms: number | undefined;
  readonly sizeBytes: number | undefined;
  readonly fairness: number | undefined;
  /** Milliseconds since 1970. */
  readonly start: number | undefined;
  readonly end: number | undefined;
}

export type Scored = Trial & { readonly score: number };

export function isScored(trial: Trial): trial is Scored {
  return trial.score !== undefined;
}

/** What the operator counts of a run, and what else is told of it. */
export function told({ candidate, slot, name, state, problem, score, doneFolds, gatesPassed, latencyP99Ms, sizeBytes, fairness }: Counted, { spec, status }: TrainingRun): Trial {
  const ended = getCondition(status?.conditions, 'Succeeded');
  // Of a run that was stopped, or only missed a gate, the operator needs no sentence.
  const ending = state === 'Stopped' ? ended?.message : state === 'Scored' && !gatesPassed ? `${ended?.reason ?? ''}: ${ended?.message ?? ''}` : undefined;
  return {
    candidate, number: slot.number, name, state: state === 'Missing' ? 'Running' : state, problem: problem ?? ending, parameters: spec.algorithm?.parameters ?? {},
    score: score?.mean, stdDev: score?.stdDev, folds: doneFolds, gatesPassed, latencyP99Ms, sizeBytes, fairness, start: timeOf(status?.startTime), end: timeOf(status?.completionTime),
  };
}

function timeOf(text: string | undefined): number | undefined {
  const time = Date.parse(text ?? '');
  return Number.isFinite(time) ? time : undefined;
}

/** What a person calls it. */
export function nameOf({ candidate, number }: Pick<Trial, 'candidate' | 'number'>): string {
  return number === undefined ? candidate : `${candidate} ${number}`;
}
