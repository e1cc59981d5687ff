// Samples in the pages of docs/: each is shown, and what is shown is included, since a copy would go its own way.
import { inclusions, withoutInclusions } from '../generate/include.ts';
import { repositoryFiles, type RepositoryFile } from './files.ts';

const isSample = ({ path }: RepositoryFile): boolean => /^config\/.*\.yaml$/.test(path);
const isPage = ({ path }: RepositoryFile): boolean => path.endsWith('.md');

/** One line for each sample that no page shows from its first to its last line. */
export function hiddenSamples(files: readonly RepositoryFile[] = repositoryFiles()): string[] {
  const shown = new Set(files.filter((file) => isPage(file) && file.path.startsWith('docs/')).flatMap(({ text }) => inclusions(text).filter(({ fields }) => fields.length === 0).map(({ file }) => file)));
  const samples = files.filter((file) => isSample(file) && file.path.startsWith('config/samples/'));
  return samples.filter(({ path }) => !shown.has(path)).map(({ path }) => `${path} is shown in no page of docs/: include it in docs/guide/samples.md`);
}

/** One line for each block of YAML that was written by hand and says nothing that a sample does not. */
export function copiedSamples(files: readonly RepositoryFile[] = repositoryFiles()): string[] {
  const samples = files.filter(isSample).map(({ path, text }) => ({ path, lines: new Set(wordsOf(text)) }));
  return files.filter(isPage).flatMap(({ path, text }) =>
    blocksOf(withoutInclusions(text)).flatMap((block) => {
      const lines = wordsOf(block);
      const source = lines.length < fewest ? undefined : samples.find((sample) => lines.every((line) => sample.lines.has(line)));
      return source === undefined ? [] : [`${path} copies ${source.path}: write <!-- include: ${source.path} --> and <!-- end --> instead of the block with "${lines.at(-1) ?? ''}"`];
    }),
  );
}

/** `spec:` and one field of it are a way to say what is meant, not a copy. */
const fewest = 3;

export function blocksOf(page: string): string[] {
  return [...page.matchAll(/^```ya?ml\n([\s\S]*?)^```/gm)].map(([, block = '']) => block);
}

function wordsOf(yaml: string): string[] {
  return yaml.split('\n').map((line) => line.replace(/(^|\s)#.*/, '').trim()).filter((line) => line !== '');
}
