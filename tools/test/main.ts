import { spawn, spawnSync } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { readReport, type Counts } from './report.ts';
import { everything, repository, suites, type Suite } from './suites.ts';

// Runs the suites one after the other and adds them up. The last line is "N passed, N failed".

type Outcome = Counts & { readonly note?: string };

/** Folders of images, of which the acceptance lists need all: programs that the operator works beside, and the samples as somebody would build them who has a trainer of their own. */
const imageFolders = everything ? ['images', 'test/mlflow/images', 'test/argocd/images', 'config/samples/custom'] : ['images'];

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !suites.some((suite) => suite.name === name));
if (unknown !== undefined) throw new Error(`no suite is called ${unknown}; there are ${suites.map(({ name }) => name).join(', ')}`);
const chosen = suites.filter(({ name }) => wanted.length === 0 || wanted.includes(name));

const print = (line: string): void => void process.stdout.write(`${line}\n`);
await mkdir(`${repository}out/test`, { recursive: true });

const results: { readonly suite: Suite; readonly counts: Outcome; readonly seconds: number }[] = [];
for (const suite of chosen) {
  const started = performance.now();
  print(`\n== ${suite.name}: ${suite.about}`);
  const counts = await run(suite);
  results.push({ suite, counts, seconds: Math.round((performance.now() - started) / 1000) });
}
// What failed stands beside the sums: of a long log people, and machines, read the end.
for (const { suite, counts } of results) for (const failure of counts.failures ?? []) print(`\nfailed in ${suite.name}: ${failure}`);
print('');
for (const { suite, counts, seconds } of results) {
  const skipped = counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`;
  print(`${suite.name.padEnd(14)} ${counts.passed} passed, ${counts.failed} failed${skipped} in ${seconds} s${counts.note ?? ''}`);
}
if (!everything) print('not run: deaths at every await point and the acceptance lists; ACCEPTANCE=1 runs them too');
const passed = results.reduce((sum, { counts }) => sum + counts.passed, 0);
const failed = results.reduce((sum, { counts }) => sum + counts.failed, 0);
print(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

async function run(suite: Suite): Promise<Outcome> {
  if (!suite.needsCluster) return execute(suite);
  const driver = clusterDriver();
  if (driver === undefined) return { passed: 0, failed: 0, skipped: 0, note: ' (skipped: it needs root on Linux, a Docker daemon with kind, or CLUSTER=current)' };
  const wasUp = cluster('running') === 0;
  try {
    if (cluster('up', true) !== 0) return { passed: 0, failed: 1, skipped: 0, note: ' (cluster up failed)' };
    for (const folder of imageFolders)
      if (cluster('images', true, { TRAINYARD_IMAGES: folder }) !== 0) return { passed: 0, failed: 1, skipped: 0, note: ` (cluster images of ${folder} failed)` };
    return await execute(suite);
  } finally {
    if (!wasUp && process.env['KEEP'] !== '1') cluster('down', true);
  }
}

function clusterDriver(): string | undefined {
  if (process.env['CLUSTER'] !== undefined && process.env['CLUSTER'] !== 'auto') return process.env['CLUSTER'];
  if (process.platform === 'linux' && process.getuid?.() === 0) return 'local';
  return spawnSync('kind', ['version']).status === 0 ? 'kind' : undefined;
}

function cluster(verb: string, show = false, env: NodeJS.ProcessEnv = {}): number {
  return spawnSync('bash', [`${repository}cluster/cluster`, verb], { stdio: show ? 'inherit' : 'ignore', env: { ...process.env, ...env } }).status ?? 1;
}

async function execute(suite: Suite): Promise<Outcome> {
  await rm(suite.report, { force: true });
  const [file = '', ...args] = suite.command;
  const code = await new Promise<number>((resolve, reject) => {
    const child = spawn(file, args, { cwd: suite.folder, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (status) => resolve(status ?? 1));
  });
  const counts = await readReport(suite.report);
  if (counts === undefined) return { passed: 0, failed: 1, skipped: 0, note: ' (the runner wrote no report)' };
  // A suite can fail without a failed test: a file that does not load, an unhandled rejection, a linter.
  if (code !== 0 && counts.failed === 0) return { ...counts, failed: 1, note: ` (exit code ${code} without a failed test)` };
  return counts;
}
