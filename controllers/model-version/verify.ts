import type { Manifest } from '../../crds/generated/manifest.ts';
import type { ModelVersionSpec } from '../../crds/generated/model-version.ts';
import { StoreError, type ArtifactStore } from '../shared/artifact-store.ts';
import { ManifestError, readManifest, verifyArtifact } from '../shared/verified-manifest.ts';

export type Verification =
  | { readonly verified: true; readonly manifest: Manifest }
  | { readonly verified: false; readonly reason: string; readonly message: string; /** Whether it may come right without anybody doing anything. */ readonly transient: boolean };

/** Re-reads both objects that the spec points to and compares every digest. Never throws for what a user can cause. */
export async function verify(store: ArtifactStore, spec: ModelVersionSpec): Promise<Verification> {
  try {
    const manifest = await readManifest(store, spec.manifest);
    const mismatch = disagreement(spec, manifest);
    if (mismatch !== undefined) return { verified: false, reason: 'ManifestMismatch', message: mismatch, transient: false };
    await verifyArtifact(store, spec.artifact);
    return { verified: true, manifest };
  } catch (error) {
    if (error instanceof StoreError) return { verified: false, reason: error.reason, message: error.message, transient: error.reason === 'StoreUnreachable' || error.reason === 'StoreForbidden' };
    if (error instanceof ManifestError) return { verified: false, reason: error.reason, message: error.message, transient: false };
    throw error;
  }
}

function disagreement(spec: ModelVersionSpec, manifest: Manifest): string | undefined {
  if (manifest.model !== spec.model) return `the manifest is about model ${manifest.model}, spec.model is ${spec.model}`;
  if (manifest.artifact.sha256 !== spec.artifact.sha256) return `the manifest is about a model file with sha256 ${manifest.artifact.sha256}, spec.artifact.sha256 is ${spec.artifact.sha256}`;
  return undefined;
}
