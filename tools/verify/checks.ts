import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../generate/crd.ts';
import { missingRows } from './acceptance.ts';
import { absentFiles } from './command-files.ts';
import { repositoryFiles } from './files.ts';
import { foreignNames } from './foreign-names.ts';
import { brokenLinks } from './links.ts';
import { looseLocks } from './lock-files.ts';
import { copiedSamples, hiddenSamples } from './shown-samples.ts';

export interface Result {
  readonly state: 'ok' | 'failed' | 'skipped';
  /** One line for what holds, any number for what does not. */
  readonly text: string;
}

export interface Check {
  readonly name: string;
  readonly about: string;
  run(): Promise<Result>;
}

const deadlineMs = 15 * 60_000; // Helm may have to be built first

export const checks: readonly Check[] = [
  command('generated', 'generated files are as the sources make them', 'node', ['tools/generate/main.ts', '--check']),
  command('types', 'the compiler accepts operator, controllers, tools and tests', bin('tsc'), ['--noEmit']),
  { name: 'server', about: 'the compiler accepts the model server', run: modelServerTypes },
  command('lint', 'eslint: house rules and import borders', bin('eslint'), ['.', '--max-warnings', '0']),
  command('chart', 'the chart lints, renders and passes its tests', 'bash', ['tools/helm-check.sh']),
  { name: 'shell', about: 'shellcheck accepts every script', run: shellcheck },
  { name: 'actions', about: 'actionlint accepts every workflow', run: actionlint },
  { name: 'names', about: 'no file names a path or a package mirror of the machine it was written on', run: () => findings(foreignNames(), 'no path or mirror of this machine') },
  { name: 'locks', about: 'lock files pin every package by its digest and name no registry', run: () => findings(Promise.resolve(looseLocks()), 'every package is pinned by its digest') },
  { name: 'acceptance', about: 'each row of the acceptance list of rollouts has a test of its name', run: () => findings(Promise.resolve(missingRows()), 'each row of the acceptance list has a test') },
  { name: 'links', about: 'relative links in Markdown lead somewhere', run: () => findings(Promise.resolve(brokenLinks()), 'every relative link leads somewhere') },
  { name: 'commands', about: 'files that commands in Markdown take by -f are there', run: () => findings(Promise.resolve(absentFiles()), 'every file that a command in Markdown takes by -f is there') },
  { name: 'samples', about: 'each sample is shown in docs/, and by inclusion', run: () => findings(Promise.resolve([...hiddenSamples(), ...copiedSamples()]), 'each sample is shown in docs/, and nowhere by copy') },
];

function command(name: string, about: string, file: string, args: readonly string[]): Check {
  return { name, about, run: () => execute(file, args, repositoryRoot, about) };
}

function bin(name: string): string {
  return join(repositoryRoot, 'node_modules', '.bin', name);
}

function execute(file: string, args: readonly string[], folder: string, about: string): Promise<Result> {
  return new Promise((resolve) => {
    execFile(file, args, { cwd: folder, timeout: deadlineMs, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      // A program that cannot be started says so in the error only.
      const text = `${stdout}${stderr}` || (error?.message ?? '');
      resolve(error === null ? { state: 'ok', text: about } : { state: 'failed', text });
    });
  });
}

async function modelServerTypes(): Promise<Result> {
  const folder = join(repositoryRoot, 'model-server');
  const compiler = join(folder, 'node_modules', '.bin', 'tsc');
  if (!existsSync(compiler)) return { state: 'skipped', text: 'model-server/node_modules is missing: `make deps`' };
  return execute(compiler, ['--noEmit'], folder, 'the compiler accepts the model server');
}

async function shellcheck(): Promise<Result> {
  const version = await execute('shellcheck', ['--version'], repositoryRoot, '');
  if (version.state === 'failed') return { state: 'skipped', text: 'shellcheck is not installed' };
  const scripts = repositoryFiles().filter(isShellScript).map(({ path }) => path);
  return execute('shellcheck', ['--external-sources', '--source-path=SCRIPTDIR', '--source-path=cluster', ...scripts], repositoryRoot, `shellcheck accepts ${String(scripts.length)} scripts`);
}

/** Built from the Go module that tools/go/actionlint pins, once for each version of it. */
async function actionlint(): Promise<Result> {
  const version = await execute('go', ['version'], repositoryRoot, '');
  if (version.state === 'failed') return { state: 'skipped', text: 'go is not installed' };
  const workflows = repositoryFiles().filter(({ path }) => path.startsWith('.github/workflows/')).map(({ path }) => join(repositoryRoot, path));
  return execute('go', ['tool', 'actionlint', '-no-color', ...workflows], join(repositoryRoot, 'tools', 'go', 'actionlint'), `actionlint accepts ${String(workflows.length)} workflows`);
}

function isShellScript({ path, text }: { readonly path: string; readonly text: string }): boolean {
  return path.endsWith('.sh') || /^#!.*\b(ba)?sh\b/.test(text.slice(0, 80));
}

async function findings(found: Promise<readonly string[]>, about: string): Promise<Result> {
  const lines = await found;
  return lines.length === 0 ? { state: 'ok', text: about } : { state: 'failed', text: lines.join('\n') };
}
