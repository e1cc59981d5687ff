// The operator with a real MLflow: an experiment and its winner, with MLflow and the operator killed in between.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registry } from '../../../controllers/mlflow/rest/registry.ts';
import { createRest, type Rest } from '../../../controllers/mlflow/rest/rest.ts';
import { tracking, type Run } from '../../../controllers/mlflow/rest/tracking.ts';
import type { Experiment } from '../../../crds/generated/experiment.ts';
import type { ModelVersion } from '../../../crds/generated/model-version.ts';
import { experimentResource, modelVersionResource, trainingRunResource } from '../../../crds/generated/resources.ts';
import type { TrainingRun } from '../../../crds/generated/training-run.ts';
import { crds } from '../controllers/fixtures/crd-paths.ts';
import { worlds } from '../controllers/fixtures/world.ts';
import { brokenLine } from './broken-line.ts';
import { startMlflow, type MlflowServer } from '../harness/mlflow.ts';
import { sharedEnv } from '../harness/shared-env.ts';

const env = sharedEnv({ crds });
const newWorld = worlds(() => env);
let server: MlflowServer;
let rest: Rest;

beforeAll(async () => {
  server = await startMlflow();
  rest = createRest({ url: server.url });
}, 180_000);
afterAll(() => server.stop());


/** Runs in MLflow by the name of the object, with the name of the run that they are nested in. */
async function runsOf(namespace: string): Promise<Record<string, { status: string | undefined; parent: string | undefined }>> {
  const api = tracking(rest);
  const runs: readonly Run[] = await api.runsWith(await api.experiment(`${namespace}/tumour`), { key: 'trainyard.namespace', value: namespace });
  const tag = ({ data }: Run, key: string): string | undefined => data.tags?.find((one) => one.key === key)?.value;
  const names = new Map(runs.map((run) => [run.info.run_id, tag(run, 'trainyard.name')]));
  expect(new Set(names.values()).size).toBe(runs.length);
  return Object.fromEntries(runs.map((run) => [tag(run, 'trainyard.name') ?? '', { status: run.info.status, parent: names.get(tag(run, 'mlflow.parentRunId') ?? '') }]));
}

const mirrored = ({ status }: TrainingRun | Experiment): boolean => status?.mlflow?.digest !== undefined && status.mlflow.problem === undefined;

describe('an experiment with an MLflow', () => {
  it('is there with its trials and its winner, though MLflow and the operator are killed while it runs', async () => {
    const world = await newWorld({ MLFLOW_TRACKING_URI: server.url, MLFLOW_PAGES_URL: 'https://mlflow.example.org/' });
    await world.compete({ winner: { aliases: ['champion'] } });
    const [xgb, forest] = [await world.podOf('families-xgb-1'), await world.podOf('families-forest-1')];
    await world.until<TrainingRun>(trainingRunResource, 'families-xgb', ({ status }) => status?.mlflow?.runId !== undefined);
    expect(await runsOf(world.namespace)).toMatchObject({ families: { status: 'RUNNING', parent: undefined }, 'families-xgb': { status: 'RUNNING', parent: 'families' } });

    await server.kill();
    await world.exits(xgb, 0, world.scored('xgb', 0.97));
    await world.condition(trainingRunResource, 'families-xgb', 'Succeeded', 'True Succeeded');
    const behind = await world.until<TrainingRun>(trainingRunResource, 'families-xgb', ({ status }) => status?.mlflow?.problem !== undefined);
    expect(behind.status?.mlflow).toMatchObject({ url: expect.stringMatching(/^https:\/\/mlflow\.example\.org\/#\/experiments\/\d+\/runs\/[0-9a-f]{32}$/), problem: { reason: 'MlflowUnreachable', message: expect.stringMatching(/^MLflow at http:.* does not answer: /) } });
    await world.kill();
    await world.exits(forest, 0, world.scored('forest', 0.98));
    await world.restart();
    // Nothing waits for MLflow.
    await world.condition(experimentResource, 'families', 'Succeeded', 'True Succeeded');
    await world.condition(modelVersionResource, 'tumour-1', 'Ready', 'True Verified');

    await server.start();
    await world.until<Experiment>(experimentResource, 'families', mirrored);
    for (const name of ['families-xgb', 'families-forest']) await world.until<TrainingRun>(trainingRunResource, name, mirrored);
    const { status } = await world.until<ModelVersion>(modelVersionResource, 'tumour-1', (version) => version.status?.mirrors?.mlflow?.digest !== undefined);
    expect(await runsOf(world.namespace)).toEqual({ families: { status: 'FINISHED', parent: undefined }, 'families-xgb': { status: 'FINISHED', parent: 'families' }, 'families-forest': { status: 'FINISHED', parent: 'families' } });
    expect(status).toMatchObject({ aliases: ['champion'], mirrors: { mlflow: { model: `${world.namespace}.tumour`, version: '1', aliases: ['champion'], url: `https://mlflow.example.org/#/models/${world.namespace}.tumour/versions/1` } } });
    const [version] = await registry(rest).versionsWith(`${world.namespace}.tumour`, { key: 'trainyard.name', value: 'tumour-1' });
    expect(version?.run_id).toBe((await world.get<TrainingRun>(trainingRunResource, 'families-forest'))?.status?.mlflow?.runId);
  });

  it('follows a version: its stage, and an alias that a newer one takes', async () => {
    const world = await newWorld({ MLFLOW_TRACKING_URI: server.url });
    await world.version(1, { spec: { aliases: ['champion'] } });
    await world.until<ModelVersion>(modelVersionResource, 'tumour-1', ({ status }) => status?.mirrors?.mlflow?.aliases?.includes('champion') === true);
    await world.version(2, { spec: { aliases: ['champion'] } });
    await world.until<ModelVersion>(modelVersionResource, 'tumour-1', ({ status }) => status?.mirrors?.mlflow?.digest !== undefined && status.mirrors.mlflow.aliases === undefined);
    await world.until<ModelVersion>(modelVersionResource, 'tumour-2', ({ status }) => status?.mirrors?.mlflow?.aliases?.includes('champion') === true);
    await world.client.patch(modelVersionResource, { namespace: world.namespace, name: 'tumour-2' }, { spec: { stage: 'Production' } });
    const name = `${world.namespace}.tumour`;
    const staged = async (): Promise<string | undefined> => (await registry(rest).versionsWith(name, { key: 'trainyard.name', value: 'tumour-2' }))[0]?.tags?.find(({ key }) => key === 'trainyard.stage')?.value;
    await expect.poll(staged, { timeout: 20_000 }).toBe('Production');
    const { registered_model: model } = await rest.get<{ registered_model: { aliases: object[] } }>('registered-models/get', { name });
    expect(model.aliases).toEqual([{ alias: 'champion', version: '2' }]);
  });

  it('has one copy, though a request that nobody waited for any more makes another one', async () => {
    const line = await brokenLine(server.url);
    // Longer than the operator waits, and longer than its next try takes.
    line.passLate('runs/create', 9_000);
    const world = await newWorld({ MLFLOW_TRACKING_URI: line.url });
    await world.train('late');
    await world.podOf('late-1');
    await world.until<TrainingRun>(trainingRunResource, 'late', mirrored);
    expect(line.passed.filter((request) => request.endsWith('runs/create')).length).toBeGreaterThan(1);
    expect(await runsOf(world.namespace)).toEqual({ late: { status: 'RUNNING', parent: undefined } });
    await world.end();
    await line.close();
  });

  it('is left out where spec says so, and so is what it makes', async () => {
    const world = await newWorld({ MLFLOW_TRACKING_URI: server.url });
    await world.compete({}, { mlflow: { enabled: false } });
    for (const [candidate, score] of [['xgb', 0.97], ['forest', 0.98]] as const) await world.exits(await world.podOf(`families-${candidate}-1`), 0, world.scored(candidate, score));
    await world.condition(modelVersionResource, 'tumour-1', 'Ready', 'True Verified');
    // Another run, mirrored after them: had they been to be mirrored, they would have been by then.
    await world.train('seen');
    await world.podOf('seen-1');
    await world.until<TrainingRun>(trainingRunResource, 'seen', ({ status }) => status?.mlflow?.digest !== undefined);
    expect(Object.keys(await runsOf(world.namespace))).toEqual(['seen']);
    expect((await world.get<ModelVersion>(modelVersionResource, 'tumour-1'))?.status?.mirrors).toBeUndefined();
  });
});
