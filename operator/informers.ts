import type { Experiment } from '../crds/generated/experiment.ts';
import type { ModelDeployment } from '../crds/generated/model-deployment.ts';
import type { ModelVersion } from '../crds/generated/model-version.ts';
import { experimentResource, modelDeploymentResource, modelVersionResource, trainingRunResource } from '../crds/generated/resources.ts';
import type { TrainingRun } from '../crds/generated/training-run.ts';
import { byDeployment, byHost, podsByRevision } from '../controllers/model-deployment/deps.ts';
import type { PodDisruptionBudget, Service } from '../controllers/model-deployment/resources/services.ts';
import { jobOfPod, podsByJob } from '../controllers/training-run/backends/kubernetes-job.ts';
import { deployments, endpointSlices, envoyFilters, gateways, horizontalPodAutoscalers, jobs, podDisruptionBudgets, pods, services, virtualServices, type Deployment, type EndpointSlice, type EnvoyFilter, type Gateway, type HorizontalPodAutoscaler, type Job, type Pod, type VirtualService } from '../controllers/shared/kube-types.ts';
import { label, managedByValue } from '../controllers/shared/names.ts';
import { createInformer, type Informer, type InformerOptions } from './runtime/informer.ts';
import { createSharing } from './runtime/sharing.ts';
import type { KubeObject, ResourceType } from './runtime/types.ts';

type Common = Pick<InformerOptions<KubeObject>, 'client' | 'logger' | 'metrics' | 'clock'> & { readonly namespaces: readonly string[] };

export interface Informers {
  readonly trainingRuns: Informer<TrainingRun>;
  readonly experiments: Informer<Experiment>;
  readonly modelVersions: Informer<ModelVersion>;
  readonly modelDeployments: Informer<ModelDeployment>;
  readonly jobs: Informer<Job>;
  readonly pods: Informer<Pod>;
  readonly endpointSlices: Informer<EndpointSlice>;
  readonly deployments: Informer<Deployment>;
  readonly services: Informer<Service>;
  readonly budgets: Informer<PodDisruptionBudget>;
  readonly autoscalers: Informer<HorizontalPodAutoscaler>;
  readonly virtualServices: Informer<VirtualService>;
  readonly gateways: Informer<Gateway>;
  readonly envoyFilters: Informer<EnvoyFilter>;
}

/** Everything the operator keeps a copy of. Built-in kinds are narrowed to our own objects by label: a cluster has many pods. */
export function createInformers(common: Common): Informers {
  const informer = <T extends KubeObject>(type: ResourceType, more: Pick<InformerOptions<T>, 'labelSelector' | 'indexes' | 'transform'> = {}): Informer<T> => createInformer<T>({ ...common, type, ...more });
  const ours = `${label.managedBy}=${managedByValue}`;
  const indexedBy = (name: string) => (object: KubeObject): string[] => {
    const value = object.metadata.labels?.[name];
    return value === undefined ? [] : [`${object.metadata.namespace ?? ''}/${value}`];
  };
  return {
    trainingRuns: informer<TrainingRun>(trainingRunResource),
    experiments: informer<Experiment>(experimentResource),
    modelVersions: informer<ModelVersion>(modelVersionResource, { transform: withSharedSignature(createSharing()) }),
    modelDeployments: informer<ModelDeployment>(modelDeploymentResource, { indexes: { [byHost]: ({ spec }) => spec.traffic?.hosts ?? [] } }),
    jobs: informer<Job>(jobs, { labelSelector: ours }),
    pods: informer<Pod>(pods, { labelSelector: ours, indexes: { [podsByJob]: jobOfPod, [podsByRevision]: indexedBy(label.revision) } }),
    endpointSlices: informer<EndpointSlice>(endpointSlices, { labelSelector: ours, indexes: { [podsByRevision]: indexedBy(label.revision) } }),
    deployments: informer<Deployment>(deployments, { labelSelector: ours, indexes: { [byDeployment]: indexedBy(label.deployment) } }),
    services: informer<Service>(services, { labelSelector: ours, indexes: { [byDeployment]: indexedBy(label.deployment) } }),
    budgets: informer<PodDisruptionBudget>(podDisruptionBudgets, { labelSelector: ours, indexes: { [byDeployment]: indexedBy(label.deployment) } }),
    autoscalers: informer<HorizontalPodAutoscaler>(horizontalPodAutoscalers, { labelSelector: ours, indexes: { [byDeployment]: indexedBy(label.deployment) } }),
    virtualServices: informer<VirtualService>(virtualServices, { labelSelector: ours }),
    // Users name any gateway, so these are not narrowed.
    gateways: informer<Gateway>(gateways),
    envoyFilters: informer<EnvoyFilter>(envoyFilters, { labelSelector: ours, indexes: { [byDeployment]: ({ metadata: { labels } }) => [`${labels?.[label.deploymentNamespace] ?? ''}/${labels?.[label.deployment] ?? ''}`] } }),
  };
}

/** The versions of a model rarely differ in their inputs, and those are the longest part of a status. */
function withSharedSignature(share: ReturnType<typeof createSharing>): (version: ModelVersion) => ModelVersion {
  return (version) => (version.status?.signature === undefined ? version : { ...version, status: { ...version.status, signature: share(version.status.signature) } });
}
