import { group } from '../../shared/names.ts';

/** Of clouds that say nothing themselves, and of a cluster of one's own: taint and label its nodes with this. */
const own = `${group}/spot`;

/** Taints of nodes that may be taken back. EKS and Karpenter taint only where somebody asks them to, by a key of his. */
export const spotTolerations = [
  { key: own, operator: 'Exists', effect: 'NoSchedule' },
  // https://cloud.google.com/kubernetes-engine/docs/concepts/spot-vms
  { key: 'cloud.google.com/gke-spot', operator: 'Exists', effect: 'NoSchedule' },
  // https://learn.microsoft.com/azure/aks/spot-node-pool
  { key: 'kubernetes.azure.com/scalesetpriority', operator: 'Equal', value: 'spot', effect: 'NoSchedule' },
] as const;

const labels = [
  [own, 'true'],
  ['cloud.google.com/gke-spot', 'true'],
  ['kubernetes.azure.com/scalesetpriority', 'spot'],
  // https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html
  ['eks.amazonaws.com/capacityType', 'SPOT'],
  // https://karpenter.sh/docs/concepts/nodepools/
  ['karpenter.sh/capacity-type', 'spot'],
] as const;

/** Prefers spot nodes and needs none: where they have run out, the run goes on elsewhere. A nodeSelector can insist. */
export function spotAffinity(affinity: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const node = asObject(affinity['nodeAffinity']);
  const theirs = node[preferred];
  const ours = labels.map(([key, value]) => ({ weight: 100, preference: { matchExpressions: [{ key, operator: 'In', values: [value] }] } }));
  return { ...affinity, nodeAffinity: { ...node, [preferred]: [...ours, ...(Array.isArray(theirs) ? (theirs as unknown[]) : [])] } };
}

const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}
