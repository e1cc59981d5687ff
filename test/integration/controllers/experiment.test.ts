// Experiment → trials → verdict → one version, with the operator killed in between.
import { describe, expect, it } from 'vitest';
import { experimentResource, modelVersionResource, trainingRunResource } from '../../../crds/generated/resources.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import { crds } from './fixtures/crd-paths.ts';
import { worlds } from './fixtures/world.ts';

const env = sharedEnv({ crds });
const newWorld = worlds(() => env);

const names = (objects: readonly { readonly metadata: { readonly name: string } }[]): string[] => objects.map(({ metadata }) => metadata.name).sort();

describe('an experiment', () => {
  it('tries every candidate once and registers the best, though the operator is killed all the time', async () => {
    const world = await newWorld();
    await world.compete({ winner: { approvalRequired: true } });
    const [xgb, forest] = [await world.podOf('families-xgb-1'), await world.podOf('families-forest-1')];
    await world.restart();
    await world.exits(xgb, 0, world.scored('xgb', 0.97));
    await world.condition(trainingRunResource, 'families-xgb', 'Succeeded', 'True Succeeded');
    await world.kill();
    await world.exits(forest, 0, world.scored('forest', 0.98));
    await world.restart();
    await world.kill();
    await world.restart();
    await world.condition(experimentResource, 'families', 'Succeeded', 'True Succeeded');
    await world.condition(modelVersionResource, 'tumour-1', 'Ready', 'True Verified');
    expect(await world.get(experimentResource, 'families')).toMatchObject({ status: { modelVersionRef: { name: 'tumour-1' }, verdict: { winner: 'forest' }, leaderboard: [{ candidate: 'forest', score: 0.98 }, { candidate: 'xgb', score: 0.97 }] } });
    expect([names(await world.list(trainingRunResource)), names(await world.versions())]).toEqual([['families-forest', 'families-xgb'], ['tumour-1']]);
    expect((await world.versions())[0]?.spec).toMatchObject({ trainingRunRef: { name: 'families-forest' }, approval: { required: true } });
  });

  it('suspends and resumes its trials with itself', async () => {
    const world = await newWorld();
    await world.compete();
    await world.podOf('families-xgb-1');
    await world.client.patch(experimentResource, { namespace: world.namespace, name: 'families' }, { spec: { suspend: true } });
    await world.condition(trainingRunResource, 'families-xgb', 'Suspended', 'True SuspendedBySpec');
    await world.condition(experimentResource, 'families', 'Ready', 'False Suspended');
    await world.client.patch(experimentResource, { namespace: world.namespace, name: 'families' }, { spec: { suspend: false } });
    await world.podOf('families-xgb-2');
  });

  it('never takes somebody else\'s run for its trial, and goes on with the others', async () => {
    const world = await newWorld();
    await world.train('families-xgb');
    await world.compete();
    await world.exits(await world.podOf('families-forest-1'), 0, world.scored('forest', 0.98));
    await world.condition(experimentResource, 'families', 'Succeeded', 'True Succeeded');
    expect(await world.get(experimentResource, 'families')).toMatchObject({ status: { trials: { succeeded: 1, failed: 1 }, verdict: { winner: 'forest' } } });
    const theirs = await world.run('families-xgb', () => true);
    expect(theirs.metadata.ownerReferences).toBeUndefined();
  });
});
