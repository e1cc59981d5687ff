import { describe, expect, it } from 'vitest';
import type { Client } from '../../operator/runtime/client.ts';
import { isConflict } from '../../operator/runtime/errors.ts';
import { createMemoryClient } from '../../operator/runtime/testing/memory-client.ts';
import { applyOwned } from './apply-owned.ts';
import { services } from './kube-types.ts';

const owner = (uid: string): { apiVersion: string; kind: string; name: string; uid: string; controller: boolean } => ({ apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelDeployment', name: 'tumour', uid, controller: true });
const service = (ownerReferences: ReturnType<typeof owner>[]): { apiVersion: string; kind: string; metadata: { name: string; namespace: string; ownerReferences: ReturnType<typeof owner>[] } } => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'tumour', namespace: 'ml', ownerReferences } });

/** A memory client whose apply only tells that it was asked. */
function recorder() {
  const applied: string[] = [];
  const memory = createMemoryClient();
  const apply: Client['apply'] = (_, object) => {
    applied.push(object.metadata.name);
    return Promise.resolve(object as never);
  };
  return { applied, client: { ...memory, apply } };
}

describe('an object of ours', () => {
  it('is made where there is none', async () => {
    const { client, applied } = recorder();
    await applyOwned(client, services, undefined, service([owner('a')]), 'test');
    expect(applied).toEqual(['tumour']);
  });
  it.each([
    ['nobody', []],
    ['another deployment', [owner('b')]],
  ])('does not take over what belongs to %s', async (_, ownerReferences) => {
    const { client, applied } = recorder();
    await client.create(services, service(ownerReferences));
    const error: unknown = await applyOwned(client, services, undefined, service([owner('a')]), 'test').catch((thrown: unknown) => thrown);
    expect(isConflict(error)).toBe(true);
    expect(applied).toEqual([]);
    expect(String(error)).toContain('Service tumour exists already and belongs to somebody else');
  });
  it('that the cache has not seen yet is simply applied again', async () => {
    const { client, applied } = recorder();
    await client.create(services, service([owner('a')]));
    await applyOwned(client, services, undefined, service([owner('a')]), 'test');
    expect(applied).toEqual(['tumour']);
  });
});
