import { getCondition, isTrue } from './conditions.ts';
import type { Condition, KubeObject } from './types.ts';

export interface WithStatus extends KubeObject {
  status?: { observedGeneration?: number; conditions?: readonly Condition[] };
}

/** What `kubectl wait`, Flux and other clients of kstatus conclude (kubernetes-sigs/cli-utils pkg/kstatus/README.md). */
export function kstatus(object: WithStatus): 'Current' | 'InProgress' | 'Failed' | 'Terminating' {
  if (object.metadata.deletionTimestamp !== undefined) return 'Terminating';
  const { observedGeneration, conditions } = object.status ?? {};
  if (observedGeneration !== undefined && observedGeneration !== object.metadata.generation) return 'InProgress';
  if (isTrue(conditions, 'Stalled')) return 'Failed';
  if (isTrue(conditions, 'Reconciling')) return 'InProgress';
  const ready = getCondition(conditions, 'Ready');
  return ready === undefined || ready.status === 'True' ? 'Current' : 'InProgress';
}
