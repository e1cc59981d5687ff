import { modelDeploymentResource } from '../../crds/generated/resources.ts';
import type { ModelDeployment } from '../../crds/generated/model-deployment.ts';
import { addFinalizer, hasFinalizer, removeFinalizer } from '../../operator/runtime/finalizers.ts';
import { keyOf, type Key } from '../../operator/runtime/types.ts';
import { applyOwned } from '../shared/apply-owned.ts';
import { covers } from '../shared/covers.ts';
import { envoyFilters, type EnvoyFilter } from '../shared/kube-types.ts';
import { fieldManager, finalizer } from '../shared/names.ts';
import { byDeployment, type Deps } from './deps.ts';

export function isThere(deps: Deps, wanted: EnvoyFilter): boolean {
  return covers(deps.stores.envoyFilters.get(keyOf(wanted)), wanted);
}

/** Makes these filters, and removes all others of the deployment, wherever they live. */
export async function ensureFilters(deps: Deps, owner: ModelDeployment, wanted: readonly EnvoyFilter[]): Promise<void> {
  // Before the first filter that no garbage collector would find.
  if (wanted.some(({ metadata }) => metadata.ownerReferences === undefined)) await addFinalizer(deps.client, modelDeploymentResource, deps.stores.modelDeployments.get(keyOf(owner)) ?? owner, finalizer.rollout);
  for (const filter of wanted) {
    if (!isThere(deps, filter)) await applyOwned(deps.client, envoyFilters, deps.stores.envoyFilters.get(keyOf(filter)), filter, fieldManager.modelDeployment);
  }
  await removeFilters(deps, keyOf(owner), wanted);
  if (wanted.length > 0) return;
  const known = deps.stores.modelDeployments.get(keyOf(owner));
  if (known !== undefined) await removeFinalizer(deps.client, modelDeploymentResource, known, finalizer.rollout);
}

/** For a deployment that is being deleted: nothing but the filters delays it. */
export async function releaseFilters(deps: Deps, deployment: ModelDeployment): Promise<void> {
  if (!hasFinalizer(deployment, finalizer.rollout)) return;
  await removeFilters(deps, keyOf(deployment), []);
  await removeFinalizer(deps.client, modelDeploymentResource, deployment, finalizer.rollout);
}

async function removeFilters(deps: Deps, owner: Key, keep: readonly EnvoyFilter[]): Promise<void> {
  const kept = new Set(keep.map(({ metadata }) => `${metadata.namespace ?? ''}/${metadata.name}`));
  for (const filter of deps.stores.envoyFilters.byIndex(byDeployment, `${owner.namespace}/${owner.name}`)) {
    if (kept.has(`${filter.metadata.namespace ?? ''}/${filter.metadata.name}`) || filter.metadata.deletionTimestamp !== undefined) continue;
    await deps.client.delete(envoyFilters, keyOf(filter));
  }
}
