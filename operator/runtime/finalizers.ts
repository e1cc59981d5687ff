import type { Client } from './client.ts';
import { isNotFound } from './errors.ts';
import { keyOf } from './types.ts';
import type { KubeObject, ResourceType } from './types.ts';

export function hasFinalizer(object: KubeObject, finalizer: string): boolean {
  return object.metadata.finalizers?.includes(finalizer) === true;
}

/**
 * Adds the finalizer under an optimistic lock: a merge patch replaces the whole list, and another controller may have
 * changed it meanwhile (isConflict then). Returns the object; the same one when there is nothing to do.
 */
export async function addFinalizer<T extends KubeObject>(client: Client, type: ResourceType, object: T, finalizer: string): Promise<T> {
  // The API server refuses new finalizers on an object that is being deleted.
  if (hasFinalizer(object, finalizer) || object.metadata.deletionTimestamp !== undefined) return object;
  return client.patch<T>(type, keyOf(object), listPatch(object, [...(object.metadata.finalizers ?? []), finalizer]));
}

/** Removes the finalizer under an optimistic lock. `undefined`: the object is gone. */
export async function removeFinalizer<T extends KubeObject>(client: Client, type: ResourceType, object: T, finalizer: string): Promise<T | undefined> {
  if (!hasFinalizer(object, finalizer)) return object;
  try {
    return await client.patch<T>(type, keyOf(object), listPatch(object, (object.metadata.finalizers ?? []).filter((one) => one !== finalizer)));
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

function listPatch(object: KubeObject, finalizers: readonly string[]): object {
  const { resourceVersion } = object.metadata;
  if (resourceVersion === undefined) throw new TypeError(`${object.kind} ${object.metadata.name}: finalizers can be changed only on an object read from the server`);
  return { metadata: { resourceVersion, finalizers } };
}
