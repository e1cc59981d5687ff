import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Failure } from '../failure.ts';

export interface Source {
  readonly file: string;
  readonly text: string;
}

/** A file, every .yaml and .yml of a folder and those below it, or standard input (`-`). Throws a Failure. */
export async function readManifests(path: string): Promise<readonly Source[]> {
  if (path === '-') return [{ file: 'standard input', text: await text(process.stdin) }];
  try {
    const files = (await stat(path)).isDirectory() ? (await readdir(path, { recursive: true })).filter((name) => /\.ya?ml$/.test(name)).sort().map((name) => join(path, name)) : [path];
    return await Promise.all(files.map(async (file) => ({ file, text: await readFile(file, 'utf8') })));
  } catch (error) {
    throw new Failure(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`, 1, error);
  }
}
