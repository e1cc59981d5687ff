// An Experiment that searches, with the real suggestion service; the trials are scored by a formula instead of a trainer.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Experiment, ExperimentInput } from '../../../crds/generated/experiment.ts';
import { experimentResource, trainingRunResource } from '../../../crds/generated/resources.ts';
import type { TrainingRun } from '../../../crds/generated/training-run.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import { startSuggestService, type SuggestService } from '../harness/suggest-service.ts';
import { plugin } from '../cli/plugin.ts';
import { crds } from './fixtures/crd-paths.ts';
import { worlds, type World } from './fixtures/world.ts';

const env = sharedEnv({ crds });
const newWorld = worlds(() => env);
let service: SuggestService;

beforeAll(async () => {
  service = await startSuggestService();
}, 11 * 60_000);
afterAll(() => service.end());

const space = [
  { name: 'max_depth', type: 'Int', min: 2, max: 8 },
  { name: 'learning_rate', type: 'Float', min: 0.01, max: 0.3, scale: 'Log' },
  { name: 'booster', type: 'Categorical', values: ['gbtree', 'dart'] },
  { name: 'rate_drop', type: 'Float', min: 0, max: 0.5, when: { parameter: 'booster', values: ['dart'] } },
];
type Parameters = Readonly<Record<string, unknown>>;

async function search(world: World, how: object, more: object = {}): Promise<void> {
  await world.client.create<ExperimentInput>(experimentResource, {
    apiVersion: 'trainyard.dev/v1alpha1',
    kind: 'Experiment',
    metadata: { name: 'search', namespace: world.namespace },
    spec: {
      model: 'tumour',
      objective: { metric: 'roc_auc', direction: 'Maximize' },
      template: { task: 'BinaryClassification', data: { source: { uri: 's3://data/tumour.csv' }, target: 'malignant' }, metrics: { primary: 'roc_auc' } },
      candidates: [{ name: 'xgb', algorithm: { name: 'xgboost', parameters: { n_estimators: 50 } }, search: { space, ...how } }],
      parallelism: 1,
      seed: 3,
      ...more,
    } as ExperimentInput['spec'],
  });
}

/** What was tried, in the order of the trials. */
async function tried(world: World): Promise<readonly Parameters[]> {
  const runs = await world.list<TrainingRun>(trainingRunResource);
  const number = ({ metadata }: TrainingRun): number => Number(metadata.labels?.['trainyard.dev/trial']);
  return runs.sort((a, b) => number(a) - number(b)).map(({ spec }) => spec.algorithm?.parameters ?? {});
}

/** Ends trial n, as good as its parameters are; every third one fails. */
async function ends(world: World, number: number): Promise<void> {
  const name = `search-xgb-${number}`;
  const pod = await world.podOf(`${name}-1`);
  const run = await world.run(name, () => true);
  const { max_depth: depth = 0, learning_rate: rate = 0 } = (run.spec.algorithm?.parameters ?? {}) as { readonly max_depth?: number; readonly learning_rate?: number };
  const value = 0.99 - 0.01 * Math.abs(depth - 5) - Math.abs(Math.log(rate / 0.1)) / 100;
  if (number % 3 === 2) await world.exits(pod, 65, { error: { reason: 'DataInvalid', message: 'no' } });
  else await world.exits(pod, 0, world.result(name, `model of ${name}`, { metrics: [{ name: 'roc_auc', split: 'CV', value, stdDev: 0.01, n: 5 }] }));
  await world.run(name, ({ status }) => status?.completionTime !== undefined);
}

describe('a search', () => {
  it('tries the same though operator and service are killed between every two trials', { timeout: 400_000 }, async () => {
    const trials = 14; // beyond the ten that TPE chooses by chance
    const lives = await Promise.all(
      [false, true].map(async (killed) => {
        const world = await newWorld({ SUGGEST_URL: service.url });
        await search(world, { maxTrials: trials, sampler: 'TPE' }, { maxFailedTrials: 100 });
        return { world, killed };
      }),
    );
    for (let number = 0; number < trials; number++) {
      for (const { world, killed } of lives) {
        await ends(world, number);
        if (!killed) continue;
        await world.kill();
        await service.restart();
        await world.restart();
      }
    }
    for (const { world } of lives) await world.condition(experimentResource, 'search', 'Succeeded', 'True Succeeded');
    const [straight, killed] = await Promise.all(lives.map(({ world }) => tried(world)));
    expect(straight).toHaveLength(trials);
    expect(killed).toEqual(straight);
    expect(new Set(straight?.map((one) => JSON.stringify(one))).size).toBe(trials);
    for (const { booster, rate_drop: drop, n_estimators: trees } of straight ?? []) expect([trees, drop === undefined]).toEqual([50, booster === 'gbtree']);
  });

  it('waits for a service that is away, says so, and goes on', { timeout: 200_000 }, async () => {
    const world = await newWorld({ SUGGEST_URL: service.url });
    await service.kill();
    await search(world, { maxTrials: 2, sampler: 'Random' });
    await world.condition(experimentResource, 'search', 'Ready', 'Unknown SuggestionUnavailable');
    expect(await tried(world)).toEqual([]);
    await service.restart();
    await ends(world, 0);
    await ends(world, 1);
    await world.condition(experimentResource, 'search', 'Succeeded', 'True Succeeded');
  });

  it('makes a trial anew whose TrainingRun somebody deleted, and goes on', { timeout: 200_000 }, async () => {
    const world = await newWorld({ SUGGEST_URL: service.url });
    await search(world, { maxTrials: 3, sampler: 'TPE' }, { parallelism: 2 });
    await ends(world, 0);
    const before = await world.run('search-xgb-1', () => true);
    await world.client.delete(trainingRunResource, { namespace: world.namespace, name: 'search-xgb-1' });
    await world.run('search-xgb-1', ({ metadata }) => metadata.uid !== before.metadata.uid);
    await ends(world, 1);
    await ends(world, 2);
    const { status } = await world.until<Experiment>(experimentResource, 'search', (one) => one.status?.completionTime !== undefined);
    expect(status).toMatchObject({ trials: { total: 3, succeeded: 2, failed: 1, text: '3/3' }, verdict: { winner: 'xgb' } });
  });

  it('ends with the points of its grid', { timeout: 200_000 }, async () => {
    const world = await newWorld({ SUGGEST_URL: service.url });
    await search(world, { maxTrials: 50, sampler: 'Grid', space: [{ name: 'max_depth', type: 'Int', min: 4, max: 5 }, { name: 'booster', type: 'Categorical', values: ['gbtree'] }] }, { parallelism: 8 });
    await ends(world, 0);
    await ends(world, 1);
    const { status } = await world.until<Experiment>(experimentResource, 'search', (one) => one.status?.completionTime !== undefined);
    expect(status).toMatchObject({ trials: { total: 2, text: '2/2' }, candidates: [{ gridSize: 2 }] });
    expect(await tried(world)).toEqual([{ n_estimators: 50, max_depth: 4, booster: 'gbtree' }, { n_estimators: 50, max_depth: 5, booster: 'gbtree' }]);
  });

  it('has its winner studied without groups of columns, though the operator is killed in between', { timeout: 200_000 }, async () => {
    const world = await newWorld({ SUGGEST_URL: service.url });
    await search(world, { maxTrials: 2, sampler: 'Random' }, { studies: { featureGroups: [{ name: 'radius', columns: ['mean_radius'] }, { name: 'texture', columns: ['mean_texture'] }] } });
    await ends(world, 0);
    await ends(world, 1);
    for (const group of ['radius', 'texture']) {
      const name = `search-without-${group}`;
      const pod = await world.podOf(`${name}-1`);
      await world.restart();
      await world.exits(pod, 0, world.result(name, `model of ${name}`, { metrics: [{ name: 'roc_auc', split: 'CV', value: 0.5, stdDev: 0.01, n: 5 }] }));
    }
    const { status } = await world.until<Experiment>(experimentResource, 'search', (one) => one.status?.completionTime !== undefined);
    expect(status?.featureImpact).toMatchObject([{ group: 'radius', trialRef: 'search-without-radius' }, { group: 'texture' }]);
    expect([status?.trials?.total, status?.modelVersionRef?.name, (await world.versions()).length]).toEqual([2, 'tumour-1', 1]);
    const report = await plugin(env.kubeconfigPath, 'report', 'search', '-n', world.namespace);
    expect([report.code, report.err]).toEqual([0, '']);
    for (const text of ['<title>Experiment search</title>', 'xgb 0', 'xgb 1', 'What a group of features adds']) expect(report.out).toContain(text);
    const run = await world.run('search-without-radius', () => true);
    expect(run.spec.data.drop).toEqual(['mean_radius']);
    expect(run.spec.algorithm?.parameters).toEqual((await world.run(status?.verdict?.trialRef ?? '', () => true)).spec.algorithm?.parameters);
  });

  it('whose space cannot be searched ends the experiment, with what is wrong', { timeout: 60_000 }, async () => {
    const world = await newWorld({ SUGGEST_URL: service.url });
    const later = [{ name: 'rate_drop', type: 'Float', min: 0, max: 0.5, when: { parameter: 'booster', values: ['dart'] } }, { name: 'booster', type: 'Categorical', values: ['gbtree', 'dart'] }];
    await search(world, { maxTrials: 2, space: later });
    await world.condition(experimentResource, 'search', 'Succeeded', 'False InvalidSearch');
    const found = await world.get<Experiment>(experimentResource, 'search');
    expect(found?.status?.conditions?.find(({ type }) => type === 'Succeeded')?.message).toMatch(/^candidate xgb: .*when/);
  });
});
