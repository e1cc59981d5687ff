// The acceptance list of rollouts: each of its rows has a test, found by its name.
import { repositoryFiles, type RepositoryFile } from './files.ts';

const rows = 31;

/** `acceptance 7: …` and `acceptance 2, 3: …` in the name of a test say which rows it shows. */
export function rowsShown(text: string): readonly number[] {
  return [...text.matchAll(/['"`]acceptance ((?:\d+, )*\d+): /g)].flatMap(([, numbers = '']) => numbers.split(', ').map(Number));
}

/** One line a row without a test, and one a test of a row that there is not. */
export function missingRows(files: readonly RepositoryFile[] = repositoryFiles()): readonly string[] {
  const shown = new Set(files.filter(({ path }) => path.endsWith('.test.ts') && !path.startsWith('tools/')).flatMap(({ text }) => rowsShown(text)));
  const all = Array.from({ length: rows }, (_, i) => i + 1);
  return [
    ...all.filter((row) => !shown.has(row)).map((row) => `no test is named "acceptance ${row}: …"`),
    ...[...shown].filter((row) => !all.includes(row)).map((row) => `a test is named after acceptance ${row}, which the list does not have`),
  ];
}
