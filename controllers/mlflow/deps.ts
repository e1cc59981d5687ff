import type { Experiment } from '../../crds/generated/experiment.ts';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import type { TrainingRun } from '../../crds/generated/training-run.ts';
import type { Clock } from '../../operator/runtime/clock.ts';
import type { Client } from '../../operator/runtime/client.ts';
import type { Logger } from '../../operator/runtime/log.ts';
import type { Store } from '../../operator/runtime/store.ts';
import type { ArtifactStore } from '../shared/artifact-store.ts';
import type { Links } from './links.ts';
import type { Registry } from './rest/registry.ts';
import type { Rest } from './rest/rest.ts';
import type { Tracking } from './rest/tracking.ts';

export interface Deps {
  readonly client: Client;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly store: ArtifactStore;
  readonly rest: Pick<Rest, 'put'>;
  readonly tracking: Tracking;
  readonly registry: Registry;
  readonly links: Links;
  readonly stores: { readonly trainingRuns: Store<TrainingRun>; readonly experiments: Store<Experiment>; readonly modelVersions: Store<ModelVersion> };
}
