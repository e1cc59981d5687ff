import type { Machine } from '../shared/machine.ts';

export const limits = { wallMsATrial: 150, statusKb: 64 } as const;

export interface Figures {
  /** From the first Job to the end, by the number of trials. */
  readonly wallMsATrial: number;
  /** From the end of a trial's pod to the Job of the trial that takes its place. */
  readonly betweenP50Ms: number;
  readonly betweenP99Ms: number;
  /** Of the operator. */
  readonly cpuMsATrial: number;
  /** The largest that the Experiment's status ever was, as JSON. */
  readonly statusKb: number;
}

export interface ExperimentResult {
  readonly measuredAt: string;
  readonly machine: Machine;
  readonly trials: number;
  readonly parallelism: number;
  readonly figures: Figures;
  readonly runs: readonly Figures[];
}
