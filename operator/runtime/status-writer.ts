import { isDeepStrictEqual } from 'node:util';
import type { Client } from './client.ts';
import type { KubeObject, ResourceType, Sparse } from './types.ts';

/**
 * Writes the status by one server-side apply, or not at all when it equals what was observed: a write that changes
 * nothing still costs a round trip, and one that changes a timestamp wakes the controller again, for ever.
 * Events belong after it. Throws isNotFound when the object is gone, isConflict when another one took its name.
 */
export async function writeStatus<S extends object, T extends KubeObject & { status?: S }>(client: Client, type: ResourceType, observed: T, status: S, fieldManager: string): Promise<{ readonly written: boolean; readonly object: T }> {
  if (isDeepStrictEqual(observed.status, plain(status))) return { written: false, object: observed };
  const { name, namespace, uid } = observed.metadata;
  const object: KubeObject & { status: S } = {
    apiVersion: observed.apiVersion,
    kind: observed.kind,
    // The uid is a precondition: this status must not land on a namesake created since.
    metadata: { name, ...(namespace === undefined ? {} : { namespace }), ...(uid === undefined ? {} : { uid }) },
    status,
  };
  return { written: true, object: await client.applyStatus<T>(type, object as unknown as Sparse<T>, { fieldManager }) };
}

// As it will look after the wire: fields that are undefined do not exist.
function plain<S>(status: S): S {
  return JSON.parse(JSON.stringify(status)) as S;
}
