import type { Experiment } from '../../crds/generated/experiment.ts';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import type { TrainingRun } from '../../crds/generated/training-run.ts';
import { createController, type Controller, type ControllerOptions } from '../../operator/runtime/controller.ts';
import type { Informer } from '../../operator/runtime/informer.ts';
import { controllerOf } from '../../operator/runtime/owners.ts';
import { keyOf, type Key } from '../../operator/runtime/types.ts';
import type { Deps } from './deps.ts';
import { createLinks } from './links.ts';
import { reconcileExperiment, reconcileTrainingRun } from './reconcile-run.ts';
import { reconcileModelVersion } from './reconcile-version.ts';
import { registry } from './rest/registry.ts';
import { createRest, type MlflowServer } from './rest/rest.ts';
import { tracking } from './rest/tracking.ts';

interface Watched {
  readonly trainingRuns: Informer<TrainingRun>;
  readonly experiments: Informer<Experiment>;
  readonly modelVersions: Informer<ModelVersion>;
}

/**
 * The mirror has queues of its own, so that an MLflow which hangs delays nothing: no other controller waits for it or
 * reads what it writes.
 *
 * @param server with `pagesUrl`, where people reach MLflow.
 */
export function createMirror(server: MlflowServer & { readonly pagesUrl: string }, deps: Pick<Deps, 'client' | 'logger' | 'store' | 'stores'>, common: Pick<ControllerOptions, 'logger' | 'metrics' | 'clock'>, informers: Watched): readonly Controller[] {
  const rest = createRest(server);
  const all: Deps = { ...deps, clock: common.clock, rest, tracking: tracking(rest), registry: registry(rest), links: createLinks(server.pagesUrl) };
  const { trainingRuns, experiments, modelVersions } = informers;

  return [
    createController({ ...common, name: 'mlflow-training-run', reconcile: (key) => reconcileTrainingRun(all, key) })
      .watches(trainingRuns, ({ object }) => [keyOf(object)])
      .watches(experiments, ({ object, old }) => (object.status?.mlflow?.runId === old?.status?.mlflow?.runId ? [] : trialsOf(all, object))),
    createController({ ...common, name: 'mlflow-experiment', reconcile: (key) => reconcileExperiment(all, key) })
      .watches(experiments, ({ object }) => [keyOf(object)])
      .watches(trainingRuns, ({ object, old }) => (object.status?.completionTime === old?.status?.completionTime ? [] : experimentOf(object))),
    createController({ ...common, name: 'mlflow-model-version', reconcile: (key) => reconcileModelVersion(all, key) })
      .watches(modelVersions, ({ object }) => [keyOf(object)])
      .watches(trainingRuns, ({ object, old }) => (object.status?.mlflow?.runId === old?.status?.mlflow?.runId ? [] : versionsOf(all, object))),
  ];
}

function trialsOf({ stores }: Deps, { metadata }: Experiment): Key[] {
  return stores.trainingRuns.list(metadata.namespace).filter((run) => controllerOf(run)?.uid === metadata.uid).map(keyOf);
}

function experimentOf(run: TrainingRun): Key[] {
  const owner = controllerOf(run);
  return owner?.kind === 'Experiment' ? [{ namespace: run.metadata.namespace ?? '', name: owner.name }] : [];
}

function versionsOf({ stores }: Deps, { metadata }: TrainingRun): Key[] {
  return stores.modelVersions.list(metadata.namespace).filter(({ spec }) => spec.trainingRunRef?.uid === metadata.uid).map(keyOf);
}
