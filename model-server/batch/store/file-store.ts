import { createHash } from 'node:crypto';
import { createReadStream, type Dirent } from 'node:fs';
import { mkdir, open, readdir, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { NotFound, type Range, type Store, type StoredObject } from './store.ts';

/** file:///path */
export function createFileStore(): Store {
  return {
    async list(folder, signal) {
      const entries = await entriesOf(fileURLToPath(folder));
      const uris = entries.filter((entry) => entry.isFile()).map((entry) => pathToFileURL(join(entry.parentPath, entry.name)).href);
      return Promise.all(uris.sort().map((uri) => describe(uri, signal)));
    },

    stat: describe,

    async open({ uri }, { start, end }: Range, signal) {
      return createReadStream(fileURLToPath(uri), { start, ...(end === undefined ? {} : { end: end - 1 }), highWaterMark: 256 * 1024, signal });
    },

    async put(uri, bytes) {
      const path = fileURLToPath(uri);
      await mkdir(dirname(path), { recursive: true });
      const unfinished = `${path}.unfinished`;
      const file = await open(unfinished, 'w');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, path);
    },
  };
}

/** None where there is no such folder: a bucket knows no empty ones either. */
async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function describe(uri: string, signal: AbortSignal): Promise<StoredObject> {
  const path = fileURLToPath(uri);
  const { size } = await stat(path).catch((cause: unknown) => {
    throw (cause as NodeJS.ErrnoException).code === 'ENOENT' ? new NotFound(uri, { cause }) : cause;
  });
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { signal })) hash.update(chunk as Uint8Array);
  return { uri, sizeBytes: size, identity: `sha256:${hash.digest('hex')}` };
}
