import { validateManifest } from '../../crds/generated/validate.js';
import type { Manifest } from '../../crds/generated/manifest.ts';
import { asError } from '../../operator/runtime/errors.ts';
import { StoreError, type ArtifactStore } from './artifact-store.ts';

export type ManifestProblem = 'ManifestInvalid' | 'ManifestMismatch';

/** The manifest's bytes are what they should be, but what they say cannot be. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
  readonly reason: ManifestProblem;

  constructor(reason: ManifestProblem, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.reason = reason;
  }
}

export interface Pointer {
  readonly uri: string;
  readonly sha256: string;
}

export const maxManifestBytes = 4 * 1024 * 1024;

/** Reads a manifest whose digest is known. Throws a StoreError or a ManifestError. */
export async function readManifest(store: ArtifactStore, pointer: Pointer): Promise<Manifest> {
  const { bytes, sha256 } = await store.read(pointer.uri, maxManifestBytes);
  requireDigest(pointer, sha256);
  return parseManifest(pointer.uri, bytes);
}

/** Reads a manifest whose digest nobody told, and tells it. */
export async function readUnattestedManifest(store: ArtifactStore, uri: string): Promise<{ manifest: Manifest; sha256: string }> {
  const { bytes, sha256 } = await store.read(uri, maxManifestBytes);
  return { manifest: parseManifest(uri, bytes), sha256 };
}

/** Streams the model file and compares digest and size. Throws a StoreError. */
export async function verifyArtifact(store: ArtifactStore, pointer: Pointer & { readonly sizeBytes?: number }): Promise<void> {
  const { sha256, sizeBytes } = await store.digest(pointer.uri);
  requireDigest(pointer, sha256);
  if (pointer.sizeBytes !== undefined && pointer.sizeBytes !== sizeBytes) throw new StoreError('DigestMismatch', `${pointer.uri} has ${sizeBytes} bytes, expected ${pointer.sizeBytes}`);
}

function requireDigest(pointer: Pointer, sha256: string): void {
  if (sha256 !== pointer.sha256) throw new StoreError('DigestMismatch', `${pointer.uri} has sha256 ${sha256}, expected ${pointer.sha256}`);
}

/** Throws a ManifestError. */
export function parseManifest(uri: string, bytes: Buffer): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new ManifestError('ManifestInvalid', `${uri} is not JSON: ${asError(error).message}`, error);
  }
  if (!validateManifest(value)) {
    const first = validateManifest.errors?.[0];
    throw new ManifestError('ManifestInvalid', `${uri} does not follow the manifest schema: ${first?.instancePath ?? ''} ${first?.message ?? ''}`);
  }
  return value;
}
