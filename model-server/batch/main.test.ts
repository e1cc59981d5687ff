import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';

import type { ModelSpec } from '../config.ts';
import { readParts } from '../test/batch.ts';
import { ratio, store } from '../test/models.ts';

const folderUri = async (): Promise<string> => `${pathToFileURL(await mkdtemp(join(tmpdir(), 'model-server-'))).href}/`;
const ROWS = 60_000;

let model: ModelSpec;
let inputUri: string;
beforeAll(async () => {
  model = await store(ratio(), 'ratio');
  inputUri = `${await folderUri()}rows.csv`;
  await writeFile(new URL(inputUri), ['a,b', ...Array.from({ length: ROWS }, (_, i) => `${i},${(i % 7) + 1}`), ''].join('\n'));
});

interface Running {
  readonly process: ChildProcess;
  readonly exited: Promise<number | null>;
  readonly log: () => string;
  readonly terminationLog: string;
}

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** The real process: `node batch/main.ts`. */
async function start(outputUri: string, env: Readonly<Record<string, string>> = {}): Promise<Running> {
  const terminationLog = join(await mkdtemp(join(tmpdir(), 'model-server-')), 'termination');
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: { TRAINYARD_MODELS: JSON.stringify([model]), TRAINYARD_INPUT: inputUri, TRAINYARD_OUTPUT: outputUri, TRAINYARD_ROWS_PER_PART: '1000', TERMINATION_LOG: terminationLog, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  let log = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => void (log += chunk));
  return { process: child, exited: once(child, 'close').then(([code]) => code as number | null), log: () => log, terminationLog };
}

const words = async ({ terminationLog }: Running): Promise<unknown> => JSON.parse(await readFile(terminationLog, 'utf8'));

/** Name, inode and time of each part: another one would mean that it was written again. */
async function marks(outputUri: string): Promise<ReadonlyMap<string, string>> {
  const folder = fileURLToPath(outputUri);
  const names = (await readdir(folder)).filter((name) => /^part-\d+\.parquet$/.test(name));
  return new Map(await Promise.all(names.map(async (name) => {
    const { ino, mtimeMs } = await stat(join(folder, name));
    return [name, `${ino} ${mtimeMs}`] as const;
  })));
}

async function untilParts(outputUri: string, count: number): Promise<void> {
  await expect.poll(async () => (await marks(outputUri)).size, { timeout: 20_000, interval: 2 }).toBeGreaterThanOrEqual(count);
}

describe('the process', () => {
  test('killed between parts goes on after them; no part is computed twice, and all are those of an undisturbed run', { timeout: 120_000 }, async () => {
    const whole = await folderUri();
    const undisturbed = await start(whole);
    expect(await undisturbed.exited).toBe(0);

    const outputUri = await folderUri();
    let earlier = new Map<string, string>();
    for (const parts of [3, 15]) {
      const killed = await start(outputUri);
      await untilParts(outputUri, parts);
      killed.process.kill('SIGKILL');
      expect(await killed.exited).toBe(null);
      const found = await marks(outputUri);
      expect(found.size).toBeLessThan(ROWS / 1_000);
      for (const [name, mark] of earlier) expect(found.get(name), name).toBe(mark);
      earlier = new Map(found);
    }
    const last = await start(outputUri);
    expect(await last.exited).toBe(0);
    expect(last.log()).toContain(`"partsFound":${earlier.size}`);
    const end = await marks(outputUri);
    for (const [name, mark] of earlier) expect(end.get(name), name).toBe(mark);
    expect(await readParts(outputUri)).toEqual(await readParts(whole));
    expect(await words(last)).toEqual({ done: { rows: ROWS, skipped: 0, parts: 60, manifest: `${outputUri}_manifest.json` } });
  });

  test('asked to end it ends with 75, and says so', async () => {
    const outputUri = await folderUri();
    const asked = await start(outputUri);
    await untilParts(outputUri, 2);
    asked.process.kill('SIGTERM');
    expect(await asked.exited).toBe(75);
    expect(await words(asked)).toEqual({ error: { reason: 'Interrupted', message: expect.stringContaining('asked to end: ') } });
  });

  test('tells its progress line by line', async () => {
    const told = await start(await folderUri(), { TRAINYARD_ROWS_PER_PART: '20000' });
    expect(await told.exited).toBe(0);
    const lines = told.log().trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === 'progress');
    expect(lines.map(({ rows, parts }) => [rows, parts])).toEqual([[20_000, 1], [40_000, 2], [60_000, 3]]);
    expect(lines.at(-1)).toMatchObject({ percent: 100, skipped: 0, rowsPerSecond: expect.any(Number) });
  });

  test.each<[string, Readonly<Record<string, string>>, number, string, string]>([
    ['an input that is not there', { TRAINYARD_INPUT: 'file:///nowhere/a.csv' }, 65, 'NotFound', 'file:///nowhere/a.csv does not exist'],
    ['two models', { TRAINYARD_MODELS: 'two' }, 78, 'ConfigInvalid', 'names 2 models'],
    ['no input', { TRAINYARD_INPUT: '' }, 78, 'ConfigInvalid', 'TRAINYARD_INPUT is not set'],
    ['an output that is no folder', { TRAINYARD_OUTPUT: 's3://bucket/out' }, 78, 'ConfigInvalid', 'TRAINYARD_OUTPUT must be a folder: end it in a slash'],
    ['an output within the input', { TRAINYARD_INPUT: 's3://bucket/a/', TRAINYARD_OUTPUT: 's3://bucket/a/out/' }, 78, 'ConfigInvalid', 'must not lie in the input'],
    ['an input by HTTP', { TRAINYARD_INPUT: 'https://host/a.csv' }, 78, 'ConfigInvalid', 'must begin with s3://bucket/ or file:///'],
    ['kept columns that are no list', { TRAINYARD_KEEP: 'id' }, 78, 'ConfigInvalid', 'TRAINYARD_KEEP is not valid JSON'],
    ['another rule for bad rows', { TRAINYARD_ON_BAD_ROW: 'ignore' }, 78, 'ConfigInvalid', 'must be fail or skip'],
    ['no rows a part', { TRAINYARD_ROWS_PER_PART: '0' }, 78, 'ConfigInvalid', 'must be a whole number from 1'],
    ['a thread and a half', { TRAINYARD_THREADS: '1.5' }, 78, 'ConfigInvalid', 'TRAINYARD_THREADS must be a whole number from 1'],
    ['a model with other bytes', { TRAINYARD_MODELS: 'changed' }, 65, 'ArtifactDigestMismatch', 'has sha256'],
  ])('ends for %s', async (_name, env, code, reason, message) => {
    const models = { two: JSON.stringify([model, { ...model, name: 'other' }]), changed: JSON.stringify([{ ...model, artifact: { ...model.artifact, sha256: '0'.repeat(64) } }]) };
    const { TRAINYARD_MODELS: named } = env;
    const ended = await start(await folderUri(), { ...env, ...(named === undefined ? {} : { TRAINYARD_MODELS: models[named as keyof typeof models] }) });
    expect(await ended.exited).toBe(code);
    expect(await words(ended)).toEqual({ error: { reason, message: expect.stringContaining(message) } });
  });
});
