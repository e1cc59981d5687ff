// `make bench-serving`: our model server beside its peers, same graphs, same rows, one core each for server and generator.
// Everything is told in bench/results/serving.json; a run that is no full one only in out/serving.json.
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { repositoryPath } from '../../test/integration/harness/binaries.ts';
import { seeded } from '../operator/seeded.ts';
import { rounded } from '../shared/median.ts';
import { cacheFolder } from './cache.ts';
import { shuffled } from './cells.ts';
import { measureGenerators } from './generators.ts';
import { loadModels, modelPath, type ModelData, type ModelName } from './models.ts';
import { bareLoopOf, summarize, type Install, type ServingResult } from './result.ts';
import { connections, runServer, serverCore, type Sample } from './run.ts';
import { serverOf, type Server } from './servers.ts';
import { start } from './start.ts';
import { targetsOf } from './targets.ts';
import { installedMb, peerVenv } from './venv.ts';
import { isFull, readWishes, type Wishes } from './wishes.ts';
import { requireWrk } from './wrk.ts';

const seed = 1;
const bareSeconds = 1;
const began = performance.now();

function print(line: string): void {
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`[${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}] ${line}`);
}

async function main(): Promise<boolean> {
  const wishes = readWishes(process.env);
  const loadBefore = rounded(loadavg()[0] ?? 0, 2);
  if (cpus().length < 2) throw new Error('the benchmark needs two cores: one for the server, one for what asks it');
  const wrk = await requireWrk();
  const data = loadModels();
  const stopping = new AbortController();
  const interrupted = (): never => {
    stopping.abort();
    process.exit(130);
  };
  process.on('SIGINT', interrupted).on('SIGTERM', interrupted);
  const { able, notMeasured } = await withoutWhatIsMissing(wishes.servers.map(serverOf), data, stopping.signal);
  const versions = versionsOf(able, data, wrk);
  const generator = await measureGenerators(data);
  print(`wrk sends at most ${generator.closedRequestsPerSecond} requests/s, and the open loop at ${generator.open.map(({ offeredPerSecond, requestsPerSecond, p99Ms }) => `${offeredPerSecond}/s ${requestsPerSecond}, p99 ${p99Ms} ms`).join(', at ')}`);

  const samples: Sample[] = [];
  const failures: string[] = [];
  const bare = new Map<ModelName, Record<string, number>[]>(wishes.models.map((model) => [model, []]));
  const random = seeded(seed);
  for (let round = 0; round < wishes.repetitions; round++) {
    const turns = wishes.models.flatMap((model) => [...able, undefined].map((server) => ({ model, server })));
    for (const { model, server } of shuffled(turns, random)) {
      if (server === undefined) bare.get(model)?.push(await bareLoop(data, model));
      else {
        try {
          const taken = await runServer(server, data, model, wishes.seconds, stopping.signal);
          samples.push(...taken);
          print(`${round + 1}/${wishes.repetitions} ${server.name} ${model}: ${taken.filter(({ loop }) => loop === 'closed').map(({ rows, requestsPerSecond, p99Ms }) => `${rows} rows ${requestsPerSecond}/s p99 ${p99Ms} ms`).join(', ')}`);
        } catch (error) {
          failures.push(`${server.name} ${model}, repetition ${round + 1}: ${textOf(error)}`);
          print(`FAILED: ${failures.at(-1) ?? ''}`);
        }
      }
    }
  }
  const bareLoops = [...bare].flatMap(([model, repetitions]) => bareLoopOf(model, repetitions));
  const result: ServingResult = {
    measuredAt: new Date().toISOString(),
    short: !isFull(wishes) || failures.length > 0,
    secondsPerRun: wishes.seconds,
    repetitions: wishes.repetitions,
    connections,
    seed,
    machine: { cores: cpus().length, cpu: cpus()[0]?.model ?? '', memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version, loadBefore },
    versions,
    generator,
    bareLoop: bareLoops,
    installs: able.map(installOf),
    runs: summarize(samples, bareLoops),
    notMeasured,
    failures,
  };
  return report(result, wishes);
}

/** Our server may be of a version without binary tensors. */
async function withoutWhatIsMissing(wanted: readonly Server[], data: ModelData, stopping: AbortSignal): Promise<{ able: Server[]; notMeasured: string[] }> {
  const notMeasured = ['the open loop with 8 and 64 rows of the MLP, which has too few requests a second for percentiles'];
  const ours = wanted.find(({ peer }) => peer === undefined);
  if (ours === undefined) return { able: [...wanted], notMeasured };
  // Asked in JSON, whichever of the two is wanted. This start also fills the compile cache, as building the image does.
  const started = await start(serverOf('trainyard'), data, 'forest', serverCore, stopping);
  try {
    const { extensions } = (await (await fetch(`${started.origin}/v2`, { signal: AbortSignal.timeout(10_000) })).json()) as { readonly extensions: readonly string[] };
    if (extensions.includes('binary_tensor_data')) return { able: [...wanted], notMeasured };
  } finally {
    await started.stop();
  }
  const text = 'trainyard-binary: GET /v2 names no extension binary_tensor_data';
  print(`left out: ${text}`);
  return { able: wanted.filter(({ form }) => form !== 'v2-binary'), notMeasured: [...notMeasured, text] };
}

async function bareLoop(data: ModelData, model: ModelName): Promise<Record<string, number>> {
  const args = ['-c', String(serverCore), process.execPath, repositoryPath('bench', 'serving', 'bare-loop.ts'), modelPath(data, model), join(data.folder, 'data.json'), String(bareSeconds)];
  const { stdout } = await promisify(execFile)('taskset', args, { timeout: 60_000 });
  return JSON.parse(stdout) as Record<string, number>;
}

function versionsOf(measured: readonly Server[], data: ModelData, wrk: string): Record<string, string> {
  const packageJson = JSON.parse(readFileSync(repositoryPath('model-server', 'package.json'), 'utf8')) as { readonly version: string; readonly dependencies: Readonly<Record<string, string>> };
  const peers = [...new Set(measured.flatMap(({ peer }) => peer ?? []))].map((peer) => [peer, peerVenv(peer).versions] as const);
  return {
    trainyard: `${packageJson.version} (${execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: repositoryPath(), encoding: 'utf8', timeout: 10_000 }).trim()})`,
    'onnxruntime-node': packageJson.dependencies['onnxruntime-node'] ?? '',
    ...Object.fromEntries(peers.map(([peer, versions]) => [peer, versions[peer] ?? ''])),
    onnxruntime: [...new Set([data.onnxruntime, ...peers.map(([, versions]) => versions['onnxruntime'] ?? '')])].join(', '),
    uvloop: peers.map(([peer, versions]) => `${peer} ${versions['uvloop'] ?? 'none'}`).join(', '),
    wrk,
  };
}

function installOf({ name, peer }: Server): Install {
  return peer === undefined ? { server: name, imageMb: imageMb(), environmentMb: null } : { server: name, imageMb: null, environmentMb: installedMb(peerVenv(peer)) };
}

/** Of the newest archive that `make images` left in the cache. */
function imageMb(): number | null {
  const folder = join(cacheFolder(), 'images');
  try {
    const archives = readdirSync(folder).filter((name) => /^model-server-.*\.tar$/.test(name)).map((name) => statSync(join(folder, name)));
    const newest = archives.sort((a, b) => b.mtimeMs - a.mtimeMs)[0];
    return newest === undefined ? null : Math.round(newest.size / 1e6);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function report(result: ServingResult, wishes: Wishes): boolean {
  console.table(result.runs.map(({ server, model, rows, loop, requestsPerSecond, p50Ms, p99Ms, p999Ms, rssMb, startToReadySeconds, failed }) => ({ server, model, rows, loop, requestsPerSecond, p50Ms, p99Ms, p999Ms, rssMb, startToReadySeconds, failed })));
  for (const { text, measured, held } of targetsOf(result)) console.log(`${held === undefined ? 'not measured' : held ? 'HOLDS' : 'DOES NOT HOLD'}: ${text}: ${measured}`);
  for (const text of result.failures) console.log(`FAILED: ${text}`);
  mkdirSync(repositoryPath('out'), { recursive: true });
  const path = result.short ? repositoryPath('out', 'serving.json') : repositoryPath('bench', 'results', 'serving.json');
  writeFileSync(path, `${JSON.stringify(result, undefined, 1)}\n`);
  const failed = result.runs.reduce((sum, run) => sum + run.failed, 0);
  print(`wrote ${relative(repositoryPath(), path)}; ${result.short ? 'short, or with failures, so nothing for bench/results' : '`make generate` brings the figures into docs/reference/benchmarks.md'}; ${failed} failed requests of ${wishes.servers.length} servers`);
  return result.failures.length === 0 && failed === 0;
}

/** With the reasons behind it. */
function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}: ${textOf(error.cause)}`;
}

process.exitCode = (await main()) ? 0 : 1;
