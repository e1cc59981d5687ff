import type { Client } from '../../operator/runtime/client.ts';
import { isConflict, isNotFound } from '../../operator/runtime/errors.ts';
import { writeStatus } from '../../operator/runtime/status-writer.ts';
import type { Condition, KubeObject, ResourceType } from '../../operator/runtime/types.ts';

interface AnyStatus {
  observedGeneration?: number;
  conditions?: Condition[];
}

/**
 * Writes what was decided before anything is done about it: a crash in between then repeats the deed, never the
 * decision. Returns undefined when the decision was made on an old state (somebody wrote in between, or the cache was
 * behind): it must not be acted on, and the newer state will bring the key back.
 */
export async function record<T extends KubeObject & { status?: AnyStatus }>(client: Client, type: ResourceType, observed: T, status: NonNullable<T['status']>, fieldManager: string): Promise<T | undefined> {
  try {
    const ours = observed.status === undefined ? observed : { ...observed, status: withoutMirrors(observed.status) };
    const next = stamped(withoutEmptyLists(withoutMirrors(status)), observed.metadata.generation);
    const { written, object } = await writeStatus(client, type, ours, next, fieldManager);
    return written ? object : observed;
  } catch (error) {
    if (isConflict(error) || isNotFound(error)) return undefined;
    throw error;
  }
}

/** Members of a status that another field manager writes: whoever applied them too would keep what that one takes away. */
const mirrors = ['mlflow', 'mirrors'];

function withoutMirrors<S extends object>(status: S): S {
  return Object.fromEntries(Object.entries(status).filter(([name]) => !mirrors.includes(name))) as S;
}

// Server-side apply drops an empty list of named items, so that a status with one would never equal what is stored.
function withoutEmptyLists<S extends object>(status: S): S {
  return Object.fromEntries(Object.entries(status).filter(([, member]) => !Array.isArray(member) || member.length > 0)) as S;
}

/** Says of the status, and of every condition in it, which generation of the spec they are about. */
export function stamped<S extends AnyStatus>(status: S, observedGeneration: number | undefined): S {
  if (observedGeneration === undefined) return status;
  const conditions = status.conditions?.map((condition) => ({ ...condition, observedGeneration }));
  return { ...status, observedGeneration, ...(conditions === undefined ? {} : { conditions }) };
}
