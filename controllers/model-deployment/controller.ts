import type { Experiment } from '../../crds/generated/experiment.ts';
import type { ModelDeployment } from '../../crds/generated/model-deployment.ts';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import type { TrainingRun } from '../../crds/generated/training-run.ts';
import type { Controller } from '../../operator/runtime/controller.ts';
import type { Informer } from '../../operator/runtime/informer.ts';
import { keyOf, type Key, type KubeObject } from '../../operator/runtime/types.ts';
import type { Deployment, EndpointSlice, EnvoyFilter, Gateway, HorizontalPodAutoscaler, Pod, VirtualService } from '../shared/kube-types.ts';
import { label } from '../shared/names.ts';
import type { PodDisruptionBudget, Service } from './resources/services.ts';

export interface Informers {
  readonly modelDeployments: Informer<ModelDeployment>;
  readonly modelVersions: Informer<ModelVersion>;
  readonly trainingRuns: Informer<TrainingRun>;
  readonly experiments: Informer<Experiment>;
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

/** What a change of which object wakes. */
export function wire(controller: Controller, informers: Informers): Controller {
  const labelled = ({ object }: { object: KubeObject }): Key[] => {
    const name = object.metadata.labels?.[label.deployment];
    return name === undefined ? [] : [{ namespace: object.metadata.namespace ?? '', name }];
  };
  const all = (): readonly ModelDeployment[] => informers.modelDeployments.store.list();
  /** Deployments that name a version which this may register, or might have. */
  const waiting = ({ object }: { object: TrainingRun | Experiment }): Key[] =>
    informers.modelDeployments.store
      .list(object.metadata.namespace)
      .filter(({ metadata: { namespace = '' }, spec }) => spec.model === object.spec.model && informers.modelVersions.store.get({ namespace, name: spec.version }) === undefined)
      .map(keyOf);
  return controller
    .watches(informers.modelDeployments, ({ object }) => [keyOf(object)])
    .watches(informers.modelVersions, ({ object }) =>
      informers.modelDeployments.store.list(object.metadata.namespace).filter(({ spec }) => spec.version === object.metadata.name).map(keyOf))
    .watches(informers.trainingRuns, waiting)
    .watches(informers.experiments, waiting)
    .watches(informers.pods, labelled)
    .watches(informers.endpointSlices, labelled)
    .watches(informers.deployments, labelled)
    .watches(informers.services, labelled)
    .watches(informers.budgets, labelled)
    .watches(informers.autoscalers, labelled)
    .watches(informers.virtualServices, labelled)
    .watches(informers.envoyFilters, ({ object: { metadata: { labels } } }) => {
      const [namespace, name] = [labels?.[label.deploymentNamespace], labels?.[label.deployment]];
      return namespace === undefined || name === undefined ? [] : [{ namespace, name }];
    })
    .watches(informers.gateways, ({ object }) => {
      const gateway = `${object.metadata.namespace ?? ''}/${object.metadata.name}`;
      return all().filter(({ spec }) => spec.traffic.gateways?.includes(gateway) === true).map(keyOf);
    });
}
