import { describe, expect, it } from 'vitest';
import { controllerOf, controllerUid, ownerReference } from './owners.ts';
import { configMap } from './testing/samples.ts';

describe('owners', () => {
  it('makes a controller reference and finds it again', () => {
    const owner = configMap('owner');
    const child = configMap('child');
    child.metadata.ownerReferences = [{ apiVersion: 'v1', kind: 'Other', name: 'x', uid: 'y' }, ownerReference(owner)];
    expect(controllerOf(child)).toEqual({ apiVersion: 'v1', kind: 'ConfigMap', name: 'owner', uid: 'uid-owner', controller: true, blockOwnerDeletion: true });
    expect([controllerUid(child), controllerUid(owner)]).toEqual([['uid-owner'], []]);
  });

  it('refuses an owner that was never on the server', () => {
    expect(() => ownerReference({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' } })).toThrow('has no uid');
  });
});
