import type { Experiment } from '../../crds/generated/experiment.ts';
import { experimentResource, trainingRunResource } from '../../crds/generated/resources.ts';
import type { TrainingRun } from '../../crds/generated/training-run.ts';
import { done, type Outcome } from '../../operator/runtime/outcome.ts';
import { controllerOf } from '../../operator/runtime/owners.ts';
import type { Key, ResourceType } from '../../operator/runtime/types.ts';
import { runOfExperiment } from './content/experiment.ts';
import type { MirroredRun } from './content/mirrored.ts';
import { runOfTraining } from './content/training-run.ts';
import type { Deps } from './deps.ts';
import { keepCopy } from './keep-copy.ts';
import { mirrorRun } from './mirror-run.ts';
import { runFiles } from './run-files.ts';

export async function reconcileTrainingRun(deps: Deps, key: Key): Promise<Outcome> {
  const run = deps.stores.trainingRuns.get(key);
  if (run === undefined || run.metadata.deletionTimestamp !== undefined || !run.spec.mlflow.enabled) return done();
  const parent = parentOf(deps, run);
  // Its copy comes first, and brings this key back.
  if (parent !== undefined && parent.status?.mlflow?.runId === undefined) return done();
  return mirror(deps, trainingRunResource, run, runOfTraining(run, parent?.status?.mlflow?.runId));
}

export async function reconcileExperiment(deps: Deps, key: Key): Promise<Outcome> {
  const experiment = deps.stores.experiments.get(key);
  if (experiment === undefined || experiment.metadata.deletionTimestamp !== undefined || !experiment.spec.template.mlflow.enabled) return done();
  return mirror(deps, experimentResource, experiment, runOfExperiment(experiment, trialsOf(deps, experiment)));
}

function mirror(deps: Deps, type: ResourceType, object: TrainingRun | Experiment, wanted: MirroredRun | undefined): Promise<Outcome> {
  const before = object.status?.mlflow;
  const mirroring = { tracking: deps.tracking, put: deps.rest.put, files: (manifest: NonNullable<MirroredRun['manifest']>) => runFiles(deps.store, manifest) };
  return keepCopy(deps, {
    type, object, before, wanted,
    make: async (run) => {
      const { experimentId, runId } = await mirrorRun(mirroring, run);
      return { said: { experimentId, runId, url: deps.links.run(experimentId, runId) }, same: before?.runId === runId };
    },
    place: (mlflow) => ({ mlflow }),
  });
}

/** The Experiment that a run is a trial of, while there is one that is mirrored. */
function parentOf({ stores }: Deps, run: TrainingRun): Experiment | undefined {
  const owner = controllerOf(run);
  if (owner?.kind !== 'Experiment') return undefined;
  const experiment = stores.experiments.get({ namespace: run.metadata.namespace ?? '', name: owner.name });
  return experiment?.metadata.uid === owner.uid && experiment.spec.template.mlflow.enabled ? experiment : undefined;
}

function trialsOf({ stores }: Deps, { metadata }: Experiment): readonly TrainingRun[] {
  return stores.trainingRuns.list(metadata.namespace).filter((run) => controllerOf(run)?.uid === metadata.uid);
}
