// The models of the benchmark, made once by models.py and kept in the cache.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryPath } from '../../test/integration/harness/binaries.ts';
import { cacheFolder } from './cache.ts';

export const models = ['forest', 'mlp'] as const;
export type ModelName = (typeof models)[number];

/** What onnxruntime says of some rows, one entry a row. */
export interface Answers {
  readonly label: readonly number[];
  /** Rows of two. */
  readonly probabilities: readonly (readonly number[])[];
}

export interface ModelData {
  readonly folder: string;
  /** Version of the onnxruntime that gave the answers. */
  readonly onnxruntime: string;
  readonly rows: readonly (readonly number[])[];
  readonly answers: Readonly<Record<ModelName, Answers>>;
}

const buildMs = 10 * 60_000; // the trainer's environment may have to be installed first

export function loadModels(): ModelData {
  const folder = join(cacheFolder(), `bench-serving-${digest()}`);
  if (!existsSync(folder)) build(folder);
  return { folder, ...(JSON.parse(readFileSync(join(folder, 'data.json'), 'utf8')) as Omit<ModelData, 'folder'>) };
}

export function modelPath({ folder }: ModelData, model: ModelName): string {
  return join(folder, `${model}.onnx`);
}

function build(folder: string): void {
  console.log(`making ${folder}`);
  const run = (file: string, args: readonly string[]): string => execFileSync(file, args, { encoding: 'utf8', timeout: buildMs, stdio: ['ignore', 'pipe', 'inherit'] });
  const venv = run(repositoryPath('trainer', 'venv.sh'), []).trim();
  const part = mkdtempSync(`${folder}.`);
  try {
    run(join(venv, 'bin', 'python'), [repositoryPath('bench', 'serving', 'models.py'), part]);
    for (const model of models) writeFileSync(join(part, `${model}.json`), manifestOf(readFileSync(join(part, `${model}.onnx`))));
    renameSync(part, folder);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

/** manifest.json for our server: both models take and give the same. */
function manifestOf(graph: Uint8Array): string {
  return JSON.stringify({
    schemaVersion: 1,
    task: 'BinaryClassification',
    artifact: { sha256: createHash('sha256').update(graph).digest('hex') },
    signature: {
      inputs: [{ name: 'X', datatype: 'FP32', shape: [-1, 30] }],
      outputs: [{ name: 'label', datatype: 'INT64', shape: [-1] }, { name: 'probabilities', datatype: 'FP32', shape: [-1, 2] }],
      labels: [0, 1],
    },
  });
}

/** Of everything that the folder is made from. */
function digest(): string {
  const sources = [repositoryPath('bench', 'serving', 'models.py'), repositoryPath('bench', 'serving', 'models.ts'), repositoryPath('trainer', 'requirements.txt')];
  const hash = createHash('sha256');
  for (const source of sources) hash.update(readFileSync(source));
  return hash.digest('hex').slice(0, 12);
}
