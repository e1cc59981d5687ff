// `make soak`: start empty, stop empty. A real operator on a real API server with its controller manager; objects of all
// kinds come, change and go for SOAK_SECONDS while the API server is ended now and then; then everything is deleted, and
// whatever the operator holds must be what it held before. Ends with 1 when it is not.
import { mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { seeded } from '../../bench/operator/seeded.ts';
import { startHttpStore } from '../../controllers/shared/testing/http-store.ts';
import type { KubeObject } from '../../operator/runtime/types.ts';
import { crds } from '../integration/controllers/fixtures/crd-paths.ts';
import { repositoryPath } from '../integration/harness/binaries.ts';
import { startTestEnv, type TestEnv } from '../integration/harness/test-env.ts';
import { namespaceType } from '../integration/harness/types.ts';
import { createChurn, type Churn } from './churn.ts';
import { judge, type Reading } from './judge.ts';
import { startKubelet } from './kubelet.ts';
import { deleteEverything, leftovers, unboundedSeries } from './leftovers.ts';
import { startWatched, type WatchedOperator } from './watched-operator.ts';

const resultPath = repositoryPath('bench', 'results', 'soak.json');
const namespaces = Array.from({ length: 5 }, (_, index) => `soak-${index}`);
const churnSeconds = Number(process.env['SOAK_SECONDS'] ?? 600);
const seed = Number(process.env['SOAK_SEED'] ?? 1);
const warmUpSteps = 60;
const stepMs = 60;
const restartEveryMs = 45_000;
const downMs = 2_000;
/** Longer than idle connections are kept (55 s), so that what is open then is open for good. */
const quietMs = 65_000;
const emptyMs = 180_000;

async function empty(env: TestEnv, operator: WatchedOperator): Promise<void> {
  const until = performance.now() + emptyMs;
  for (;;) {
    await deleteEverything(env.client);
    const left = await leftovers(env.client, namespaces);
    const { cachedObjects, queueDepth } = await operator.read();
    // What is still there at the end is the judge's business.
    if ((left.length === 0 && Object.keys(cachedObjects).length === 0 && queueDepth === 0) || performance.now() > until) return;
    await delay(1_000);
  }
}

/** Now by a signal that closes connections, now by one that resets them. */
async function restart(env: TestEnv, times: number): Promise<void> {
  await (times % 2 === 0 ? env.apiserver.kill() : env.apiserver.stop());
  await delay(downMs);
  await env.apiserver.start();
}

async function churnFor(seconds: number, churn: Churn, env: TestEnv): Promise<number> {
  const until = performance.now() + seconds * 1_000;
  let restarts = 0;
  let nextRestartMs = performance.now() + restartEveryMs;
  let restarting: Promise<void> = Promise.resolve();
  while (performance.now() < until) {
    if (performance.now() > nextRestartMs) {
      nextRestartMs = performance.now() + restartEveryMs;
      // Users go on meanwhile.
      restarting = restart(env, restarts++);
    }
    await churn.step();
    await delay(stepMs);
  }
  await restarting;
  return restarts;
}

async function main(): Promise<boolean> {
  const env = await startTestEnv({ controllerManager: true, crds });
  const store = await startHttpStore();
  const operatorNamespace = 'operators';
  for (const name of [operatorNamespace, ...namespaces]) await env.client.create<KubeObject>(namespaceType, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  const kubelet = await startKubelet(env.client, store);
  const operator = await startWatched(env.kubeconfigPath, operatorNamespace);
  try {
    const cold = await operator.read();
    const churn = createChurn({ client: env.client, store, namespaces, random: seeded(seed), mostAlive: 40 });
    // Once through everything: code that was never run is neither compiled nor loaded, and that is no leak.
    for (let step = 0; step < warmUpSteps; step += 1) await churn.step();
    await delay(5_000);
    await empty(env, operator);
    await delay(quietMs);
    const begin = await operator.read();
    console.log(`begins with ${describe(begin)}`);

    const restarts = await churnFor(churnSeconds, churn, env);
    const full = await operator.read();
    console.log(`after ${churnSeconds} s, ${JSON.stringify(churn.counts)} and ${restarts} restarts of the API server: ${describe(full)}`);
    await empty(env, operator);
    await delay(quietMs);
    const end = await operator.read();
    console.log(`ends with ${describe(end)}`);

    const orphans = await leftovers(env.client, namespaces);
    const problems = judge({ begin, end, orphans, unboundedSeries: unboundedSeries(await operator.metrics(), namespaces) });
    const exitCode = await operator.stop();
    if (exitCode !== 0) problems.push(`the operator ended with ${String(exitCode)} after SIGTERM`);
    const result = { measuredAt: new Date().toISOString(), churnSeconds, seed, restarts, ...churn.counts, cold, begin, full, end, orphans: orphans.length, problems };
    mkdirSync(repositoryPath('bench', 'results'), { recursive: true });
    writeFileSync(resultPath, `${JSON.stringify(result, undefined, 2)}\n`);
    for (const problem of problems) console.log(`FAILED: ${problem}`);
    console.log(problems.length === 0 ? 'back where it began; bench/results/soak.json' : operator.log().slice(-3_000));
    return problems.length === 0;
  } catch (error) {
    console.log(operator.log().slice(-6_000));
    throw error;
  } finally {
    await operator.stop();
    await kubelet.stop();
    await store.close();
    await env.stop();
  }
}

function describe({ openFiles, heapMb, rssMb, queueDepth, cachedObjects, series }: Reading): string {
  const cached = Object.values(cachedObjects).reduce((all, count) => all + count, 0);
  return `${openFiles} open files, ${heapMb.toFixed(1)} MB of heap (${rssMb.toFixed(0)} MB resident), ${queueDepth} keys in queues, ${cached} objects in the cache, ${series} series`;
}

process.exitCode = (await main()) ? 0 : 1;
