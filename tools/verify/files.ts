import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../generate/crd.ts';

export interface RepositoryFile {
  /** From the root of the repository. */
  readonly path: string;
  /** Empty for a file that is no text. */
  readonly text: string;
}

/** Every file that belongs to the repository: what Git would commit, or, outside of Git, what is not installed or built. */
export function repositoryFiles(): RepositoryFile[] {
  return paths().map((path) => ({ path, text: textOf(path) }));
}

function paths(): string[] {
  try {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: repositoryRoot, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'ignore'] });
    // A file that was removed and not committed yet is still in the index.
    return listed.split('\0').filter((path) => path !== '' && exists(path));
  } catch {
    // No Git, or no repository: an exported tree.
    return walk('');
  }
}

const notOurs = new Set(['node_modules', 'out', '.git', '__pycache__', 'coverage', '.pytest_cache', '.ruff_cache']);

function walk(folder: string): string[] {
  return readdirSync(join(repositoryRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (notOurs.has(entry.name)) return [];
    return entry.isDirectory() ? walk(path) : [path];
  });
}

function exists(path: string): boolean {
  return textOrNothing(path) !== undefined;
}

function textOf(path: string): string {
  const text = textOrNothing(path) ?? '';
  return text.includes('\0') ? '' : text;
}

function textOrNothing(path: string): string | undefined {
  try {
    return readFileSync(join(repositoryRoot, path), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A link to a folder, or a file that was just removed.
    if (code === 'ENOENT' || code === 'EISDIR') return undefined;
    throw error;
  }
}
