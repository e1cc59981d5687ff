import type { ModelDeployment } from '../../crds/generated/model-deployment.ts';
import { keyOf } from '../../operator/runtime/types.ts';
import type { EnvoyFilter } from '../shared/kube-types.ts';
import type { Status } from './context.ts';
import type { Deps } from './deps.ts';
import { isThere } from './filters.ts';
import { lostFractionMs } from './lost-fraction.ts';
import { buildStickyFilter } from './router/sticky-filter.ts';
import type { StickyPlan } from './router/sticky-plan.ts';

/** A filter that is younger may not have reached every proxy. */
const settleMs = 2000 + lostFractionMs;

/** Filters that must be there while there is a candidate. */
export function stickyFilters(owner: ModelDeployment, { candidate }: Status, plan: StickyPlan): readonly EnvoyFilter[] {
  return plan.on && candidate !== undefined ? plan.places.map((place) => buildStickyFilter(owner, plan.key, place)) : [];
}

/** Whether all of them are there, long enough for the proxies to know. */
export function keepsUsers(deps: Deps, owner: ModelDeployment, plan: StickyPlan): boolean {
  const filters = stickyFilters(owner, owner.status ?? {}, plan);
  const now = deps.clock.now().getTime();
  const isOld = (filter: EnvoyFilter): boolean => now - Date.parse(deps.stores.envoyFilters.get(keyOf(filter))?.metadata.creationTimestamp ?? '') >= settleMs;
  return filters.length > 0 && filters.every((filter) => isThere(deps, filter) && isOld(filter));
}
