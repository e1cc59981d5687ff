import { open } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { NotFound, sizeFrom, type Source } from './source.ts';

/** file:///path */
export async function openFile(uri: string, signal: AbortSignal): Promise<Source> {
  let file;
  try {
    file = await open(fileURLToPath(uri));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') throw new NotFound(uri, { cause });
    throw cause;
  }
  const { size } = await file.stat();
  return { stream: file.createReadStream({ signal }), ...sizeFrom(size) };
}
