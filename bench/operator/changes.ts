// One change after another, each timed until a watch shows a status that is about it.
import { setTimeout as delay } from 'node:timers/promises';
import type { ModelDeployment } from '../../crds/generated/model-deployment.ts';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import { modelDeploymentResource, modelVersionResource } from '../../crds/generated/resources.ts';
import { createInformer, type Informer } from '../../operator/runtime/informer.ts';
import { silentSurroundings } from '../../operator/runtime/testing/silent.ts';
import { keyOf, keyString, type KubeObject } from '../../operator/runtime/types.ts';
import { between, readWrites, type Writes } from './api-writes.ts';
import type { Scene } from './scene.ts';

export interface ChangeResult {
  /** Between the answer to the change and the status about it, in milliseconds. */
  readonly latenciesMs: readonly number[];
  /** All writes of the program that is measured. */
  readonly writes: Writes;
  /** Changes that an Event tells people of. */
  readonly stageChanges: number;
}

type Changed = KubeObject & { readonly status?: { readonly observedGeneration?: number } };

const patienceMs = 30_000;
const afterMs = 2_000; // a write too many comes late
const stages = ['Development', 'Staging', 'Production'] as const;

export async function makeChanges(scene: Scene, count: number, random: () => number): Promise<ChangeResult> {
  const { client } = scene.env;
  const surroundings = silentSurroundings();
  const versions = createInformer<ModelVersion>({ client, type: modelVersionResource, ...surroundings });
  const deployments = createInformer<ModelDeployment>({ client, type: modelDeploymentResource, ...surroundings });
  try {
    await synced(versions, deployments);
    const [changedVersions, changedDeployments] = [picks(versions, count / 2, random), picks(deployments, count / 2, random)];
    const before = await readWrites(scene.env.kubeconfigPath);
    const latenciesMs: number[] = [];
    for (const [index, version] of changedVersions.entries()) {
      latenciesMs.push(await change(scene, versions, version, ({ spec }) => ({ stage: stages[(stages.findIndex((stage) => stage === spec.stage) + 1) % stages.length] })));
      const deployment = changedDeployments[index];
      if (deployment !== undefined) latenciesMs.push(await change(scene, deployments, deployment, ({ spec }) => ({ rollout: { progressDeadline: spec.rollout.progressDeadline === '11m' ? '12m' : '11m' } })));
    }
    await delay(afterMs);
    const all = between(before, await readWrites(scene.env.kubeconfigPath));
    // The changes themselves were ours, not the program's.
    return { latenciesMs, writes: { ...all, objects: all.objects - latenciesMs.length }, stageChanges: changedVersions.length };
  } finally {
    await Promise.all([versions.stop(), deployments.stop()]);
  }
}

async function synced(...informers: readonly Pick<Informer<KubeObject>, 'start' | 'hasSynced'>[]): Promise<void> {
  for (const informer of informers) informer.start();
  while (!informers.every((informer) => informer.hasSynced())) await delay(50);
}

/** Different objects, so that no change waits for the one before. */
function picks<T extends KubeObject>(informer: Informer<T>, count: number, random: () => number): T[] {
  const left = [...informer.store.list()];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(Math.floor(random() * left.length), 1)).flat();
}

async function change<T extends Changed>(scene: Scene, informer: Informer<T>, picked: T, spec: (object: T) => object): Promise<number> {
  const key = keyOf(picked);
  const seen = new Map<number, number>();
  let wake = (): void => undefined;
  const off = informer.onChange(({ object }) => {
    if (keyString(keyOf(object)) !== keyString(key) || object.status?.observedGeneration === undefined) return;
    if (!seen.has(object.status.observedGeneration)) seen.set(object.status.observedGeneration, performance.now());
    wake();
  });
  try {
    const { metadata } = await scene.env.client.patch<T>(informer.type, key, { spec: spec(informer.store.get(key) ?? picked) });
    const answeredMs = performance.now();
    const generation = metadata.generation ?? 0;
    if (generation <= (picked.metadata.generation ?? 0)) throw new Error(`${keyString(key)}: the change was none`);
    for (;;) {
      const seenMs = seen.get(generation);
      if (seenMs !== undefined) return Math.max(0, seenMs - answeredMs);
      const leftMs = answeredMs + patienceMs - performance.now();
      if (leftMs <= 0) throw new Error(`${informer.type.kind} ${keyString(key)}: no status about generation ${generation} after ${patienceMs} ms`);
      const timeUp = new AbortController();
      await Promise.race([new Promise<void>((resolve) => (wake = resolve)), delay(leftMs, undefined, { signal: timeUp.signal }).catch(() => undefined)]);
      timeUp.abort();
    }
  } finally {
    off();
  }
}
