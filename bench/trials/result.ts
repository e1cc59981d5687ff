import type { Machine } from '../shared/machine.ts';

/** Seconds. */
export const limits = { aloneMedian: 3, togetherMedian: 3, tumour: 480, digits: 480 } as const;

/** All in seconds. */
export interface Figures {
  /** From the request that creates a TrainingRun to the first work of its trainer, when nothing else runs. */
  readonly aloneMedian: number;
  readonly aloneMost: number;
  /** From when a trial is there to the first work of its trainer, two trials at a time. */
  readonly togetherMedian: number;
  readonly togetherMost: number;
  /** From the request that creates the Experiment to its verdict. */
  readonly tumour: number;
  readonly digits: number;
  /** The fits of the trials of `tumour` in one process. */
  readonly oneProcess: number;
}

export interface TrialsResult {
  readonly measuredAt: string;
  readonly machine: Machine;
  /** Of each Experiment. */
  readonly trials: number;
  readonly alone: number;
  readonly figures: Figures;
  readonly runs: readonly Figures[];
}
