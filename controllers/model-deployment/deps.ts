import type { Experiment } from '../../crds/generated/experiment.ts';
import type { ModelDeployment } from '../../crds/generated/model-deployment.ts';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import type { TrainingRun } from '../../crds/generated/training-run.ts';
import type { Client } from '../../operator/runtime/client.ts';
import type { Clock } from '../../operator/runtime/clock.ts';
import type { EventRecorder } from '../../operator/runtime/events.ts';
import type { Logger } from '../../operator/runtime/log.ts';
import type { Store } from '../../operator/runtime/store.ts';
import type { Deployment, EndpointSlice, EnvoyFilter, Gateway, HorizontalPodAutoscaler, Pod, VirtualService } from '../shared/kube-types.ts';
import type { Sampler } from './evidence/sampler.ts';
import type { ServerImage } from './resources/workload.ts';
import type { PodDisruptionBudget, Service } from './resources/services.ts';
import type { TrafficRouter } from './router/traffic-router.ts';

export interface Deps {
  readonly client: Client;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly events: EventRecorder;
  readonly sampler: Sampler;
  readonly router: TrafficRouter;
  readonly stores: {
    /** Index `host` by each public host. */
    readonly modelDeployments: Store<ModelDeployment>;
    readonly modelVersions: Store<ModelVersion>;
    readonly trainingRuns: Store<TrainingRun>;
    readonly experiments: Store<Experiment>;
    /** Only pods with the label of a deployment; index `revision` by `<namespace>/<revision>`. */
    readonly pods: Store<Pod>;
    /** Only those of our Services; index `revision` by `<namespace>/<revision>`. */
    readonly endpointSlices: Store<EndpointSlice>;
    /** Only objects of ours; index `deployment` by `<namespace>/<deployment>`. */
    readonly deployments: Store<Deployment>;
    readonly services: Store<Service>;
    readonly budgets: Store<PodDisruptionBudget>;
    readonly autoscalers: Store<HorizontalPodAutoscaler>;
    readonly virtualServices: Store<VirtualService>;
    readonly gateways: Store<Gateway>;
    /** Only filters of ours; index `deployment` by the deployment's `<namespace>/<name>`, wherever the filter lives. */
    readonly envoyFilters: Store<EnvoyFilter>;
  };
  readonly server: ServerImage;
  /** Empty means all. */
  readonly watchNamespaces: readonly string[];
  /** Where counters are asked for when spec names no Prometheus. */
  readonly defaultPrometheusUrl: string | undefined;
}

export const podsByRevision = 'revision';
export const byDeployment = 'deployment';
export const byHost = 'host';
