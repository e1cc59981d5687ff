import { createHash } from 'node:crypto';
import { StoreError, type ArtifactStore, type StoreProblem } from '../../controllers/shared/artifact-store.ts';
import { maxManifestBytes, parseManifest, ManifestError } from '../../controllers/shared/verified-manifest.ts';
import type { Manifest } from '../../crds/generated/manifest.ts';
import type { ModelVersion, ModelVersionStatus } from '../../crds/generated/model-version.ts';
import type { Reading, Readings } from './compare.ts';

type Lineage = NonNullable<ModelVersionStatus['lineage']>;

/** Reads all that a version names. What cannot be read says why; it throws nothing that a person can cause. */
export async function readAll(store: ArtifactStore, { spec, status }: ModelVersion): Promise<Readings> {
  const manifest = await readManifest(store, spec.manifest.uri);
  return {
    data: await readData(store, status?.lineage?.data, 'manifest' in manifest ? manifest.manifest : undefined),
    manifest,
    artifact: await attempt(() => store.digest(spec.artifact.uri)),
  };
}

async function readData(store: ArtifactStore, data: Lineage['data'], manifest: Manifest | undefined): Promise<Reading> {
  const { uri, versionId } = data ?? {};
  if (uri === undefined) return { unread: 'status.lineage.data names no address' };
  if (/^(pvc|configmap):/.test(uri)) return { unread: 'it lies in the cluster, where only a pod reads it: mount it and compare its sha256 with status.lineage.data' };
  if (uri.endsWith('/') && !/^https?:/.test(uri)) return readFolder(store, uri, data?.sha256, manifest);
  return attempt(() => store.digest(uri, versionId));
}

/** The objects of a folder as the manifest lists them, each in the version that was read. What came later is no part of the snapshot. */
async function readFolder(store: ArtifactStore, uri: string, sha256: string | undefined, manifest: Manifest | undefined): Promise<Reading> {
  const objects = manifest?.data.objects ?? [];
  if (objects.length === 0) return { unread: 'the manifest that lists its objects could not be read' };
  // A list that was cut off does not have the digest of the whole.
  if (listingDigest(objects) !== sha256) return { unread: `the manifest does not list all of its objects, only ${objects.length}` };
  const found: { readonly name: string; readonly sha256: string }[] = [];
  let sizeBytes = 0;
  for (const { name, versionId } of objects) {
    const reading = await attempt(() => store.digest(`${uri}${name}`, versionId ?? undefined));
    if ('unread' in reading) return { unread: `${name}: ${reading.unread}` };
    found.push({ name, sha256: reading.sha256 });
    sizeBytes += reading.sizeBytes;
  }
  return { sha256: listingDigest(found), sizeBytes };
}

/** As the trainer makes it: sha256 over a line `<sha256>  <name>` an object. */
function listingDigest(objects: readonly { readonly name: string; readonly sha256: string }[]): string {
  return createHash('sha256').update(objects.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('')).digest('hex');
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
