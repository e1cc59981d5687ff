import { isDeepStrictEqual } from 'node:util';
import type { Client } from '../../operator/runtime/client.ts';
import { isConflict, isNotFound } from '../../operator/runtime/errors.ts';
import type { KubeObject, ResourceType, Sparse } from '../../operator/runtime/types.ts';
import { fieldManager } from '../shared/names.ts';

/**
 * Writes the mirror's part of a status, and nothing else of it. False when the object changed since it was read or is
 * gone: the newer state brings the key back, and what is in MLflow by then is found there.
 */
export async function note<T extends KubeObject>(client: Client, type: ResourceType, observed: T, before: object | undefined, status: { readonly mlflow: object } | { readonly mirrors: { readonly mlflow: object } }): Promise<boolean> {
  if (isDeepStrictEqual(before, 'mlflow' in status ? status.mlflow : status.mirrors.mlflow)) return true;
  const { name, namespace, resourceVersion } = observed.metadata;
  const object = { apiVersion: observed.apiVersion, kind: observed.kind, metadata: { name, namespace, resourceVersion }, status };
  try {
    await client.applyStatus(type, object as unknown as Sparse<T>, { fieldManager: fieldManager.mlflow });
    return true;
  } catch (error) {
    if (isConflict(error) || isNotFound(error)) return false;
    throw error;
  }
}
