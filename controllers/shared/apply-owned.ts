import type { Client } from '../../operator/runtime/client.ts';
import { ApiError } from '../../operator/runtime/errors.ts';
import { controllerOf } from '../../operator/runtime/owners.ts';
import { keyOf, type KubeObject, type ResourceType, type Sparse } from '../../operator/runtime/types.ts';

/**
 * Applies an object that names its owner. `known` is what the cache holds of it: the cache sees our own objects only, so
 * one that it does not hold may be somebody else's. That one is never taken over: throws a Conflict that says so.
 */
export async function applyOwned<T extends KubeObject>(client: Client, type: ResourceType, known: T | undefined, wanted: T, fieldManager: string): Promise<void> {
  if (known === undefined) {
    const existing = await client.get<T>(type, keyOf(wanted));
    if (existing !== undefined && controllerOf(existing)?.uid !== controllerOf(wanted)?.uid) {
      throw new ApiError({ status: 409, reason: 'Conflict', message: `${wanted.kind} ${wanted.metadata.name} exists already and belongs to somebody else; rename it or this object` });
    }
  }
  await client.apply<T>(type, wanted as unknown as Sparse<T>, { fieldManager });
}
