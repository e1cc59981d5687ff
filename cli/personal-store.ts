import { createReadStream } from 'node:fs';
import { createArtifactStore, type ArtifactStore } from '../controllers/shared/artifact-store.ts';

/** Reads with the credentials of whoever sits at the terminal; region and endpoint are those of the AWS SDK. */
export function personalStore(deadlineMs: number): ArtifactStore {
  return createArtifactStore({ endpoint: undefined, region: undefined, deadlineMs, openFile: (url) => createReadStream(url) });
}
