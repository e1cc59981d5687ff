// What a batch prediction costs on one core: rows a second, by the wall and by the CPU, and the most memory.
//   node bench/batch/main.ts FOLDER [ROWS]: FOLDER holds model.onnx and manifest.json of a model of numbers. The result of
//   a million rows goes to bench/results/batch.json.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type * as ParquetWriter from '../../model-server/node_modules/hyparquet-writer/types/index.js';
import type { BatchResult } from '../../tools/generate/batch-table.ts';
import { cpuSeconds, memoryMb } from '../shared/process-usage.ts';

const [folder, rowsText = '1000000'] = process.argv.slice(2);
if (folder === undefined) throw new Error('name the folder that holds model.onnx and manifest.json');
const rows = Number(rowsText);
const full = 1_000_000;
const modelServer = resolve(import.meta.dirname, '../../model-server');
const { parquetWriteBuffer } = createRequire(join(modelServer, 'package.json'))('hyparquet-writer') as typeof ParquetWriter;

interface Column {
  readonly name: string;
  readonly mean: number;
  readonly deviation: number;
}

/** What a column held in training tells what it may hold here. */
function columnsOf(manifest: { readonly signature: { readonly inputs: readonly { readonly name: string }[] }; readonly baseline?: { readonly features?: readonly { readonly name: string; readonly mean?: number; readonly stdDev?: number }[] } }): readonly Column[] {
  return manifest.signature.inputs.map(({ name }) => {
    const found = manifest.baseline?.features?.find((feature) => feature.name === name);
    return { name, mean: found?.mean ?? 10, deviation: found?.stdDev ?? 5 };
  });
}

/** The table as CSV, with an id, and the same as Parquet in groups of 100,000 rows. */
async function writeTables(place: string, columns: readonly Column[]): Promise<void> {
  const random = xoroshiro128plus(1);
  const csv = createWriteStream(join(place, 'rows.csv'));
  csv.write(`id,${columns.map(({ name }) => name).join(',')}\n`);
  const values = columns.map(() => new Float64Array(rows));
  for (let r = 0; r < rows; r++) {
    const cells = columns.map(({ mean, deviation }, c) => {
      const value = Number((mean + deviation * (uniformFloat64(random) * 3.4 - 1.7)).toFixed(4));
      (values[c] as Float64Array)[r] = value;
      return value;
    });
    if (!csv.write(`case-${r},${cells.join(',')}\n`)) await once(csv, 'drain');
  }
  csv.end();
  await once(csv, 'finish');
  const columnData = [{ name: 'id', data: Array.from({ length: rows }, (_, r) => `case-${r}`) }, ...columns.map(({ name }, c) => ({ name, data: values[c] as Float64Array }))];
  writeFileSync(join(place, 'rows.parquet'), new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize: 100_000 })));
}

async function measure(place: string, input: string): Promise<BatchResult['runs'][number]> {
  const ref = (file: string): object => ({ uri: pathToFileURL(resolve(folder as string, file)).href, sha256: createHash('sha256').update(readFileSync(resolve(folder as string, file))).digest('hex') });
  const models = [{ name: 'forest', version: 'forest-1', revision: 'batch', artifact: ref('model.onnx'), manifest: ref('manifest.json') }];
  const output = mkdtempSync(join(place, 'out-'));
  const began = performance.now();
  const child = spawn('taskset', ['-c', '1', process.execPath, '--max-semi-space-size=4', '--heap-growing-percent=30', join(modelServer, 'batch/main.ts')], {
    // What the limit of a container would say: one core.
    env: { TRAINYARD_MODELS: JSON.stringify(models), TRAINYARD_INPUT: pathToFileURL(join(place, input)).href, TRAINYARD_OUTPUT: `${pathToFileURL(output).href}/`, TRAINYARD_KEEP: '["id"]', TERMINATION_LOG: join(place, 'words'), MALLOC_ARENA_MAX: '2' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const seen = { cpu: 0, peak: 0 };
  const timer = setInterval(() => {
    try {
      seen.cpu = cpuSeconds(child.pid as number);
      seen.peak = memoryMb(child.pid as number).peak || seen.peak;
    } catch {
      // It ended between two looks.
    }
  }, 20);
  const [code] = (await once(child, 'exit')) as [number];
  clearInterval(timer);
  const seconds = (performance.now() - began) / 1_000;
  const { done } = JSON.parse(readFileSync(join(place, 'words'), 'utf8')) as { done?: { rows: number } };
  if (code !== 0 || done?.rows !== rows) throw new Error(`it ended with ${code}: ${readFileSync(join(place, 'words'), 'utf8')}`);
  return { input, rows, seconds: Number(seconds.toFixed(2)), rowsPerSecond: Math.round(rows / seconds), rowsPerCpuSecond: Math.round(rows / seen.cpu), peakMiB: Math.round(seen.peak) };
}

const place = mkdtempSync(join(tmpdir(), 'trainyard-bench-batch-'));
try {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Parameters<typeof columnsOf>[0];
  await writeTables(place, columnsOf(manifest));
  const machine = { cores: cpus().length, cpu: cpus()[0]?.model ?? '', node: process.version, loadBefore: Number((loadavg()[0] ?? 0).toFixed(2)) };
  const runs: BatchResult['runs'][number][] = [];
  for (const input of ['rows.csv', 'rows.parquet']) {
    const run = await measure(place, input);
    runs.push(run);
    console.log(`${input}: ${run.rowsPerSecond} rows a second, ${run.seconds} s, ${run.peakMiB} MiB`);
  }
  const result: BatchResult = { measuredAt: new Date().toISOString(), machine, runs };
  if (rows === full) writeFileSync(resolve(import.meta.dirname, '../results/batch.json'), `${JSON.stringify(result, null, 1)}\n`);
  else console.log(`fewer than ${full} rows: nothing for bench/results`);
} finally {
  rmSync(place, { recursive: true, force: true });
}
