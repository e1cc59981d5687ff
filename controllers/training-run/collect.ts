import type { ArtifactStore } from '../shared/artifact-store.ts';
import { StoreError } from '../shared/artifact-store.ts';
import { ManifestError, readManifest, readUnattestedManifest, verifyArtifact } from '../shared/verified-manifest.ts';
import type { LastWords } from './backends/backend.ts';
import type { Collected } from './context.ts';

/**
 * Reads back what the trainer says it wrote. Nothing it says is trusted: both files are read from the store and their
 * digests computed here. Without last words (the pod was gone) the manifest is looked for where it must lie.
 */
export async function collect(store: ArtifactStore, lastWords: LastWords, outputUri: string): Promise<Collected> {
  try {
    const manifestUri = `${outputUri}manifest.json`;
    const told = lastWords.manifest;
    const { manifest, sha256 } = told === undefined ? await readUnattestedManifest(store, manifestUri) : { manifest: await readManifest(store, told), sha256: told.sha256 };
    const artifact = { uri: lastWords.artifact?.uri ?? `${outputUri}${manifest.artifact.file}`, sha256: manifest.artifact.sha256, sizeBytes: manifest.artifact.sizeBytes };
    await verifyArtifact(store, artifact);
    return { found: true, manifest, pointer: { uri: told?.uri ?? manifestUri, sha256 }, artifact, reportUri: lastWords.report?.uri };
  } catch (error) {
    if (error instanceof StoreError) return { found: false, reason: error.reason, message: error.message, transient: error.reason === 'StoreUnreachable' || error.reason === 'StoreForbidden' };
    if (error instanceof ManifestError) return { found: false, reason: error.reason, message: error.message, transient: false };
    throw error;
  }
}
