import type { Context, Status } from '../context.ts';
import { userKey } from './user-key.ts';

export interface WeightedRevision {
  readonly revision: string;
  readonly weight: number;
  /** The address to use instead of the revision's own. */
  readonly service?: string;
}

/** Who gets which requests. */
export interface Traffic {
  /** Users stay at one version while the weights share the traffic. */
  readonly sticky?: true;
  /** Stable first, the candidate last: proxies that hash users then move them only towards the candidate. Nobody with 0. */
  readonly weights: readonly WeightedRevision[];
  /** Requests that are copied; the answers are thrown away. */
  readonly mirror?: { readonly revision: string; readonly percent: number };
  /** Requests with this header and the value `candidate` always reach the revision. */
  readonly preview?: { readonly revision: string; readonly header: string };
}

/** @param shieldedBy the address of the candidate's share while it is shielded. From spec and status otherwise, and the same at every reconcile; undefined while nothing serves. */
export function traffic(spec: Context['spec'], status: Status, shieldedBy?: string): Traffic | undefined {
  const { stable, candidate, rollout } = status;
  if (stable === undefined) return undefined;
  const judged = candidate !== undefined && (rollout?.step ?? 0) > 0;
  if (!judged) return { weights: [{ revision: stable.revision, weight: 100 }] };
  const share = rollout?.weight ?? 0;
  const mirror = rollout?.mirror ?? 0;
  const header = spec.rollout.previewHeader;
  return {
    ...(share === 0 || userKey(spec) === undefined ? {} : { sticky: true }),
    weights: share === 0 ? [{ revision: stable.revision, weight: 100 }] : [{ revision: stable.revision, weight: 100 - share }, { revision: candidate.revision, weight: share, ...(shieldedBy === undefined ? {} : { service: shieldedBy }) }],
    ...(mirror === 0 ? {} : { mirror: { revision: candidate.revision, percent: mirror } }),
    ...(header === undefined ? {} : { preview: { revision: candidate.revision, header } }),
  };
}
