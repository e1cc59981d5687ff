import { modelDeploymentResource } from '../../crds/generated/resources.ts';
import type { ModelDeployment } from '../../crds/generated/model-deployment.ts';
import { addFinalizer, hasFinalizer, removeFinalizer } from '../../operator/runtime/finalizers.ts';
import { keyOf, type Key } from '../../operator/runtime/types.ts';
import { applyOwned } from '../shared/apply-owned.ts';
import { covers } from '../shared/covers.ts';
import { envoyFilters, services, type EnvoyFilter } from '../shared/kube-types.ts';
import { fieldManager, finalizer } from '../shared/names.ts';
import type { Status } from './context.ts';
import { byDeployment, type Deps } from './deps.ts';
import { shieldEndsAt } from './policies/shield.ts';
import { buildCandidateService, candidateService } from './resources/services.ts';
import { buildShieldFilter, type Shielded } from './router/shield-filter.ts';
import type { ShieldPlan } from './router/shield-plan.ts';

/** A Service that is younger may not have reached every proxy. */
const settleMs = 2000;

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

function isThere(deps: Deps, wanted: EnvoyFilter): boolean {
  return covers(deps.stores.envoyFilters.get(keyOf(wanted)), wanted);
}

/** Sets the shield up while there is a candidate, and takes it down when no request can be on its way to one any more. */
export async function ensureShield(deps: Deps, owner: ModelDeployment, status: Status, plan: ShieldPlan): Promise<void> {
  const shielded = shieldedOf(status);
  if (plan.on && shielded !== undefined) return putUp(deps, owner, shielded, plan.places);
  const endsAt = shieldEndsAt(status);
  if (status.candidate === undefined && endsAt !== undefined && deps.clock.now().getTime() < endsAt) return;
  await takeDown(deps, owner);
}

async function putUp(deps: Deps, owner: ModelDeployment, shielded: Shielded, places: (ShieldPlan & { on: true })['places']): Promise<void> {
  const service = buildCandidateService(owner, shielded.candidate);
  const live = deps.stores.services.get(keyOf(service));
  if (!covers(live, service)) await applyOwned(deps.client, services, live, service, fieldManager.modelDeployment);
  const wanted = places.map((place) => buildShieldFilter(owner, shielded, place));
  // Before the first filter that no garbage collector would find.
  if (wanted.some(({ metadata }) => metadata.ownerReferences === undefined)) await addFinalizer(deps.client, modelDeploymentResource, deps.stores.modelDeployments.get(keyOf(owner)) ?? owner, finalizer.rollout);
  for (const filter of wanted) {
    if (!isThere(deps, filter)) await applyOwned(deps.client, envoyFilters, deps.stores.envoyFilters.get(keyOf(filter)), filter, fieldManager.modelDeployment);
  }
  await removeFilters(deps, keyOf(owner), wanted);
}

async function takeDown(deps: Deps, owner: ModelDeployment): Promise<void> {
  await removeFilters(deps, keyOf(owner), []);
  const service = { namespace: owner.metadata.namespace ?? '', name: candidateService(owner.metadata.name) };
  const live = deps.stores.services.get(service);
  if (live !== undefined && live.metadata.deletionTimestamp === undefined) await deps.client.delete(services, service);
  const known = deps.stores.modelDeployments.get(keyOf(owner));
  if (known !== undefined) await removeFinalizer(deps.client, modelDeploymentResource, known, finalizer.rollout);
}

async function removeFilters(deps: Deps, owner: Key, keep: readonly EnvoyFilter[]): Promise<void> {
  const kept = new Set(keep.map(({ metadata }) => `${metadata.namespace ?? ''}/${metadata.name}`));
  for (const filter of deps.stores.envoyFilters.byIndex(byDeployment, `${owner.namespace}/${owner.name}`)) {
    if (kept.has(`${filter.metadata.namespace ?? ''}/${filter.metadata.name}`) || filter.metadata.deletionTimestamp !== undefined) continue;
    await deps.client.delete(envoyFilters, keyOf(filter));
  }
}

/** For a deployment that is being deleted: nothing but the filters delays it. */
export async function releaseShield(deps: Deps, deployment: ModelDeployment): Promise<void> {
  if (!hasFinalizer(deployment, finalizer.rollout)) return;
  await removeFilters(deps, keyOf(deployment), []);
  await removeFinalizer(deps.client, modelDeploymentResource, deployment, finalizer.rollout);
}
