import { condition, type ContainerStatus, type Pod } from './kube-types.ts';

export interface StartTrouble {
  readonly reason: 'ImageCannotStart' | 'ConfigInvalid' | 'Unschedulable';
  readonly message: string;
}

/** Why a pod does not start, for people; undefined when nothing is known to be wrong. */
export function startTrouble(pod: Pod): StartTrouble | undefined {
  if (pod.metadata.deletionTimestamp !== undefined) return undefined;
  const scheduled = condition(pod.status?.conditions, 'PodScheduled');
  if (scheduled?.status === 'False') return { reason: 'Unschedulable', message: `pod ${pod.metadata.name} finds no node: ${scheduled.message ?? ''}` };
  return pod.status?.containerStatuses?.map((status) => waitingTrouble(pod, status)).find((found) => found !== undefined);
}

function waitingTrouble(pod: Pod, { state }: ContainerStatus): StartTrouble | undefined {
  const { reason, message } = state?.waiting ?? {};
  if (reason === undefined) return undefined;
  // ErrImagePull, ImagePullBackOff, InvalidImageName, ErrImageNeverPull …
  if (reason.includes('Image')) return { reason: 'ImageCannotStart', message: `pod ${pod.metadata.name}: ${reason}: ${message ?? ''}` };
  if (reason === 'CreateContainerConfigError' || reason === 'CreateContainerError' || reason === 'RunContainerError') return { reason: 'ConfigInvalid', message: `pod ${pod.metadata.name}: ${reason}: ${message ?? ''}` };
  return undefined;
}
