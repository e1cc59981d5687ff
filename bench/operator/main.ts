// `make bench-operator`: the operator with ten thousand versions and a thousand deployments on a real API server, and
// beside it the smallest operator in Go with the same cache. Each has a control plane of its own with the same objects;
// they take turns, and the medians are kept. Ends with 1 when a limit is missed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { startHttpStore } from '../../controllers/shared/testing/http-store.ts';
import { repositoryPath } from '../../test/integration/harness/binaries.ts';
import { createWorkspace } from '../../test/integration/harness/processes.ts';
import { machine } from '../shared/machine.ts';
import { median, rounded } from '../shared/median.ts';
import { measure, untilSynced, type Figures } from './measure.ts';
import { seeded } from './seeded.ts';
import { isFull, limits, readScale, type Scale } from './scale.ts';
import { createScene, type Scene } from './scene.ts';
import { controllerRuntime, ours, start, type Program } from './subject.ts';

const resultPath = repositoryPath('bench', 'results', 'operator.json');

/** The first run ever: every status is written, every version's bytes are read and every rollout begins. */
async function firstRun(program: Program, scene: Scene, scale: Scale): Promise<number> {
  const running = await start(program, scene);
  try {
    return rounded(await untilSynced(running, scale), 2);
  } finally {
    await running.stop();
  }
}

function medians(runs: readonly Figures[]): Figures {
  const [first] = runs;
  if (first === undefined) throw new Error('nothing was measured');
  return Object.fromEntries(Object.keys(first).map((name) => [name, rounded(median(runs.map((run) => run[name as keyof Figures])), 3)])) as unknown as Figures;
}

async function main(): Promise<boolean> {
  const scale = readScale();
  const facts = machine();
  const workspace = createWorkspace();
  const store = await startHttpStore();
  const scenes: Scene[] = [];
  try {
    const [us, peer] = [ours(), controllerRuntime(workspace.directory)];
    const firstSeconds: number[] = [];
    for (let count = 0; count < 2; count += 1) {
      console.log(`making ${scale.versions} ModelVersions and ${scale.deployments} ModelDeployments, and their statuses …`);
      const scene = await createScene(scale, store);
      scenes.push(scene);
      firstSeconds.push(await firstRun(us, scene, scale));
      // A finish of its own: what the first run left over (its own writes seen again) belongs to no measurement.
      await firstRun(us, scene, scale);
    }
    const [ourScene, peerScene] = scenes as [Scene, Scene];
    await firstRun(peer, peerScene, scale);

    const random = seeded(1);
    const runs: { ours: Figures; controllerRuntime: Figures }[] = [];
    for (let repetition = 1; repetition <= scale.repetitions; repetition += 1) {
      console.log(`repetition ${repetition} of ${scale.repetitions}`);
      runs.push({ ours: await measure(us, ourScene, scale, random), controllerRuntime: await measure(peer, peerScene, scale, random) });
    }
    const result = {
      measuredAt: new Date().toISOString(),
      machine: facts,
      scale,
      limits,
      ours: { ...medians(runs.map((run) => run.ours)), firstEverStartToSyncedSeconds: median(firstSeconds) },
      controllerRuntime: medians(runs.map((run) => run.controllerRuntime)),
      runs,
    };
    return report(result);
  } finally {
    for (const scene of scenes) await scene.stop();
    await store.close();
    workspace.remove();
  }
}

function report(result: { readonly scale: Scale; readonly ours: Figures; readonly controllerRuntime: Figures }): boolean {
  const rows = Object.entries(limits).map(([name, limit]) => ({ figure: name, limit, ours: result.ours[name as keyof typeof limits], controllerRuntime: result.controllerRuntime[name as keyof typeof limits] }));
  console.table(Object.fromEntries(rows.map(({ figure, ...values }) => [figure, values])));
  if (isFull(result.scale)) {
    mkdirSync(repositoryPath('bench', 'results'), { recursive: true });
    writeFileSync(resultPath, `${JSON.stringify(result, undefined, 2)}\n`);
    console.log('wrote bench/results/operator.json; `make generate` brings the figures into docs/reference/benchmarks.md');
  } else {
    console.log(JSON.stringify(result, undefined, 2));
    console.log('a smaller run than the promise is about: nothing is written');
  }
  const missed = rows.filter(({ limit, ours: value }) => value > limit);
  for (const { figure, limit, ours: value } of missed) console.log(`MISSED: ${figure} is ${value}, the limit is ${limit}`);
  return missed.length === 0;
}

process.exitCode = (await main()) ? 0 : 1;
