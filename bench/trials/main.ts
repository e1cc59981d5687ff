// `make bench-trials`: whole trials on a real cluster. How long a TrainingRun takes until its trainer works, alone and in an
// Experiment; how long the experiments of thirty trials in config/samples take, and the same fits in one process, in turns.
// The result goes to bench/results/trials.json. Ends with 1 when a limit is missed.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ExperimentInput } from '../../crds/generated/experiment.ts';
import { experimentResource, trainingRunResource } from '../../crds/generated/resources.ts';
import type { TrainingRunInput } from '../../crds/generated/training-run.ts';
import { getCondition } from '../../operator/runtime/conditions.ts';
import { ensureNamespace, ensureStoreSecret, installOperator, removeNamespace } from '../../test/e2e/harness/install.ts';
import { connect, type Kube } from '../../test/e2e/harness/kube.ts';
import { ended, experimentEnded, trainingRun } from '../../test/e2e/harness/objects.ts';
import { readObject, trainerJob, uploadBreastCancer } from '../../test/e2e/harness/samples.ts';
import { repositoryPath } from '../../test/integration/harness/binaries.ts';
import { machine } from '../shared/machine.ts';
import { median } from '../shared/median.ts';
import { line, mediansOf, tellMissed } from '../shared/summary.ts';
import { limits, type Figures, type TrialsResult } from './result.ts';
import { watchTrials, workBegan } from './starts.ts';

const [trials, alone, repetitions] = [30, 8, Number(process.env['BENCH_REPETITIONS'] ?? 3)];
const patienceMs = 15 * 60_000;
const namespace = 'bench-trials';

function sample(...path: readonly string[]): ExperimentInput {
  const input = parse(readFileSync(repositoryPath('config', 'samples', ...path), 'utf8')) as ExperimentInput;
  return { ...input, metadata: { ...input.metadata, namespace } };
}

/** Seconds until the trainer of each of some runs works, one run after the other. */
async function startsAlone(kube: Kube): Promise<readonly number[]> {
  const seconds: number[] = [];
  for (let number = 1; number <= alone; number += 1) {
    const name = `alone-${number}`;
    const asked = Date.now();
    await kube.client.create<TrainingRunInput>(trainingRunResource, trainingRun(namespace, name, { register: { enabled: false } }));
    seconds.push((workBegan(await ended(kube, namespace, name)) - asked) / 1000);
  }
  return seconds;
}

interface Contest {
  readonly seconds: number;
  /** Seconds until the trainer of each trial works. */
  readonly starts: readonly number[];
}

async function contest(kube: Kube, experiment: ExperimentInput): Promise<Contest> {
  const watch = watchTrials(kube, namespace, experiment.metadata.name);
  const asked = performance.now();
  await kube.client.create<ExperimentInput>(experimentResource, experiment);
  const { status } = await experimentEnded(kube, namespace, experiment.metadata.name, patienceMs);
  const seconds = (performance.now() - asked) / 1000;
  const starts = await watch.stop();
  const succeeded = getCondition(status?.conditions, 'Succeeded');
  if (succeeded?.status !== 'True' || status?.trials?.succeeded !== trials) throw new Error(`${experiment.metadata.name} did not succeed: ${succeeded?.reason ?? ''}: ${succeeded?.message ?? ''}, ${JSON.stringify(status?.trials)}`);
  return { seconds, starts };
}

/** Seconds of the fits of `config/samples/experiment-to-canary/2-experiment.yaml` in one process. */
function inOneProcess(python: string, table: string): number {
  const told = JSON.parse(execFileSync(python, [repositoryPath('bench', 'trials', 'optuna_loop.py'), table], { encoding: 'utf8', timeout: patienceMs })) as { seconds: number; trials: number };
  if (told.trials !== trials) throw new Error(`the loop made ${told.trials} trials instead of ${trials}`);
  return told.seconds;
}

async function run(kube: Kube, python: string): Promise<Figures> {
  await removeNamespace(kube, namespace);
  await ensureNamespace(kube, namespace);
  await ensureStoreSecret(kube, namespace);
  await uploadBreastCancer(kube, namespace);
  await trainerJob(kube, namespace, 'upload-digits', ['trainyard_trainer.samples', 'digits', 's3://data/digits.csv']);
  const table = join(tmpdir(), 'trainyard-bench-tumour.csv');
  writeFileSync(table, await readObject(kube, 'data', 'tumour.csv'));

  const single = await startsAlone(kube);
  const oneProcess = inOneProcess(python, table);
  const tumour = await contest(kube, sample('experiment-to-canary', '2-experiment.yaml'));
  const digits = await contest(kube, sample('digits', 'experiment.yaml'));
  const together = [...tumour.starts, ...digits.starts];
  return { aloneMedian: median(single), aloneMost: Math.max(...single), togetherMedian: median(together), togetherMost: Math.max(...together), tumour: tumour.seconds, digits: digits.seconds, oneProcess };
}

const facts = machine();
const python = join(execFileSync(repositoryPath('trainer', 'venv.sh'), { encoding: 'utf8' }).trim(), 'bin', 'python');
const kube = await connect();
const runs: Figures[] = [];
try {
  await installOperator(kube);
  for (let number = 1; number <= repetitions; number += 1) {
    runs.push(await run(kube, python));
    console.log(`${number}/${repetitions}, in seconds: ${line({ ...runs.at(-1) }, 2)}`);
  }
} finally {
  await removeNamespace(kube, namespace);
  await kube.close();
}
const figures = mediansOf(runs, 2);
const result: TrialsResult = { measuredAt: new Date().toISOString(), machine: facts, trials, alone, figures, runs };
writeFileSync(repositoryPath('bench', 'results', 'trials.json'), `${JSON.stringify(result, undefined, 1)}\n`);
tellMissed(figures, limits);
