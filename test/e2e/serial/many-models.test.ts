// Twenty models in one process: whatever happens to its pods, no request of any model fails.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pods, podIsReady, type Pod } from '../../../controllers/shared/kube-types.ts';
import { exhaustMemory } from '../harness/exhaust-memory.ts';
import { answering, summarize, type Answer } from '../harness/load.ts';
import { manyModels, type ManyModels } from '../harness/many-models.ts';
import { registerModels } from '../harness/models.ts';
import { inNamespace } from '../harness/namespace.ts';
import { modelDeployment, until } from '../harness/objects.ts';
import { featureRows, type Row } from '../harness/samples.ts';

const env = inNamespace('e2e-many-models');
const { namespace } = env;
const host = `many.${env.host}`;
let rows: readonly Row[] = [];
let many: ManyModels;

/** Requests to all models, while something happens. */
async function during(happens: () => Promise<unknown>): Promise<readonly Answer[]> {
  const loads = many.models.map((model) => env.load({ host, rows, path: `/predict/${model}`, requestsPerSecond: 5 }));
  await pause(2000);
  await happens();
  await pause(2000);
  return (await Promise.all(loads.map((load) => load.stop()))).flat();
}

/** @returns the versions that answered. */
function unharmed(name: string, answers: readonly Answer[]): readonly string[] {
  const { requests, failed, problems, p50Ms, p99Ms, byVersion } = summarize(answers);
  console.info(`twenty models, ${name}: ${failed} of ${requests} failed, p50 ${p50Ms} ms, p99 ${p99Ms} ms`);
  expect({ failed, problems }).toEqual({ failed: 0, problems: [] });
  return Object.keys(byVersion).sort();
}

const versions = (...wanted: readonly number[]): readonly string[] => many.models.flatMap((model) => wanted.map((version) => `${model}-${version}`)).sort();
const ready = async (): Promise<readonly Pod[]> => (await env.kube().client.list<Pod>(pods, { namespace, labelSelector: many.selector })).items.filter(podIsReady);
const twoReady = (): Promise<readonly Pod[]> =>
  env.kube().waitFor('two ready pods', async () => {
    const found = await ready();
    return found.length === 2 ? found : undefined;
  }, 60_000);

beforeAll(async () => {
  const kube = env.kube();
  rows = await featureRows(kube, 'tumour.csv', ['malignant', 'patient_id']);
  await registerModels(kube, namespace, { 'tumour-1': 'trained' });
  await kube.apply([modelDeployment(namespace, 'tumour-1')]);
  const { status } = await until(kube, namespace, 'a revision to copy', (object) => object.status?.stable !== undefined);
  many = await manyModels(kube, namespace, status?.stable?.revision ?? '', host);
  await answering({ gateway: kube.addresses.gateway, host, row: rows[0] ?? {} });
});

afterAll(async () => {
  await env.kube().kubectl('uncordon', '-l', 'kubernetes.io/os=linux').catch(() => undefined);
});

describe('twenty models in one process, no request fails', () => {
  it('while its pods are restarted', async () => {
    const kube = env.kube();
    const before = (await twoReady()).map(({ metadata }) => metadata.uid);
    const answers = await during(async () => {
      await kube.kubectl('rollout', 'restart', `deployment/${many.deployment}`, '-n', namespace);
      await kube.kubectl('rollout', 'status', `deployment/${many.deployment}`, '-n', namespace, '--timeout', '120s');
    });
    expect(unharmed('rolling restart', answers)).toEqual(versions(1));
    expect((await twoReady()).filter(({ metadata }) => before.includes(metadata.uid))).toEqual([]);
  });

  it('while the node is drained of its pods', async () => {
    const kube = env.kube();
    await twoReady();
    const node = (await kube.kubectl('get', 'nodes', '-o', 'jsonpath={.items[0].metadata.name}')).trim();
    const answers = await during(async () => {
      // The only node takes no new pod meanwhile: the budget must keep the last one, and the drain gives up.
      const drained = kube.kubectl('drain', node, '--pod-selector', many.selector, '--ignore-daemonsets', '--delete-emptydir-data', '--timeout', '12s');
      await expect(drained).rejects.toThrow(/disruption budget|timeout/);
      await kube.kubectl('uncordon', node);
      await twoReady();
    });
    unharmed('node drained', answers);
  });

  it('while all of its models are replaced', async () => {
    const answers = await during(() => many.serve(2));
    expect(unharmed('models replaced', answers)).toEqual(versions(1, 2));
    const after = await during(() => pause(1000));
    expect(unharmed('afterwards', after)).toEqual(versions(2));
  });

  it('while one of its pods is killed for its memory, and the gateway may ask another one', async () => {
    await many.retry(5);
    await pause(2000);
    const [victim] = await twoReady();
    const answers = await during(async () => {
      await exhaustMemory(env.kube(), namespace, victim?.metadata.name ?? '');
      await twoReady();
    });
    unharmed('killed for its memory', answers);
  });
});
