import type { Manifest } from '../../crds/generated/manifest.ts';
import type { TrainingRun, TrainingRunStatus } from '../../crds/generated/training-run.ts';
import type { LaunchState } from './backends/backend.ts';
import type { Heard } from './progress/heard.ts';
import type { EventIntent } from '../shared/event-intent.ts';

export type Status = TrainingRunStatus;

/** What was read back from the store after a launch ended. */
export type Collected =
  | { readonly found: true; readonly manifest: Manifest; readonly pointer: { readonly uri: string; readonly sha256: string }; readonly artifact: { readonly uri: string; readonly sha256: string; readonly sizeBytes: number }; readonly reportUri: string | undefined }
  | { readonly found: false; readonly reason: string; readonly message: string; readonly transient: boolean };

export interface Context {
  readonly run: TrainingRun;
  readonly launch: LaunchState;
  /** Present when the launch ended with files to read and status does not hold them yet. */
  readonly collected: Collected | undefined;
  /** What the trainer of the present launch has reported. */
  readonly heard: Heard | undefined;
  /** Highest number that any version of the model has in the namespace. */
  readonly highestVersion: number;
  readonly now: Date;
}

/** What is to be done after the decision is recorded; at most one thing at a time. */
export type Action = 'none' | 'launch' | 'stop' | 'register';

export interface Decision {
  readonly status: Status;
  readonly events: readonly EventIntent[];
  readonly action: Action;
  readonly wakeAt: Date | undefined;
}

/** One step of the run's life; `undefined` when it has nothing to say. */
export type Policy = (context: Context, status: Status) => Decision | undefined;
