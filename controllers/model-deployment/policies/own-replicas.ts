import type { ModelDeploymentSpec } from '../../../crds/generated/model-deployment.ts';

/** Pods that spec asks for at any time; scaled by load, the least. 0 switches off either way. */
export function ownReplicas({ server, autoscaling }: ModelDeploymentSpec): number {
  return server.replicas === 0 ? 0 : (autoscaling?.minReplicas ?? server.replicas);
}
