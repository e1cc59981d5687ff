import type { ModelDeployment } from '../../crds/generated/model-deployment.ts';
import { keyOf } from '../../operator/runtime/types.ts';
import { applyOwned } from '../shared/apply-owned.ts';
import { covers } from '../shared/covers.ts';
import { services, type EnvoyFilter } from '../shared/kube-types.ts';
import { fieldManager } from '../shared/names.ts';
import type { Status } from './context.ts';
import type { Deps } from './deps.ts';
import { isThere } from './filters.ts';
import { lostFractionMs } from './lost-fraction.ts';
import { buildCandidateService, candidateService } from './resources/services.ts';
import { buildShieldFilter, type Shielded } from './router/shield-filter.ts';
import type { ShieldPlan } from './router/shield-plan.ts';

/** A Service that is younger may not have reached every proxy. */
const settleMs = 2000 + lostFractionMs;

export function shieldedOf({ candidate, stable }: Status): Shielded | undefined {
  if (candidate?.startedAt === undefined || stable === undefined) return undefined;
  return { candidate: candidate.revision, stable: stable.revision, startedAt: candidate.startedAt };
}

/** The rollout that was rolled back last. */
export function lastShielded({ lastRollback, stable }: Status): Shielded | undefined {
  if (lastRollback?.revision === undefined || lastRollback.startedAt === undefined || stable === undefined) return undefined;
  return { candidate: lastRollback.revision, stable: stable.revision, startedAt: lastRollback.startedAt };
}

/** Whether all that the shield needs is there, long enough for the proxies to know. */
export function stands(deps: Deps, owner: ModelDeployment, plan: ShieldPlan): boolean {
  const shielded = shieldedOf(owner.status ?? {});
  if (!plan.on || shielded === undefined) return false;
  const service = buildCandidateService(owner, shielded.candidate);
  const live = deps.stores.services.get(keyOf(service));
  const createdAt = Date.parse(live?.metadata.creationTimestamp ?? '');
  if (!covers(live, service) || !(deps.clock.now().getTime() - createdAt >= settleMs)) return false;
  return plan.places.every((place) => isThere(deps, buildShieldFilter(owner, shielded, place)));
}

/** Filters that must be there while there is a candidate. */
export function shieldFilters(owner: ModelDeployment, status: Status, plan: ShieldPlan): readonly EnvoyFilter[] {
  const shielded = shieldedOf(status);
  return plan.on && shielded !== undefined ? plan.places.map((place) => buildShieldFilter(owner, shielded, place)) : [];
}

/** The address that the filters replace. */
export async function ensureCandidateService(deps: Deps, owner: ModelDeployment, status: Status, plan: ShieldPlan): Promise<void> {
  const shielded = shieldedOf(status);
  const key = { namespace: owner.metadata.namespace ?? '', name: candidateService(owner.metadata.name) };
  const live = deps.stores.services.get(key);
  if (plan.on && shielded !== undefined) {
    const service = buildCandidateService(owner, shielded.candidate);
    if (!covers(live, service)) await applyOwned(deps.client, services, live, service, fieldManager.modelDeployment);
  } else if (live !== undefined && live.metadata.deletionTimestamp === undefined) await deps.client.delete(services, key);
}
