// Which version of a model an alias means, as versions come, are rejected, and go.
import { describe, expect, it } from 'vitest';
import type { ModelVersion } from '../../../crds/generated/model-version.ts';
import { modelVersionResource, trainingRunResource } from '../../../crds/generated/resources.ts';
import { eventually } from '../../../operator/runtime/testing/silent.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import { crds } from './fixtures/crd-paths.ts';
import { worlds, type World } from './fixtures/world.ts';

const env = sharedEnv({ crds });
const newWorld = worlds(() => env);
const champion = { spec: { aliases: ['champion'] } };

const patch = (world: World, name: string, spec: object): Promise<unknown> => world.client.patch(modelVersionResource, { namespace: world.namespace, name }, { spec });

/** Waits until these versions, and no others, say that champion means them. */
async function means(world: World, ...names: string[]): Promise<void> {
  let holders: string[] = [];
  await eventually(async () => {
    holders = (await world.versions()).filter(({ status }) => status?.aliases?.includes('champion') === true).map(({ metadata }) => metadata.name);
    return holders.join() === names.join();
  }, 20_000).catch((cause: unknown) => {
    throw new Error(`champion means ${holders.join() || 'nobody'}, not ${names.join() || 'nobody'}\n${world.log().slice(-4000)}`, { cause });
  });
}

async function two(): Promise<World> {
  const world = await newWorld();
  await world.version(1, champion);
  await means(world, 'tumour-1');
  await world.version(2, champion);
  await means(world, 'tumour-2');
  return world;
}

describe('an alias that two versions name', () => {
  it('means the higher one, and the lower one again when it is removed there', async () => {
    const world = await two();
    await eventually(async () => (await world.events('AliasMoved')).includes('champion means tumour-2 now, before tumour-1'));
    await patch(world, 'tumour-2', { aliases: [] });
    await means(world, 'tumour-1');
    expect((await world.get<ModelVersion>(modelVersionResource, 'tumour-2'))?.status).not.toHaveProperty('aliases');
    await patch(world, 'tumour-2', { aliases: ['stable', 'champion'] });
    await means(world, 'tumour-2');
    expect((await world.get<ModelVersion>(modelVersionResource, 'tumour-2'))?.status?.aliases).toEqual(['stable', 'champion']);
  });
  it('means the other one while the higher one is rejected', async () => {
    const world = await two();
    await patch(world, 'tumour-2', { approval: { state: 'Rejected', reason: 'biased' } });
    await means(world, 'tumour-1');
    await patch(world, 'tumour-2', { approval: { state: 'Approved', by: 'anna' } });
    await means(world, 'tumour-2');
  });
  it('means the other one when the higher one is deleted, and after a restart', async () => {
    const world = await two();
    await world.kill();
    await world.client.delete(modelVersionResource, { namespace: world.namespace, name: 'tumour-2' });
    await world.restart();
    await means(world, 'tumour-1');
    await world.version(3, champion);
    await means(world, 'tumour-3');
    await world.client.delete(modelVersionResource, { namespace: world.namespace, name: 'tumour-3' });
    await means(world, 'tumour-1');
  });
  it('means the lower one while the bytes of the higher one are not verified', async () => {
    const world = await newWorld();
    await world.version(1, champion);
    const files = await world.version(2, { ...champion, failing: 503 });
    await world.condition(modelVersionResource, 'tumour-2', 'ArtifactVerified', 'False StoreUnreachable');
    await means(world, 'tumour-1');
    world.store.put('2/model.onnx', files.model);
    await means(world, 'tumour-2');
  });
});

describe('a version that is registered', () => {
  it('by a run, has the aliases that the run says', async () => {
    const world = await newWorld();
    await world.train('xgb', { register: { aliases: ['champion', 'fresh'] } });
    await world.exits(await world.podOf('xgb-1'), 0, world.result('xgb'));
    await means(world, 'tumour-1');
    expect((await world.versions())[0]?.spec.aliases).toEqual(['champion', 'fresh']);
    await world.train('again');
    await world.exits(await world.podOf('again-1'), 0, world.result('again'));
    await world.condition(trainingRunResource, 'again', 'Succeeded', 'True Succeeded');
    await world.condition(modelVersionResource, 'tumour-2', 'Ready', 'True Verified');
    expect((await world.get<ModelVersion>(modelVersionResource, 'tumour-2'))?.spec).not.toHaveProperty('aliases');
    await means(world, 'tumour-1');
  });
  it('by an experiment, has the aliases that it says of its winner', async () => {
    const world = await newWorld();
    await world.compete({ candidates: [{ name: 'xgb', algorithm: { name: 'xgboost' } }], winner: { aliases: ['champion'] } });
    await world.exits(await world.podOf('families-xgb-1'), 0, world.scored('xgb', 0.97));
    await means(world, 'tumour-1');
  });
});
