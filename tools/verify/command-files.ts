// Files that commands in Markdown take by -f: who types the command at the root of the repository must find them.
import { repositoryFiles, type RepositoryFile } from './files.ts';

/** `path: file` for each one that is not there. */
export function absentFiles(files: readonly RepositoryFile[] = repositoryFiles()): string[] {
  const paths = files.map(({ path }) => path);
  const isThere = (name: string): boolean => paths.some((path) => path === name || path.startsWith(`${name}/`));
  return files
    .filter(({ path }) => path.endsWith('.md'))
    .flatMap(({ path, text }) => filesIn(text).filter((name) => !isThere(name)).map((name) => `${path}: ${name}`));
}

/** Standard input, addresses and what only a variable knows cannot be looked up; the output of others is not ours to judge. */
export function filesIn(text: string): string[] {
  const commands = text.replaceAll('\\\n', ' ').match(/\b(kubectl|helm|docker)\b[^\n]*/g) ?? [];
  return commands
    .flatMap((command) => [...command.matchAll(/\s(?:-f|-k|--file|--filename|--values|--kustomize)[ =]["']?([^\s"'`]+)/g)].map(([, name = '']) => name.replace(/\/$/, '')))
    .filter((name) => name !== '-' && !name.includes('$') && !name.includes('://'));
}
