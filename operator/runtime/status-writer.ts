import { isDeepStrictEqual } from 'node:util';
import type { Client } from './client.ts';
import type { KubeObject, ResourceType, Sparse } from './types.ts';

export type WithAnyStatus = KubeObject & { status?: object };

/**
 * Writes the status by one server-side apply, or not at all when it equals what was observed: a write that changes
 * nothing still costs a round trip, and one that changes a timestamp wakes the controller again, for ever.
 * Events belong after it. Throws isNotFound when the object is gone, isConflict when it changed since it was observed:
 * what was concluded from an old state must not overwrite what was concluded from a newer one.
 */
export async function writeStatus<T extends WithAnyStatus>(client: Client, type: ResourceType, observed: T, status: NonNullable<T['status']>, fieldManager: string): Promise<{ readonly written: boolean; readonly object: T }> {
  if (isDeepStrictEqual(observed.status, plain(status))) return { written: false, object: observed };
  const { name, namespace, resourceVersion } = observed.metadata;
  // The version is the lock, against namesakes too: /status of a custom resource ignores metadata.uid (measured on 1.34).
  const metadata = { name, ...(namespace === undefined ? {} : { namespace }), ...(resourceVersion === undefined ? {} : { resourceVersion }) };
  const object = { apiVersion: observed.apiVersion, kind: observed.kind, metadata, status };
  return { written: true, object: await client.applyStatus<T>(type, object as unknown as Sparse<T>, { fieldManager }) };
}

// As it will look after the wire: fields that are undefined do not exist.
function plain<S>(status: S): S {
  return JSON.parse(JSON.stringify(status)) as S;
}
