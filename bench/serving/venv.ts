// The virtual environment of a peer: every package pinned in peers/<name>.txt, in the cache, made once.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryPath } from '../../test/integration/harness/binaries.ts';
import { cacheFolder } from './cache.ts';

export interface Venv {
  readonly folder: string;
  /** Package → version, as pinned. */
  readonly versions: Readonly<Record<string, string>>;
}

const installMs = 15 * 60_000;

/** Throws pip's own error when a package cannot be had. */
export function peerVenv(name: string): Venv {
  const pins = repositoryPath('bench', 'serving', 'peers', `${name}.txt`);
  const text = readFileSync(pins, 'utf8');
  const versions = pinsOf(text);
  const folder = join(cacheFolder(), `peers-${name}-${versions[name] ?? ''}`);
  const mark = join(folder, 'installed.txt');
  if (readOr(mark) !== text) {
    console.log(`making ${folder}`);
    const options = { timeout: installMs, stdio: 'inherit' } as const;
    execFileSync(process.env['PYTHON'] ?? 'python3.11', ['-m', 'venv', '--clear', folder], options);
    // The pins are complete, so nothing has to be resolved: BentoML's own floors cannot be met (see its pins).
    execFileSync(join(folder, 'bin', 'pip'), ['install', '--quiet', '--disable-pip-version-check', '--only-binary=:all:', '--no-deps', '-r', pins], options);
    writeFileSync(mark, text);
  }
  return { folder, versions };
}

/** `name==version` lines; names in lower case. */
export function pinsOf(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => {
      const [, name, version] = /^([\w.-]+)==([\w.+]+)$/.exec(line.trim()) ?? [];
      if (name === undefined || version === undefined) throw new Error(`"${line}" is no exact pin`);
      return [name.toLowerCase(), version];
    }),
  );
}

export function installedMb({ folder }: Venv): number {
  return Number(execFileSync('du', ['-sm', folder], { encoding: 'utf8', timeout: 60_000 }).split('\t')[0]);
}

function readOr(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined; // not made yet
  }
}
