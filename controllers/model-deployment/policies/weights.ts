import type { Status } from '../context.ts';

export interface WeightedRevision {
  readonly revision: string;
  readonly weight: number;
}

/**
 * The split, from status alone and the same at every reconcile: stable first, the candidate last (proxies that hash
 * users then move them only towards the candidate), nobody with weight 0.
 */
export function weights(status: Status): readonly WeightedRevision[] {
  const { stable, candidate, rollout } = status;
  if (stable === undefined) return [];
  const share = candidate === undefined ? 0 : (rollout?.weight ?? 0);
  if (candidate === undefined || share === 0) return [{ revision: stable.revision, weight: 100 }];
  return [
    { revision: stable.revision, weight: 100 - share },
    { revision: candidate.revision, weight: share },
  ];
}
