import type { ModelDeployment } from '../../crds/generated/model-deployment.ts';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import type { Client } from '../../operator/runtime/client.ts';
import { keyOf, type KubeObject, type ResourceType } from '../../operator/runtime/types.ts';
import { applyOwned } from '../shared/apply-owned.ts';
import { covers } from '../shared/covers.ts';
import { deployments, horizontalPodAutoscalers, podDisruptionBudgets, services } from '../shared/kube-types.ts';
import { fieldManager, label } from '../shared/names.ts';
import type { Status } from './context.ts';
import type { Decision } from './decide.ts';
import { byDeployment, type Deps } from './deps.ts';
import { ensureFilters } from './filters.ts';
import { mayBeRebuilt } from './policies/may-be-rebuilt.ts';
import { setupEndsAt } from './policies/shield.ts';
import type { RevisionIdentity } from './resources/labels.ts';
import { buildAutoscaler } from './resources/autoscaler.ts';
import { buildDisruptionBudget, buildFrontService, buildRevisionService } from './resources/services.ts';
import { buildWorkload } from './resources/workload.ts';
import type { ShieldPlan } from './router/shield-plan.ts';
import type { StickyPlan } from './router/sticky-plan.ts';
import type { RouteResult } from './router/traffic-router.ts';
import { ensureCandidateService, shieldFilters } from './shield.ts';
import { stickyFilters } from './sticky.ts';

/** How the proxies shall be set up for a rollout. */
export interface ProxyPlans {
  readonly shield: ShieldPlan;
  readonly sticky: StickyPlan;
}

/** Makes the world as status says. Idempotent; traffic first, because a rollback must not wait for anything. */
export async function act(deps: Deps, owner: ModelDeployment, decision: Decision, proxies: ProxyPlans): Promise<RouteResult> {
  const routed = decision.traffic === undefined ? { foreignEdit: false } : await deps.router.route(owner, decision.traffic);
  // First: an autoscaler must not undo what follows.
  await removeAutoscalers(deps, owner, decision);
  for (const revision of decision.revisions) await ensureRevision(deps, owner, decision, revision);
  const stable = decision.status.stable;
  if (stable !== undefined) await ensure(deps.client, services, deps.stores.services, buildFrontService(owner, stable.revision));
  await removeOthers(deps, owner, decision.revisions);
  await ensureAutoscalers(deps, owner, decision);
  await ensureProxies(deps, owner, decision.status, proxies);
  return routed;
}

/** Sets the proxies up while there is a candidate, and back when no request can be on its way to one any more. */
async function ensureProxies(deps: Deps, owner: ModelDeployment, status: Status, { shield, sticky }: ProxyPlans): Promise<void> {
  const endsAt = setupEndsAt(status);
  if (status.candidate === undefined && endsAt !== undefined && deps.clock.now().getTime() < endsAt) return;
  const shielding = shieldFilters(owner, status, shield);
  // The address is there before the filters that replace it, and as long as they are.
  if (shielding.length > 0) await ensureCandidateService(deps, owner, status, shield);
  await ensureFilters(deps, owner, [...shielding, ...stickyFilters(owner, status, sticky)]);
  if (shielding.length === 0) await ensureCandidateService(deps, owner, status, shield);
}

async function ensureRevision(deps: Deps, owner: ModelDeployment, decision: Decision, revision: string): Promise<void> {
  const key = { namespace: owner.metadata.namespace ?? '', name: revision };
  const live = deps.stores.deployments.get(key);
  if (live !== undefined && !mayBeRebuilt(decision.status, revision, live)) {
    // The template of a live revision is never written again: a new operator version must restart no pod.
    const replicas = decision.replicas.get(revision);
    // Who scales it writes its replicas, and nobody else; but none wakes one that is at 0.
    const isScaled = decision.autoscalers.has(revision) && live.spec?.replicas !== 0;
    if (!isScaled && replicas !== undefined && live.spec?.replicas !== replicas) await deps.client.patch(deployments, key, { spec: { replicas } });
    return;
  }
  const version = versionOf(deps, owner, decision, revision);
  // The version is gone, and so are its pods: there is nothing to build them from.
  if (version === undefined) return;
  const identity = identityOf(owner, revision, version.metadata.name);
  // Left out, server-side apply would take it for given up and put it to 1; so what an autoscaler chose is said again.
  const chosen = decision.autoscalers.has(revision) && live?.spec?.replicas !== 0 ? live?.spec?.replicas : undefined;
  await ensure(deps.client, services, deps.stores.services, buildRevisionService(owner, identity));
  await ensure(deps.client, podDisruptionBudgets, deps.stores.budgets, buildDisruptionBudget(owner, identity));
  await ensure(deps.client, deployments, deps.stores.deployments, buildWorkload(owner, identity, version, deps.server, chosen ?? decision.replicas.get(revision) ?? owner.spec.server.replicas));
}

async function ensureAutoscalers(deps: Deps, owner: ModelDeployment, { status, autoscalers }: Decision): Promise<void> {
  for (const [revision, bounds] of autoscalers) {
    const version = [status.candidate, status.stable].find((role) => role?.revision === revision)?.version ?? '';
    await ensure(deps.client, horizontalPodAutoscalers, deps.stores.autoscalers, buildAutoscaler(owner, identityOf(owner, revision, version), bounds));
  }
}

async function removeAutoscalers(deps: Deps, owner: ModelDeployment, { autoscalers }: Decision): Promise<void> {
  const owned = deps.stores.autoscalers.byIndex(byDeployment, `${owner.metadata.namespace ?? ''}/${owner.metadata.name}`);
  for (const object of owned) if (!autoscalers.has(object.metadata.name) && object.metadata.deletionTimestamp === undefined) await deps.client.delete(horizontalPodAutoscalers, keyOf(object));
}

function identityOf(owner: ModelDeployment, revision: string, version: string): RevisionIdentity {
  return { deployment: owner.metadata.name, revision, model: owner.spec.model, version };
}

function versionOf(deps: Deps, owner: ModelDeployment, decision: Decision, revision: string): ModelVersion | undefined {
  const { stable, candidate } = decision.status;
  const name = [candidate, stable].find((role) => role?.revision === revision)?.version;
  return name === undefined ? undefined : deps.stores.modelVersions.get({ namespace: owner.metadata.namespace ?? '', name });
}

async function ensure<T extends KubeObject>(client: Client, type: ResourceType, store: { get(key: { namespace: string; name: string }): T | undefined }, wanted: T): Promise<void> {
  const known = store.get(keyOf(wanted));
  if (!covers(known, wanted)) await applyOwned(client, type, known, wanted, fieldManager.modelDeployment);
}

async function removeOthers(deps: Deps, owner: ModelDeployment, keep: readonly string[]): Promise<void> {
  const owned = `${owner.metadata.namespace ?? ''}/${owner.metadata.name}`;
  const kinds = [
    { type: deployments, store: deps.stores.deployments },
    { type: services, store: deps.stores.services },
    { type: podDisruptionBudgets, store: deps.stores.budgets },
  ] as const;
  for (const { type, store } of kinds) {
    for (const object of store.byIndex(byDeployment, owned) as readonly KubeObject[]) {
      const revision = object.metadata.labels?.[label.revision];
      if (revision === undefined || keep.includes(revision) || object.metadata.deletionTimestamp !== undefined) continue;
      await deps.client.delete(type, keyOf(object), { propagationPolicy: 'Background' });
    }
  }
}
