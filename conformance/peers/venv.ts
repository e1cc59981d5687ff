// Virtual environments of Python, one a peer and version, kept in the cache.
import { execFile } from 'node:child_process';
import { access, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from './config.ts';

const run = promisify(execFile);
const installMs = 20 * 60_000;

/** The folder `bin` of an environment with these packages, exact versions; made at the first call. */
export async function venv(name: string, packages: readonly string[]): Promise<string> {
  const folder = join(cacheFolder(), `peers-${name}`);
  const complete = join(folder, '.complete');
  if (!(await exists(complete))) {
    await rm(folder, { recursive: true, force: true });
    await run('python3.11', ['-m', 'venv', folder], { timeout: installMs });
    await run(join(folder, 'bin/pip'), ['install', '--quiet', '--disable-pip-version-check', ...packages], { timeout: installMs });
    await writeFile(complete, `${packages.join('\n')}\n`);
  }
  return join(folder, 'bin');
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(() => true, () => false);
}
