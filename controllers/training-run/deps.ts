import type { ModelVersion } from '../../crds/generated/model-version.ts';
import type { TrainingRun } from '../../crds/generated/training-run.ts';
import type { Client } from '../../operator/runtime/client.ts';
import type { Clock } from '../../operator/runtime/clock.ts';
import type { EventRecorder } from '../../operator/runtime/events.ts';
import type { Logger } from '../../operator/runtime/log.ts';
import type { Store } from '../../operator/runtime/store.ts';
import type { ArtifactStore } from '../shared/artifact-store.ts';
import type { Backend } from './backends/backend.ts';
import type { Inbox } from './progress/inbox.ts';

export interface Deps {
  readonly client: Client;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly events: EventRecorder;
  readonly backend: Backend;
  readonly store: ArtifactStore;
  /** Progress that trainers reported. */
  readonly inbox: Pick<Inbox, 'get' | 'forget'>;
  readonly stores: { readonly trainingRuns: Store<TrainingRun>; readonly modelVersions: Store<ModelVersion> };
  /** Prefix for the files of runs that name none, such as s3://models/. */
  readonly defaultOutputUri: string;
}
