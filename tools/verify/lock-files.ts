// Lock files pin each package by its digest, and name no registry: whoever installs takes the packages from their own.
import { repositoryFiles } from './files.ts';

interface Lock {
  readonly packages: Readonly<Record<string, { readonly integrity?: string; readonly resolved?: string; readonly link?: boolean }>>;
}

/** `path: package: what is wrong`. */
export function looseLocks(): string[] {
  return repositoryFiles()
    .filter(({ path }) => path.endsWith('package-lock.json'))
    .flatMap(({ path, text }) => Object.entries((JSON.parse(text) as Lock).packages).flatMap(([name, entry]) => problems(name, entry).map((problem) => `${path}: ${name}: ${problem}`)));
}

function problems(name: string, { integrity, resolved, link }: Lock['packages'][string]): string[] {
  if (name === '' || link === true) return [];
  return [...(integrity === undefined ? ['no integrity'] : []), ...(resolved === undefined ? [] : [`names the registry ${resolved}`])];
}
