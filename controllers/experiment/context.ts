import type { Experiment, ExperimentStatus } from '../../crds/generated/experiment.ts';
import type { TrainingRun } from '../../crds/generated/training-run.ts';
import type { EventIntent } from '../shared/event-intent.ts';
import type { HoldoutPointer, Holdouts } from './comparison/read-holdouts.ts';
import type { Ranked } from './policies/rank.ts';
import type { Question, Told } from './search/question.ts';
import type { Studied } from './search/sensitivity.ts';
import type { Suggestions } from './search/suggestions.ts';
import type { Start } from './trials.ts';

export type Status = ExperimentStatus;

/** All that a decision rests on, besides the status before. */
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

/** A decision that only has a status still to be said. */
export const nothing: Omit<Decision, 'status'> = { events: [], ask: new Map(), read: [], study: new Map(), start: [], suspend: [], stop: [], register: undefined, wakeAt: undefined };
