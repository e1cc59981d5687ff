import type { Deployment } from '../../shared/kube-types.ts';
import type { Status } from '../context.ts';

/**
 * Whether the Deployment of a live revision may be written anew. Never, as a rule: a new operator version must restart
 * no pod. But nobody uses a candidate without traffic and without a ready pod, and what kept it from starting, such as
 * the operator's image setting, may have been mended.
 */
export function mayBeRebuilt(status: Status, revision: string, live: Deployment): boolean {
  const { candidate, rollout } = status;
  return candidate?.revision === revision && (rollout?.step ?? 0) === 0 && (live.status?.readyReplicas ?? 0) === 0;
}
