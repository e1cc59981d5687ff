// `make bench-rollback`: bad versions on a real cluster under traffic, rolled out by Trainyard, Flagger and Argo Rollouts,
// and what clients saw of each. PLAN_ONLY=1 prints what would run. Everything is removed at the end, and after ctrl-C.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, type Kube } from '../../test/e2e/harness/kube.ts';
import { repositoryPath } from '../../test/integration/harness/binaries.ts';
import { createWorkspace, type Service } from '../../test/integration/harness/processes.ts';
import { machine } from '../shared/machine.ts';
import { runLane } from './lane.ts';
import { installCrds, peerBinary, peers, peerVersion, removeCrds, startPeer, type Peer } from './peers.ts';
import { describePlan, planLanes, readWishes, type Lane } from './plan.ts';
import { appendRuns, mergeRuns, type RollbackResult, type Run } from './result.ts';
import { scenarioNames, traffic } from './scenarios.ts';
import { settingNames } from './settings.ts';
import { closeNamespaces, setStage } from './stage.ts';
import { summarize, verdictsOf } from './summary.ts';

const resultPath = repositoryPath('bench', 'results', 'rollback.json');
const partialPath = repositoryPath('out', 'rollback.json');

/** BENCH_CONTINUE=1: these runs stand for those of the same cells before; more: they are added to them. */
const continues = process.env['BENCH_CONTINUE'];

const began = performance.now();
function print(line: string): void {
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`[${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}] ${line}`);
}

async function main(): Promise<boolean> {
  const wishes = readWishes();
  const lanes = planLanes(wishes);
  print(describePlan(lanes));
  if (process.env['PLAN_ONLY'] === '1') return true;
  const { cores, cpu, memoryGb, node, loadBefore } = machine();
  const needed = peers.filter(({ engine }) => lanes.some((lane) => lane.some(({ setting }) => setting.engine === engine)));
  const binaries = needed.map((peer) => ({ peer, binary: peerBinary(peer, print) }));

  const stopping = new AbortController();
  const interrupted = (): void => {
    if (stopping.signal.aborted) process.exit(130);
    print('stopping, and removing everything; once more ends at once');
    stopping.abort(new Error('stopped'));
  };
  process.on('SIGINT', interrupted).on('SIGTERM', interrupted);

  const workspace = createWorkspace();
  const services: Service[] = [];
  const kube = await connect();
  const runs: Run[] = [];
  const failures: string[] = [];
  let running: readonly Promise<void>[] = [];
  const result = (): RollbackResult => {
    const before = continues === undefined ? undefined : readBefore();
    const all = (continues === 'more' ? appendRuns : mergeRuns)(before?.runs ?? [], runs);
    const summary = summarize(all);
    return {
      measuredAt: new Date().toISOString(),
      versions: { trainyard: (JSON.parse(readFileSync(repositoryPath('package.json'), 'utf8')) as { version: string }).version, ...Object.fromEntries(peers.map((peer) => [peer.engine, peerVersion(peer)])) },
      machine: { cores, cpu, memoryGb, node, loadBefore },
      traffic,
      lanes: [...(before?.lanes ?? []), ...lanes.map((lane) => [...new Set(lane.map(({ setting }) => setting.name))])],
      verdicts: verdictsOf(summary),
      summary,
      failures: [...(before?.failures ?? []), ...failures],
      runs: all,
    };
  };
  try {
    await cleared(kube, lanes, needed);
    for (const { peer, binary } of binaries) {
      await installCrds(kube, peer);
      services.push(await startPeer(peer, binary, workspace, kube));
      print(`${peer.folder} ${peerVersion(peer)} runs`);
    }
    const stage = await setStage(kube, print);
    const bench = {
      kube, stage, print, signal: stopping.signal, endsAt: began + wishes.minutes * 60_000,
      done: (run: Run) => {
        runs.push(run);
        write(partialPath, result());
      },
      failed: (text: string) => {
        failures.push(text);
        print(`FAILED: ${text}`);
      },
    };
    running = lanes.map((lane) => runLane(bench, lane));
    await Promise.all(running);
    return report(result(), lanes);
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
    return false;
  } finally {
    // No lane may go on while its cluster is taken away.
    stopping.abort(new Error('the end'));
    await Promise.allSettled(running);
    print('removing namespaces, custom resources and processes …');
    await cleared(kube, lanes, needed);
    for (const service of services) await service.stop();
    await kube.close();
    workspace.remove();
  }
}

/** Nothing of this run, nor of one before that was ended. */
async function cleared(kube: Kube, lanes: readonly Lane[], needed: readonly Peer[]): Promise<void> {
  await closeNamespaces(kube, [...new Set(lanes.flat().map(({ setting }) => setting.name))], process.env['BENCH_KEEP_MODELS'] === '1');
  for (const peer of needed) await removeCrds(kube, peer);
}

function readBefore(): RollbackResult | undefined {
  try {
    return JSON.parse(readFileSync(resultPath, 'utf8')) as RollbackResult;
  } catch {
    return undefined; // the first of several parts
  }
}

function write(path: string, result: RollbackResult): void {
  mkdirSync(repositoryPath('out'), { recursive: true });
  writeFileSync(path, `${JSON.stringify(result, undefined, 1)}\n`);
}

function report(result: RollbackResult, lanes: readonly Lane[]): boolean {
  console.table(result.summary.map(({ setting, scenario, n, p50Ms, p99Ms, harmedMedian, rollbackRate }) => ({ setting, scenario, n, p50Ms, p99Ms, harmedMedian, rollbackRate })));
  for (const { text, measured, held } of result.verdicts) console.log(`${held === undefined ? 'too little was measured' : held ? 'HOLDS' : 'DOES NOT HOLD'}: ${text}: ${measured}`);
  const { repetitions, settings, scenarios } = readWishes();
  const full = repetitions >= 10 && settings.length === settingNames.length && scenarios.length === scenarioNames.length;
  if (full || continues !== undefined) {
    write(resultPath, result);
    console.log('wrote bench/results/rollback.json; `make generate` brings the figures into docs/reference/benchmarks.md');
  } else console.log('a part of the benchmark: only out/rollback.json is written; BENCH_CONTINUE=1 puts it into bench/results/rollback.json');
  return lanes.length > 0 && result.verdicts.every(({ held }) => held !== false);
}

process.exitCode = (await main()) ? 0 : 1;
