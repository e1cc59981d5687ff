import type { KubeObject, ResourceType } from '../../operator/runtime/types.ts';

// The parts of built-in and Istio objects that the controllers read. Everything else passes through untouched.

export const pods: ResourceType = { group: '', version: 'v1', kind: 'Pod', plural: 'pods', namespaced: true };
export const configMaps: ResourceType = { group: '', version: 'v1', kind: 'ConfigMap', plural: 'configmaps', namespaced: true };
export const services: ResourceType = { group: '', version: 'v1', kind: 'Service', plural: 'services', namespaced: true };
export const endpointSlices: ResourceType = { group: 'discovery.k8s.io', version: 'v1', kind: 'EndpointSlice', plural: 'endpointslices', namespaced: true };
export const networkPolicies: ResourceType = { group: 'networking.k8s.io', version: 'v1', kind: 'NetworkPolicy', plural: 'networkpolicies', namespaced: true };
export const jobs: ResourceType = { group: 'batch', version: 'v1', kind: 'Job', plural: 'jobs', namespaced: true };
export const deployments: ResourceType = { group: 'apps', version: 'v1', kind: 'Deployment', plural: 'deployments', namespaced: true };
export const podDisruptionBudgets: ResourceType = { group: 'policy', version: 'v1', kind: 'PodDisruptionBudget', plural: 'poddisruptionbudgets', namespaced: true };
export const horizontalPodAutoscalers: ResourceType = { group: 'autoscaling', version: 'v2', kind: 'HorizontalPodAutoscaler', plural: 'horizontalpodautoscalers', namespaced: true };
export const virtualServices: ResourceType = { group: 'networking.istio.io', version: 'v1', kind: 'VirtualService', plural: 'virtualservices', namespaced: true };
export const gateways: ResourceType = { group: 'networking.istio.io', version: 'v1', kind: 'Gateway', plural: 'gateways', namespaced: true };
export const envoyFilters: ResourceType = { group: 'networking.istio.io', version: 'v1alpha3', kind: 'EnvoyFilter', plural: 'envoyfilters', namespaced: true };

export interface ContainerState {
  waiting?: { reason?: string; message?: string };
  running?: { startedAt?: string };
  terminated?: { exitCode: number; signal?: number; reason?: string; message?: string; finishedAt?: string };
}

export interface ContainerStatus {
  name: string;
  ready: boolean;
  restartCount: number;
  state?: ContainerState;
  lastState?: ContainerState;
  image?: string;
  imageID?: string;
}

export interface KubeCondition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  lastTransitionTime?: string;
}

export interface Pod extends KubeObject {
  spec?: { nodeName?: string; containers: { name: string; image?: string }[] };
  status?: {
    phase?: string;
    reason?: string;
    message?: string;
    podIP?: string;
    podIPs?: { ip: string }[];
    startTime?: string;
    conditions?: KubeCondition[];
    containerStatuses?: ContainerStatus[];
  };
}

/** Some of the pods that a Service sends requests to; written by Kubernetes, with the labels of the Service. */
export interface EndpointSlice extends KubeObject {
  addressType: string;
  endpoints: { addresses: string[]; conditions?: { ready?: boolean }; targetRef?: { kind: string; namespace?: string; name: string; uid?: string } }[] | null;
}

export interface Job extends KubeObject {
  spec?: Record<string, unknown>;
  status?: { active?: number; succeeded?: number; failed?: number; startTime?: string; completionTime?: string; conditions?: KubeCondition[] };
}

export interface Deployment extends KubeObject {
  spec?: { replicas?: number } & Record<string, unknown>;
  status?: { replicas?: number; readyReplicas?: number; availableReplicas?: number; observedGeneration?: number; conditions?: KubeCondition[] };
}

export interface HorizontalPodAutoscaler extends KubeObject {
  spec?: { minReplicas?: number; maxReplicas: number } & Record<string, unknown>;
  status?: { currentReplicas?: number; desiredReplicas?: number; conditions?: KubeCondition[] };
}

export interface VirtualService extends KubeObject {
  spec?: Record<string, unknown>;
}

export interface EnvoyFilter extends KubeObject {
  spec?: Record<string, unknown>;
}

export interface Gateway extends KubeObject {
  spec?: { selector?: Record<string, string>; servers?: { hosts?: string[] }[] };
}

export function condition(conditions: readonly KubeCondition[] | undefined, type: string): KubeCondition | undefined {
  return conditions?.find((candidate) => candidate.type === type);
}

export function podIsReady(pod: Pod): boolean {
  return pod.metadata.deletionTimestamp === undefined && condition(pod.status?.conditions, 'Ready')?.status === 'True';
}
