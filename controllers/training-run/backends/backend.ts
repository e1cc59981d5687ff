import type { TrainingRun } from '../../../crds/generated/training-run.ts';

/** What the trainer left as its last words (at most 4096 bytes, see the container contract in docs/). */
export interface LastWords {
  readonly manifest?: { readonly uri: string; readonly sha256: string };
  readonly artifact?: { readonly uri: string; readonly sha256: string; readonly sizeBytes: number };
  readonly report?: { readonly uri: string };
  readonly checkpoint?: Checkpoint;
  readonly error?: { readonly reason: string; readonly message: string };
}

/** What the next launch need not do again, as a trainer tells it; nobody reads the bytes but the next trainer. */
export interface Checkpoint {
  readonly uri: string;
  readonly step: number;
  /** RFC 3339. */
  readonly time: string;
}

/** How one launch ended, in words that mean the same on every backend. */
export interface Ending {
  /** Absent when nobody saw the container end. */
  readonly exitCode?: number | undefined;
  /** The platform took the machine away; nothing is wrong with the run. */
  readonly preempted: boolean;
  /** What the platform says: OOMKilled, Evicted, PodLost … */
  readonly platformReason: string;
  readonly detail: string;
  readonly lastWords: LastWords;
}

export type LaunchState =
  | { readonly phase: 'Absent' }
  /** It waits for its queue, or waits again after the queue took its place away. That is no failure and no preemption. */
  | { readonly phase: 'Queued'; readonly message: string }
  | { readonly phase: 'Starting'; readonly trouble?: { readonly reason: string; readonly message: string } }
  | { readonly phase: 'Running' }
  | { readonly phase: 'Ended'; readonly ending: Ending };

/** What the launch is told to do. */
export interface Launch {
  /** Number of the launch within the run, from 1. */
  readonly number: number;
  readonly attempt: number;
  /** Where its files go. */
  readonly outputUri: string;
  /** Where fitted features are kept for later runs, and looked for. */
  readonly featureStoreUri: string;
  /** Folder of its checkpoints, the same for every launch of the run; undefined: none are wanted. */
  readonly checkpointUri?: string | undefined;
  /** ModelVersion that the new one would follow. */
  readonly parent: string | undefined;
}

/** One meaning on every platform: deterministic names, idempotent calls, and no state of its own. */
export interface Backend {
  observe(run: TrainingRun, launch: number): LaunchState;
  create(run: TrainingRun, launch: Launch): Promise<void>;
  /** Ends the launch and removes what it left on the platform; records and artifacts stay. */
  stop(run: TrainingRun, launch: number): Promise<void>;
  describe(run: TrainingRun, launch: number): { readonly kind: string; readonly name: string; readonly logsHint: string };
}
