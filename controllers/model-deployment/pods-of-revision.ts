import type { Pod } from '../shared/kube-types.ts';
import { podsByRevision, type Deps } from './deps.ts';

/**
 * The pods that the Deployment of a revision runs. One that was deleted and made again, as by a retry right after the
 * retirement, meets pods of its predecessor: ready, labelled alike, and about to be ended. Who counts those starts a
 * rollout on pods that are gone a moment later.
 */
export function podsOfRevision({ deployments, pods }: Pick<Deps['stores'], 'deployments' | 'pods'>, namespace: string, revision: string): readonly Pod[] {
  const workload = deployments.get({ namespace, name: revision });
  if (workload === undefined || workload.metadata.deletionTimestamp !== undefined) return [];
  const since = workload.metadata.creationTimestamp ?? '';
  return pods.byIndex(podsByRevision, `${namespace}/${revision}`).filter(({ metadata }) => (metadata.creationTimestamp ?? since) >= since);
}
