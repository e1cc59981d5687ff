import { modelVersionResource } from '../../crds/generated/resources.ts';
import type { ModelDeployment } from '../../crds/generated/model-deployment.ts';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import type { Client } from '../../operator/runtime/client.ts';
import type { Clock } from '../../operator/runtime/clock.ts';
import { isTrue, setCondition } from '../../operator/runtime/conditions.ts';
import { isConflict } from '../../operator/runtime/errors.ts';
import type { EventRecorder } from '../../operator/runtime/events.ts';
import { addFinalizer, hasFinalizer, removeFinalizer } from '../../operator/runtime/finalizers.ts';
import { done, waiting, type Outcome } from '../../operator/runtime/outcome.ts';
import type { Logger } from '../../operator/runtime/log.ts';
import type { Store } from '../../operator/runtime/store.ts';
import { keyString, type Key } from '../../operator/runtime/types.ts';
import type { ArtifactStore } from '../shared/artifact-store.ts';
import { announce } from '../shared/announce.ts';
import { fieldManager, finalizer } from '../shared/names.ts';
import { record } from '../shared/record.ts';
import { decide, type Decision } from './decide.ts';
import { events } from './events.ts';
import { servedBy } from './served-by.ts';
import { verify, type Verification } from './verify.ts';

export interface Deps {
  readonly client: Client;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly events: EventRecorder;
  readonly store: ArtifactStore;
  readonly stores: { readonly modelVersions: Store<ModelVersion>; readonly modelDeployments: Store<ModelDeployment> };
  /** When the bytes of a version that is not verified were last read, so that not every event reads them again. */
  readonly lastTried: Map<string, number>;
}

const lookAgainMs = 100;
const transientMs = 5_000;
/** A wrong object may be put right in the store; nobody tells us when. */
const recheckMs = 60_000;

export async function reconcile(deps: Deps, key: Key): Promise<Outcome> {
  const version = deps.stores.modelVersions.get(key);
  if (version === undefined) {
    deps.lastTried.delete(keyString(key));
    return done();
  }
  const deployments = deps.stores.modelDeployments.list(key.namespace);
  if (version.metadata.deletionTimestamp !== undefined) return release(deps, version, servedBy(version.metadata.name, deployments).length > 0);

  // Before anything is waited for: the one that an alias moves from may look at the same time.
  const others = deps.stores.modelVersions.list(key.namespace);
  const { verification, againMs } = await check(deps, key, version);
  const decision = decide({ version, others, deployments, verification, now: deps.clock.now() });
  const recorded = await record(deps.client, modelVersionResource, version, decision.status, fieldManager.modelVersion);
  if (recorded === undefined) return waiting(lookAgainMs);
  // Only now: what could not be written was not found out.
  if (verification !== undefined) deps.lastTried.set(keyString(key), deps.clock.monotonicMs());
  announce(deps, events, recorded, decision.events);
  if (!(await guard(deps, recorded, decision))) return waiting(lookAgainMs);
  return againMs === undefined ? done() : waiting(againMs);
}

/** Reads the bytes unless they were verified before: what spec points to cannot change. */
async function check(deps: Deps, key: Key, version: ModelVersion): Promise<{ verification: Verification | undefined; againMs: number | undefined }> {
  const id = keyString(key);
  if (isTrue(version.status?.conditions, 'ArtifactVerified')) return { verification: undefined, againMs: undefined };
  const now = deps.clock.monotonicMs();
  const transient = isTrue(version.status?.conditions, 'Reconciling');
  const dueMs = (deps.lastTried.get(id) ?? Number.NEGATIVE_INFINITY) + (transient ? transientMs : recheckMs) - now;
  if (dueMs > 0) return { verification: undefined, againMs: dueMs };
  const verification = await verify(deps.store, version.spec);
  return { verification, againMs: verification.verified ? undefined : verification.transient ? transientMs : recheckMs };
}

/** Keeps a served version from being deleted. False when the object had changed meanwhile. */
async function guard(deps: Deps, version: ModelVersion, decision: Decision): Promise<boolean> {
  try {
    if (decision.keep) await addFinalizer(deps.client, modelVersionResource, version, finalizer.served);
    else await removeFinalizer(deps.client, modelVersionResource, version, finalizer.served);
    return true;
  } catch (error) {
    if (isConflict(error)) return false;
    throw error;
  }
}

/** Says in status why the deletion waits, and tells it once: every change of a deployment leads here again. */
async function keep(deps: Deps, version: ModelVersion): Promise<Outcome> {
  const message = `${version.metadata.name} is kept until no ModelDeployment serves it any more`;
  const conditions = setCondition(version.status?.conditions, { type: 'DeletionBlocked', status: 'True', reason: 'StillServed', message }, deps.clock.now());
  const recorded = await record(deps.client, modelVersionResource, version, { ...version.status, aliases: [], conditions }, fieldManager.modelVersion);
  if (recorded === undefined) return waiting(lookAgainMs);
  if (!isTrue(version.status?.conditions, 'DeletionBlocked')) announce(deps, events, recorded, [{ type: 'Warning', reason: 'StillServed', action: 'Delete', note: message }]);
  return done();
}

async function release(deps: Deps, version: ModelVersion, served: boolean): Promise<Outcome> {
  if (!hasFinalizer(version, finalizer.served)) return letGo(deps, version);
  if (served) return keep(deps, version);
  try {
    await removeFinalizer(deps.client, modelVersionResource, version, finalizer.served);
  } catch (error) {
    if (isConflict(error)) return waiting(lookAgainMs);
    throw error;
  }
  return done();
}

/** Whatever else still keeps a deleted version: no alias means it any more. */
async function letGo(deps: Deps, version: ModelVersion): Promise<Outcome> {
  if (version.status?.aliases === undefined) return done();
  const recorded = await record(deps.client, modelVersionResource, version, { ...version.status, aliases: [] }, fieldManager.modelVersion);
  return recorded === undefined ? waiting(lookAgainMs) : done();
}
