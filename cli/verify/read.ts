import { StoreError, type ArtifactStore, type StoreProblem } from '../../controllers/shared/artifact-store.ts';
import { maxManifestBytes, parseManifest, ManifestError } from '../../controllers/shared/verified-manifest.ts';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import type { Reading, Readings } from './compare.ts';

/** Reads all that a version names. What cannot be read says why; it throws nothing that a person can cause. */
export async function readAll(store: ArtifactStore, { spec, status }: ModelVersion): Promise<Readings> {
  const data = status?.lineage?.data;
  return {
    data: data?.uri === undefined ? { unread: 'status.lineage.data names no address' } : await attempt(() => store.digest(data.uri ?? '', data.versionId)),
    manifest: await readManifest(store, spec.manifest.uri),
    artifact: await attempt(() => store.digest(spec.artifact.uri)),
  };
}

export async function readManifest(store: ArtifactStore, uri: string): Promise<Readings['manifest']> {
  const read = await attempt(() => store.read(uri, maxManifestBytes));
  if ('unread' in read) return read;
  const { sha256, sizeBytes, bytes } = read;
  try {
    return { sha256, sizeBytes, manifest: parseManifest(uri, bytes) };
  } catch (error) {
    if (error instanceof ManifestError) return { sha256, sizeBytes, invalid: error.message };
    throw error;
  }
}

async function attempt<T extends Exclude<Reading, { unread: string }>>(read: () => Promise<T>): Promise<T | { readonly unread: string }> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof StoreError) return { unread: wording(error) };
    throw error;
  }
}

/** The credentials are those of whoever asks, and so is the remedy. */
function wording({ reason, message }: StoreError): string {
  const said: Partial<Record<StoreProblem, string>> = {
    ArtifactNotFound: 'it does not exist',
    StoreForbidden: 'access denied: the credentials are those of your shell, such as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
  };
  // An address of another kind is told as it is.
  if (message.includes('is not an address')) return message;
  // Words of the AWS SDK, which names no variable.
  if (message.includes('Region is missing')) return 'the region of the store is not known: set AWS_REGION, such as us-east-1';
  if (message.includes('Could not load credentials')) return 'no credentials for the store were found: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY';
  return said[reason] ?? message;
}
