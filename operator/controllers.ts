import { wire as wireExperiment } from '../controllers/experiment/controller.ts';
import { reconcile as reconcileExperiment } from '../controllers/experiment/reconcile.ts';
import { httpSuggester } from '../controllers/experiment/search/suggester.ts';
import { wire as wireModelDeployment } from '../controllers/model-deployment/controller.ts';
import { podsByRevision } from '../controllers/model-deployment/deps.ts';
import { compareAnswers } from '../controllers/model-deployment/evidence/answers.ts';
import { podSource } from '../controllers/model-deployment/evidence/pods.ts';
import { prometheusSource, stableHistory } from '../controllers/model-deployment/evidence/prometheus.ts';
import { savedAnswers } from '../controllers/model-deployment/evidence/saved.ts';
import { evaluateQueries } from '../controllers/model-deployment/evidence/queries.ts';
import { createSampler } from '../controllers/model-deployment/evidence/sampler.ts';
import { reconcile as reconcileModelDeployment } from '../controllers/model-deployment/reconcile.ts';
import { createIstioRouter } from '../controllers/model-deployment/router/traffic-router.ts';
import { createMirror } from '../controllers/mlflow/controllers.ts';
import { wire as wireModelVersion } from '../controllers/model-version/controller.ts';
import { reconcile as reconcileModelVersion } from '../controllers/model-version/reconcile.ts';
import { kubernetesJobBackend } from '../controllers/training-run/backends/kubernetes-job.ts';
import { wire as wireTrainingRun } from '../controllers/training-run/controller.ts';
import type { Inbox } from '../controllers/training-run/progress/inbox.ts';
import { reconcile as reconcileTrainingRun } from '../controllers/training-run/reconcile.ts';
import { otherArtifact } from '../controllers/model-version/other-artifact.ts';
import type { ArtifactStore } from '../controllers/shared/artifact-store.ts';
import type { Pod } from '../controllers/shared/kube-types.ts';
import { fieldManager } from '../controllers/shared/names.ts';
import { specCheck } from '../controllers/shared/spec-violations.ts';
import { whenValid } from '../controllers/shared/when-valid.ts';
import type { Experiment } from '../crds/generated/experiment.ts';
import type { ModelDeployment } from '../crds/generated/model-deployment.ts';
import type { TrainingRun } from '../crds/generated/training-run.ts';
import { experimentResource, modelDeploymentResource, modelVersionResource, trainingRunResource } from '../crds/generated/resources.ts';
import type { Config } from './config.ts';
import type { Informers } from './informers.ts';
import type { Client } from './runtime/client.ts';
import type { Clock } from './runtime/clock.ts';
import { createController, type Controller, type Runnable } from './runtime/controller.ts';
import type { EventRecorder } from './runtime/events.ts';
import type { Informer } from './runtime/informer.ts';
import type { Logger } from './runtime/log.ts';
import type { Metrics } from './runtime/metrics.ts';
import type { KubeObject } from './runtime/types.ts';

export interface ControllerDeps {
  readonly config: Config;
  readonly client: Client;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly informers: Informers;
  readonly store: ArtifactStore;
  readonly inbox: Inbox;
  readonly recorder: (controller: string) => EventRecorder;
}

/** The four controllers, each with its own event recorder and logger, the sampler that wakes one of them, and the mirror if there is an MLflow. */
export function createControllers(deps: ControllerDeps): readonly Runnable[] {
  const { client, clock, logger, metrics, informers, store, inbox, config, recorder } = deps;
  const stores = storesOf(informers);
  const common = { logger, metrics, clock };
  const { storeSecretName } = config;

  const backend = kubernetesJobBackend({ client, jobs: stores.jobs, pods: stores.pods, trainer: { image: config.trainerImage, storeSecretName, progressUrl: config.progressUrl } });
  const training = { client, clock, logger: logger.child({ controller: 'training-run' }), events: recorder('training-run'), backend, store, inbox, stores, defaultOutputUri: config.defaultOutputUri };
  const experiment = { client, clock, logger: logger.child({ controller: 'experiment' }), events: recorder('experiment'), suggester: httpSuggester(config.suggestUrl), store, stores };
  const version = { client, clock, logger: logger.child({ controller: 'model-version' }), events: recorder('model-version'), store, stores, lastTried: new Map<string, number>() };

  const podsOf = (namespace: string, revision: string): readonly Pod[] => stores.pods.byIndex(podsByRevision, `${namespace}/${revision}`);
  const sampler = createSampler({
    clock,
    sources: [prometheusSource(), podSource({ podsOf })],
    history: stableHistory,
    query: evaluateQueries,
    saved: savedAnswers,
    compare: (target, epoch) => compareAnswers({ podsOf }, target, epoch),
    onSample: (key) => modelDeployments.enqueue(key),
  });
  const deployment = {
    client,
    clock,
    logger: logger.child({ controller: 'model-deployment' }),
    events: recorder('model-deployment'),
    sampler,
    router: createIstioRouter({ client, virtualServices: stores.virtualServices }),
    stores,
    server: { image: config.modelServerImage, storeSecretName },
    watchNamespaces: config.watchNamespaces,
    defaultPrometheusUrl: config.defaultPrometheusUrl,
  };

  const check = specCheck();
  const modelDeployments: Controller = wireModelDeployment(createController({ ...common, name: 'model-deployment', reconcile: whenValid({ ...deployment, ...gates.modelDeployment, check, store: stores.modelDeployments, refused: (key) => sampler.watch(key, undefined) }, (key) => reconcileModelDeployment(deployment, key)) }), informers);

  const trainingRuns = wireTrainingRun(createController({ ...common, name: 'training-run', reconcile: whenValid({ ...training, ...gates.trainingRun, check, store: stores.trainingRuns }, (key) => reconcileTrainingRun(training, key)) }), informers);
  inbox.onReport((key) => trainingRuns.enqueue(key));

  return [
    trainingRuns,
    wireExperiment(createController({ ...common, name: 'experiment', reconcile: whenValid({ ...experiment, ...gates.experiment, check, store: stores.experiments }, (key) => reconcileExperiment(experiment, key)) }), informers),
    wireModelVersion(createController({ ...common, name: 'model-version', reconcile: whenValid({ ...version, ...gates.modelVersion, check, store: stores.modelVersions }, (key) => reconcileModelVersion(version, key)) }), informers),
    { ...modelDeployments, stop: (drainMs) => (sampler.stop(), modelDeployments.stop(drainMs)) },
    ...(config.mlflow === undefined || config.planOnly ? [] : createMirror(config.mlflow, { client, logger: logger.child({ controller: 'mlflow' }), store, stores }, common, informers)),
  ];
}

/** When a spec is asked about again, kind by kind: controllers/shared/when-valid.ts. */
const gates = {
  trainingRun: { type: trainingRunResource, fieldManager: fieldManager.trainingRun, bounded: true, begun: ({ status }: TrainingRun) => (status?.launches ?? 0) > 0 },
  experiment: { type: experimentResource, fieldManager: fieldManager.experiment, bounded: true, begun: ({ status }: Experiment) => status?.startTime !== undefined },
  modelVersion: { type: modelVersionResource, fieldManager: fieldManager.modelVersion, bounded: false, begun: () => false, contradictions: otherArtifact },
  modelDeployment: {
    type: modelDeploymentResource,
    fieldManager: fieldManager.modelDeployment,
    bounded: false,
    begun: ({ metadata, status }: ModelDeployment) => status?.candidate !== undefined && status.observedGeneration === metadata.generation,
  },
};

type Stores = { readonly [K in keyof Informers]: Informers[K]['store'] };

function storesOf(informers: Informers): Stores {
  const entries = Object.entries(informers) as [string, Informer<KubeObject>][];
  return Object.fromEntries(entries.map(([name, { store }]) => [name, store])) as unknown as Stores;
}
