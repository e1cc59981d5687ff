import { isDeepStrictEqual } from 'node:util';
import type { Client } from './client.ts';
import { ApiError, isConflict } from './errors.ts';
import { keyOf } from './types.ts';
import type { KubeObject, ResourceType, Sparse } from './types.ts';

export type WithAnyStatus = KubeObject & { status?: object };

const attempts = 5;

/**
 * Writes the status by one server-side apply, or not at all when it equals what was observed: a write that changes
 * nothing still costs a round trip, and one that changes a timestamp wakes the controller again, for ever.
 * Events belong after it. Throws isNotFound when the object is gone, isConflict when it changed since it was observed.
 */
export async function writeStatus<T extends WithAnyStatus>(client: Client, type: ResourceType, observed: T, status: NonNullable<T['status']>, fieldManager: string): Promise<{ readonly written: boolean; readonly object: T }> {
  if (isDeepStrictEqual(observed.status, plain(status))) return { written: false, object: observed };
  const { name, namespace } = observed.metadata;
  let { resourceVersion } = observed.metadata;
  for (let attempt = 1; ; attempt += 1) {
    const metadata = { name, ...(namespace === undefined ? {} : { namespace }), ...(resourceVersion === undefined ? {} : { resourceVersion }) };
    const object = { apiVersion: observed.apiVersion, kind: observed.kind, metadata, status };
    try {
      return { written: true, object: await client.applyStatus<T>(type, object as unknown as Sparse<T>, { fieldManager }) };
    } catch (error) {
      if (!isConflict(error) || attempt >= attempts) throw error;
      // This status must not land on a namesake created since, and /status of a custom resource ignores metadata.uid
      // (measured on 1.34), so the version is the lock. It also moves when a user edits the spec: then look and go on.
      resourceVersion = await versionOfSame(client, type, observed, error);
    }
  }
}

async function versionOfSame(client: Client, type: ResourceType, observed: KubeObject, conflict: ApiError): Promise<string | undefined> {
  const current = await client.get(type, keyOf(observed));
  if (current === undefined) throw new ApiError({ status: 404, reason: 'NotFound', message: `${observed.kind} ${observed.metadata.name} was deleted meanwhile`, cause: conflict });
  if (current.metadata.uid !== observed.metadata.uid) throw conflict;
  return current.metadata.resourceVersion;
}

// As it will look after the wire: fields that are undefined do not exist.
function plain<S>(status: S): S {
  return JSON.parse(JSON.stringify(status)) as S;
}
