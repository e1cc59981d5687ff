import { describe, expect, it } from 'vitest';
import type { Client } from '../../operator/runtime/client.ts';
import { ApiError } from '../../operator/runtime/errors.ts';
import { createMemoryClient } from '../../operator/runtime/testing/memory-client.ts';
import type { Condition, KubeObject } from '../../operator/runtime/types.ts';
import { modelDeploymentResource } from '../../crds/generated/resources.ts';
import { record } from './record.ts';

type Thing = KubeObject & { status?: { observedGeneration?: number; conditions?: Condition[]; retiring?: string[]; note?: string; mlflow?: object; mirrors?: object } };

const thing = (status?: Thing['status']): Thing => ({ apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelDeployment', metadata: { name: 'a', namespace: 'ml', generation: 3, resourceVersion: '7' }, ...(status === undefined ? {} : { status }) });

function writer(fails?: ApiError) {
  const written: unknown[] = [];
  const applyStatus: Client['applyStatus'] = (_, object) => {
    if (fails !== undefined) return Promise.reject(fails);
    written.push(object);
    return Promise.resolve(object as never);
  };
  return { written, client: { ...createMemoryClient(), applyStatus } };
}

describe('a decision', () => {
  it('is written onto the version that it was made on, with the generation that it is about', async () => {
    const { client, written } = writer();
    const condition: Condition = { type: 'Ready', status: 'True', reason: 'Fine', message: '', lastTransitionTime: '2026-01-01T00:00:00Z' };
    await record(client, modelDeploymentResource, thing(), { conditions: [condition] }, 'test');
    expect(written).toMatchObject([{ metadata: { resourceVersion: '7' }, status: { observedGeneration: 3, conditions: [{ type: 'Ready', observedGeneration: 3 }] } }]);
  });
  it('with an empty list equals the status without it, as the server keeps it, and is not written again', async () => {
    const { client, written } = writer();
    const kept = thing({ observedGeneration: 3, note: 'same' });
    expect(await record(client, modelDeploymentResource, kept, { note: 'same', retiring: [] }, 'test')).toBe(kept);
    expect(written).toEqual([]);
  });
  it('leaves out what the mirror writes, and is not written for it', async () => {
    const { client, written } = writer();
    const kept = thing({ observedGeneration: 3, note: 'same', mlflow: { runId: 'r' }, mirrors: { mlflow: {} } });
    expect(await record(client, modelDeploymentResource, kept, { ...kept.status }, 'test')).toBe(kept);
    expect(written).toEqual([]);
    await record(client, modelDeploymentResource, kept, { ...kept.status, note: 'new' }, 'test');
    expect(written).toMatchObject([{ status: { note: 'new' } }]);
    expect(Object.keys((written as Thing[])[0]?.status ?? {}).sort()).toEqual(['note', 'observedGeneration']);
  });
  it.each(['Conflict', 'NotFound'])('is dropped when the object changed or went (%s)', async (reason) => {
    const { client } = writer(new ApiError({ status: 409, reason, message: 'no' }));
    expect(await record(client, modelDeploymentResource, thing(), { note: 'x' }, 'test')).toBeUndefined();
  });
  it('that the server refuses is an error', async () => {
    const { client } = writer(new ApiError({ status: 422, reason: 'Invalid', message: 'no' }));
    await expect(record(client, modelDeploymentResource, thing(), { note: 'x' }, 'test')).rejects.toThrow('no');
  });
});
