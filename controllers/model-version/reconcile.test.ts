import { describe, expect, it } from 'vitest';
import { isTrue } from '../../operator/runtime/conditions.ts';
import type { ModelDeployment } from '../../crds/generated/model-deployment.ts';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import type { Client } from '../../operator/runtime/client.ts';
import { ApiError } from '../../operator/runtime/errors.ts';
import { createLogger } from '../../operator/runtime/log.ts';
import { assertStatusInvariants } from '../../operator/runtime/status-invariants.ts';
import { createStore, type WritableStore } from '../../operator/runtime/store.ts';
import { createFakeClock } from '../../operator/runtime/testing/fake-clock.ts';
import { createMemoryClient } from '../../operator/runtime/testing/memory-client.ts';
import type { KubeObject } from '../../operator/runtime/types.ts';
import { StoreError, type ArtifactStore } from '../shared/artifact-store.ts';
import { finalizer } from '../shared/names.ts';
import { filesOf } from '../shared/testing/manifest.ts';
import { reconcile, type Deps } from './reconcile.ts';
import { versionOf } from './testing/version.ts';

const key = { namespace: 'ml', name: 'tumour-1' };
const files = filesOf();

function setUp(): { readonly deps: Deps; readonly clock: ReturnType<typeof createFakeClock>; reads: () => number; store: { broken: boolean }; conflictOnce: () => void; status: () => ModelVersion['status'] } {
  const clock = createFakeClock();
  const failing = (index: string): never => {
    throw new Error(index);
  };
  const modelVersions = createStore<ModelVersion>({ onIndexError: failing });
  const modelDeployments = createStore<ModelDeployment>({ onIndexError: failing });
  modelVersions.put(versionOf());
  const store = { broken: false };
  let reads = 0;
  const read: ArtifactStore['read'] = () => {
    reads += 1;
    if (store.broken) throw new StoreError('StoreUnreachable', 'refused');
    return Promise.resolve({ sha256: files.manifestSha256, sizeBytes: files.bytes.byteLength, bytes: files.bytes });
  };
  let conflicts = 0;
  const applyStatus = <T extends KubeObject>(_type: unknown, object: unknown): Promise<T> => {
    if (conflicts > 0) {
      conflicts -= 1;
      return Promise.reject(new ApiError({ status: 409, reason: 'Conflict', message: 'changed meanwhile' }));
    }
    const { status = {} } = object as ModelVersion;
    const { object: written } = modelVersions.put({ ...modelVersions.get(key)!, status });
    assertStatusInvariants(written);
    return Promise.resolve(written as unknown as T);
  };
  const client: Client = { ...createMemoryClient(), applyStatus };
  const deps: Deps = {
    client,
    clock,
    logger: createLogger({ level: 'silent' }),
    events: { emit: () => undefined, close: () => Promise.resolve() },
    store: { read, digest: () => Promise.resolve({ sha256: files.manifest.artifact.sha256, sizeBytes: files.model.byteLength }) },
    stores: { modelVersions, modelDeployments },
    lastTried: new Map(),
  };
  return { deps, clock, reads: () => reads, store, conflictOnce: () => void (conflicts += 1), status: () => modelVersions.get(key)?.status };
}

describe('when the bytes are read', () => {
  it('once, when they are right', async () => {
    const { deps, reads, status } = setUp();
    expect(await reconcile(deps, key)).toEqual({ kind: 'done' });
    await reconcile(deps, key);
    expect(isTrue(status()?.conditions, 'Ready')).toBe(true);
    expect(reads()).toBe(1);
  });
  it('again after five seconds while the store does not answer, and not at every event in between', async () => {
    const { deps, clock, reads, store, status } = setUp();
    store.broken = true;
    expect(await reconcile(deps, key)).toEqual({ kind: 'waiting', afterMs: 5000 });
    await clock.advance(2000);
    expect(await reconcile(deps, key)).toEqual({ kind: 'waiting', afterMs: 3000 });
    expect(reads()).toBe(1);
    store.broken = false;
    await clock.advance(3000);
    expect(await reconcile(deps, key)).toEqual({ kind: 'done' });
    expect(isTrue(status()?.conditions, 'Ready')).toBe(true);
  });
  it('again at once when what they showed could not be written', async () => {
    const { deps, conflictOnce, reads, status } = setUp();
    conflictOnce();
    expect(await reconcile(deps, key)).toEqual({ kind: 'waiting', afterMs: 100 });
    expect(await reconcile(deps, key)).toEqual({ kind: 'done' });
    expect(isTrue(status()?.conditions, 'Ready')).toBe(true);
    expect(reads()).toBe(2);
  });
});

describe('a deleted version that is served', () => {
  it('says in status why it stays, and tells it once however often it is looked at', async () => {
    const { deps, status } = setUp();
    const told: string[] = [];
    const modelVersions = deps.stores.modelVersions as WritableStore<ModelVersion>;
    const modelDeployments = deps.stores.modelDeployments as WritableStore<ModelDeployment>;
    await reconcile(deps, key);
    const verified = modelVersions.get(key)!;
    modelVersions.put({ ...verified, metadata: { ...verified.metadata, deletionTimestamp: '2026-01-01T00:00:00Z', finalizers: [finalizer.served] } });
    modelDeployments.put({ apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelDeployment', metadata: { name: 'web', namespace: 'ml' }, spec: {} as ModelDeployment['spec'], status: { stable: { version: 'tumour-1', digest: 'd', revision: 'r' } } });
    const heard: Deps = { ...deps, events: { ...deps.events, emit: ({ reason }) => void told.push(reason) } };
    await reconcile(heard, key);
    await reconcile(heard, key);
    expect(isTrue(status()?.conditions, 'DeletionBlocked')).toBe(true);
    expect(told).toEqual(['StillServed']);
  });
});

describe('a deleted version that somebody else keeps', () => {
  it('loses its aliases, and nothing else', async () => {
    const { deps, status } = setUp();
    const modelVersions = deps.stores.modelVersions as WritableStore<ModelVersion>;
    modelVersions.put(versionOf({ aliases: ['champion'] }));
    await reconcile(deps, key);
    const { aliases, ...rest } = status()!;
    expect(aliases).toEqual(['champion']);
    const verified = modelVersions.get(key)!;
    modelVersions.put({ ...verified, metadata: { ...verified.metadata, deletionTimestamp: '2026-01-01T00:00:00Z', finalizers: ['example.org/backup'] } });
    expect(await reconcile(deps, key)).toEqual({ kind: 'done' });
    expect(status()).toEqual(rest);
  });
});
