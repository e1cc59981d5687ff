import { experimentResource, modelDeploymentResource, modelVersionResource, trainingRunResource } from '../../../crds/generated/resources.ts';
import { ApiError } from '../../../operator/runtime/errors.ts';
import type { Client } from '../../../operator/runtime/client.ts';
import type { ResourceType } from '../../../operator/runtime/types.ts';
import type { Case, Manifest } from './cases.ts';

const types: readonly ResourceType[] = [trainingRunResource, experimentResource, modelVersionResource, modelDeploymentResource];

export function typeOf(object: Manifest): ResourceType {
  const type = types.find((candidate) => candidate.kind === object.kind);
  if (type === undefined) throw new TypeError(`no kind of ours: ${object.kind}`);
  return type;
}

export interface Verdict {
  readonly accepted: boolean;
  readonly message: string;
}

/** What the server says to a case; the objects of a case are deleted again. */
export async function verdictOf(client: Client, namespace: string, { object, old }: Case, resourceType = typeOf): Promise<Verdict> {
  const type = resourceType(object);
  const placed = inNamespace(object, namespace);
  try {
    if (old === undefined) return await asVerdict(client.create(type, placed));
    const created = await client.create(type, inNamespace(old, namespace));
    return await asVerdict(client.replace(type, { ...placed, metadata: { ...placed.metadata, resourceVersion: created.metadata.resourceVersion ?? '' } }));
  } finally {
    await client.delete(type, { namespace, name: object.metadata.name });
  }
}

export function inNamespace(object: Manifest, namespace: string): Manifest {
  return { ...object, metadata: { ...object.metadata, namespace } };
}

/** Only an answer of the server is a verdict; whatever else goes wrong is an error of the test. */
export async function asVerdict(call: Promise<unknown>): Promise<Verdict> {
  try {
    await call;
    return { accepted: true, message: '' };
  } catch (error) {
    if (error instanceof ApiError && [400, 403, 422].includes(error.status)) return { accepted: false, message: error.message };
    throw error;
  }
}
