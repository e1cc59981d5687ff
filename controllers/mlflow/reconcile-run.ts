import type { Experiment } from '../../crds/generated/experiment.ts';
import { experimentResource, trainingRunResource } from '../../crds/generated/resources.ts';
import type { TrainingRun } from '../../crds/generated/training-run.ts';
import { done, waiting, type Outcome } from '../../operator/runtime/outcome.ts';
import { controllerOf } from '../../operator/runtime/owners.ts';
import type { Key, ResourceType } from '../../operator/runtime/types.ts';
import { runOfExperiment } from './content/experiment.ts';
import { digestOf, type MirroredRun } from './content/mirrored.ts';
import { runOfTraining } from './content/training-run.ts';
import type { Deps } from './deps.ts';
import { mirrorRun } from './mirror-run.ts';
import { note } from './note.ts';
import { againMs, problemOf } from './problem.ts';
import { runFiles } from './run-files.ts';
import { foundAt, untilSettledMs } from './settled.ts';

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

const conflictMs = 100;

async function mirror(deps: Deps, type: ResourceType, object: TrainingRun | Experiment, wanted: MirroredRun | undefined): Promise<Outcome> {
  const before = object.status?.mlflow;
  const digest = wanted === undefined ? undefined : digestOf(wanted);
  if (wanted === undefined || digest === undefined || (before?.digest === digest && before.problem === undefined)) return done();
  const earlyMs = before?.digest === undefined && before?.problem === undefined ? untilSettledMs(before?.foundAt, deps.clock.now()) : 0;
  if (earlyMs > 0) return waiting(earlyMs);
  try {
    const { experimentId, runId } = await mirrorRun({ tracking: deps.tracking, put: (path, bytes) => deps.rest.put(path, bytes), files: (manifest) => runFiles(deps.store, manifest) }, wanted);
    const now = deps.clock.now();
    const found = foundAt(before, before?.runId === runId, now);
    const settlesMs = untilSettledMs(found, now);
    const mlflow = { experimentId, runId, url: deps.links.run(experimentId, runId), foundAt: found, ...(settlesMs > 0 ? {} : { digest }) };
    if (!(await note(deps.client, type, object, before, { mlflow }))) return waiting(conflictMs);
    return settlesMs > 0 ? waiting(settlesMs) : done();
  } catch (error) {
    const problem = problemOf(error);
    deps.logger.warn({ namespace: object.metadata.namespace, name: object.metadata.name, kind: object.kind, problem }, 'the copy in MLflow is behind');
    await note(deps.client, type, object, before, { mlflow: { ...before, problem } });
    return waiting(againMs(problem));
  }
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
