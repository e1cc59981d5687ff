import type { Client } from '../../operator/runtime/client.ts';
import { isConflict, isNotFound } from '../../operator/runtime/errors.ts';
import { writeStatus } from '../../operator/runtime/status-writer.ts';
import type { KubeObject, ResourceType } from '../../operator/runtime/types.ts';

/**
 * Writes what was decided before anything is done about it: a crash in between then repeats the deed, never the
 * decision. Returns undefined when the decision was made on an old state (somebody wrote in between, or the cache was
 * behind): it must not be acted on, and the newer state will bring the key back.
 */
export async function record<S extends object, T extends KubeObject & { status?: S }>(client: Client, type: ResourceType, observed: T, status: S, fieldManager: string): Promise<T | undefined> {
  const observedGeneration = observed.metadata.generation;
  try {
    const full = observedGeneration === undefined ? status : { ...status, observedGeneration };
    return (await writeStatus(client, type, observed, full, fieldManager)).object;
  } catch (error) {
    if (isConflict(error) || isNotFound(error)) return undefined;
    throw error;
  }
}
