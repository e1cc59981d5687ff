import { StoreError, type ArtifactStore } from '../shared/artifact-store.ts';
import { readManifest } from '../shared/verified-manifest.ts';

const largestBytes = 32 * 1024 * 1024;

/** The manifest and the report of a run, each with the digest that it should have. Throws a StoreError or a ManifestError. */
export async function runFiles(store: ArtifactStore, pointer: { readonly uri: string; readonly sha256: string }): Promise<ReadonlyMap<string, Buffer>> {
  const manifest = await readManifest(store, pointer);
  const found = new Map([['manifest.json', (await store.read(pointer.uri, largestBytes)).bytes]]);
  const report = manifest.files.find(({ name }) => name === 'report.html');
  if (report === undefined) return found;
  const uri = new URL(report.name, pointer.uri).href;
  const { bytes, sha256 } = await store.read(uri, largestBytes);
  if (sha256 !== report.sha256) throw new StoreError('DigestMismatch', `${uri} has sha256 ${sha256}, expected ${report.sha256}`);
  return found.set(report.name, bytes);
}
