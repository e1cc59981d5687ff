// The mirror against a real MLflow, over a line that breaks at every request once.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uidTag, type MirroredRun, type MirroredVersion } from '../../../controllers/mlflow/content/mirrored.ts';
import { mirrorRun, type RunCopy } from '../../../controllers/mlflow/mirror-run.ts';
import { mirrorVersion } from '../../../controllers/mlflow/mirror-version.ts';
import { registry } from '../../../controllers/mlflow/rest/registry.ts';
import { createRest, MlflowError, type Rest } from '../../../controllers/mlflow/rest/rest.ts';
import { tracking } from '../../../controllers/mlflow/rest/tracking.ts';
import { startMlflow, type MlflowServer } from '../harness/mlflow.ts';
import { brokenLine, type BrokenLine } from './broken-line.ts';

let server: MlflowServer;
let line: BrokenLine;
let direct: Rest;
let broken: Rest;

beforeAll(async () => {
  server = await startMlflow();
  line = await brokenLine(server.url);
  direct = createRest({ url: server.url });
  broken = createRest({ url: line.url });
}, 180_000);

afterAll(async () => {
  await line.close();
  await server.stop();
});

const files = new Map([['manifest.json', Buffer.from('{}')], ['report.html', Buffer.from('<p>a report</p>')]]);
const mirror = (rest: Rest, wanted: MirroredRun): Promise<RunCopy> => mirrorRun({ tracking: tracking(rest), put: (path, bytes) => rest.put(path, bytes), files: () => Promise.resolve(files) }, wanted);

function wantedRun(more: Partial<MirroredRun> = {}): MirroredRun {
  const uid = randomUUID();
  return {
    uid,
    experiment: 'ml/tumour',
    name: 'tumour-xgb',
    status: 'FINISHED',
    startTime: 1767225600000,
    endTime: 1767225660000,
    params: { algorithm: 'xgboost', max_depth: '4' },
    tags: { [uidTag]: uid, 'mlflow.runName': 'tumour-xgb' },
    metrics: [0, 1, 2].map((step) => ({ key: 'fold/roc_auc', value: 0.9 + step / 100, timestamp: 1767225660000, step })),
    manifest: { uri: 's3://models/manifest.json', sha256: 'a' },
    ...more,
  };
}

/** What MLflow holds of a run, as the API tells it. */
async function held({ uid, experiment }: MirroredRun): Promise<object> {
  const api = tracking(direct);
  const runs = await api.runsWith(await api.experiment(experiment), { key: uidTag, value: uid });
  const [run] = runs;
  const id = run?.info.run_id ?? '';
  const texts = (list: readonly { key: string; value: string }[] = []): Record<string, string> => Object.fromEntries(list.map(({ key, value }): [string, string] => [key, value]).sort());
  return {
    runs: runs.length,
    status: run?.info.status,
    times: [run?.info.start_time, run?.info.end_time],
    params: texts(run?.data.params),
    tags: texts(run?.data.tags),
    folds: (await api.history(id, 'fold/roc_auc')).map(({ value, step }) => [step, value]).sort(),
    files: [...(await api.files(id))].sort(),
  };
}

const whole = (run: MirroredRun): object => ({
  runs: 1,
  status: run.status,
  times: [run.startTime, run.endTime],
  params: run.params,
  tags: expect.objectContaining(run.tags),
  folds: [[0, 0.9], [1, 0.91], [2, 0.92]],
  files: [['manifest.json', 2], ['report.html', 15]],
});

describe('a run', () => {
  it('is in MLflow as it should be, and a second look changes nothing', async () => {
    const run = wantedRun();
    const { runId } = await mirror(broken, run);
    expect(await held(run)).toEqual(whole(run));
    line.breakAt(undefined);
    expect(await mirror(broken, run)).toMatchObject({ runId });
    expect(line.passed).toEqual(['GET /api/2.0/mlflow/experiments/get-by-name', 'POST /api/2.0/mlflow/runs/search', 'GET /api/2.0/mlflow/metrics/get-history', 'GET /api/2.0/mlflow/artifacts/list']);
  });

  it.each(['before', 'after'] as const)('is whole and there once, wherever the line breaks %s a request', async (when) => {
    for (let nth = 1; ; nth += 1) {
      const run = wantedRun({ experiment: `ml/${when}-${nth}` });
      line.breakAt(nth, when);
      const first = await mirror(broken, run).catch((error: unknown) => error);
      line.breakAt(undefined);
      if (!(first instanceof Error)) {
        // Experiment (2), search, create, parameters, tags or metrics, files, end: every one of them was broken once.
        expect(nth).toBeGreaterThan(8);
        break;
      }
      expect(first).toMatchObject({ name: 'MlflowError', reason: 'MlflowUnreachable' });
      await mirror(broken, run);
      await mirror(broken, run);
      expect([nth, await held(run)]).toEqual([nth, whole(run)]);
    }
  });

  it('that was made twice, by a request that came late, is made one, and the older stays', async () => {
    const run = wantedRun();
    const { experimentId, runId } = await mirror(direct, run);
    await tracking(direct).createRun(experimentId, { name: run.name, startTime: run.startTime + 1, tags: [{ key: uidTag, value: run.uid }] });
    expect(await held(run)).toMatchObject({ runs: 2 });
    expect(await mirror(direct, run)).toMatchObject({ runId });
    expect(await held(run)).toEqual(whole(run));
  });

  it('goes on from running to its end', async () => {
    const ended = wantedRun();
    const { endTime: _end, manifest: _manifest, ...begun } = ended;
    await mirror(direct, { ...begun, status: 'RUNNING', metrics: [] });
    expect(await held(ended)).toMatchObject({ runs: 1, status: 'RUNNING', times: [ended.startTime, undefined], folds: [], files: [] });
    await mirror(direct, ended);
    expect(await held(ended)).toEqual(whole(ended));
  });

  it('keeps a parameter that MLflow has with another value: it takes none back', async () => {
    const run = wantedRun();
    await mirror(direct, run);
    await mirror(direct, { ...run, params: { ...run.params, max_depth: '5', eta: '0.1' } });
    expect(await held(run)).toMatchObject({ params: { max_depth: '4', eta: '0.1' } });
  });

  it('with more than one call takes is whole', async () => {
    const many = (n: number, name: string): Record<string, string> => Object.fromEntries(Array.from({ length: n }, (_, i): [string, string] => [`${name}${i}`, 'x'.repeat(i % 50)]).filter(([, value]) => value !== ''));
    const run = wantedRun({ params: many(260, 'p'), metrics: Array.from({ length: 2000 }, (_, step) => ({ key: 'fold/roc_auc', value: step, timestamp: 1, step })) });
    await mirror(direct, run);
    const found = (await held(run)) as { params: object; folds: unknown[] };
    expect([found.params, found.folds.length]).toEqual([run.params, 2000]);
  });

  it('is refused in words that help where its experiment was deleted', async () => {
    const run = wantedRun({ experiment: 'deleted' });
    const { experimentId } = await mirror(direct, run);
    await direct.send('POST', 'experiments/delete', { experiment_id: experimentId });
    await expect(mirror(direct, run)).rejects.toMatchObject({ reason: 'MlflowRefused', message: 'the experiment "deleted" was deleted in MLflow: restore it there, or name another one in spec.mlflow.experiment' });
  });
});

describe('a version', () => {
  const wantedVersion = (more: Partial<MirroredVersion> = {}): MirroredVersion => {
    const uid = randomUUID();
    return { uid, model: `ml.${uid.slice(0, 8)}`, source: 's3://models/x', tags: { [uidTag]: uid, 'trainyard.stage': 'Staging' }, aliases: ['champion'], ...more };
  };
  const held = async ({ model, uid }: MirroredVersion): Promise<object> => {
    const versions = await registry(direct).versionsWith(model, { key: uidTag, value: uid });
    const { registered_model: registered } = await direct.get<{ registered_model: { aliases?: { alias: string; version: string }[] } }>('registered-models/get', { name: model });
    return {
      versions: versions.map(({ version, source, tags = [] }) => [version, source, Object.fromEntries(tags.map(({ key, value }) => [key, value]))]),
      aliases: Object.fromEntries((registered.aliases ?? []).map(({ alias, version }) => [alias, version])),
    };
  };

  it.each(['before', 'after'] as const)('is whole and there once, wherever the line breaks %s a request', async (when) => {
    for (let nth = 1; ; nth += 1) {
      const version = wantedVersion();
      line.breakAt(nth, when);
      const first = await mirrorVersion(registry(broken), version, []).catch((error: unknown) => error);
      line.breakAt(undefined);
      if (!(first instanceof Error)) {
        expect(nth).toBeGreaterThan(4);
        break;
      }
      expect(first).toBeInstanceOf(MlflowError);
      await mirrorVersion(registry(broken), version, []);
      expect([nth, await held(version)]).toEqual([nth, { versions: [['1', 's3://models/x', version.tags]], aliases: { champion: '1' } }]);
    }
  });

  it('that was made twice is made one', async () => {
    const version = wantedVersion();
    await mirrorVersion(registry(direct), version, []);
    await registry(direct).createVersion(version.model, { source: version.source, tags: [{ key: uidTag, value: version.uid }] });
    await mirrorVersion(registry(direct), version, ['champion']);
    expect(await held(version)).toMatchObject({ versions: [['1', 's3://models/x', version.tags]] });
  });

  it('changes its tags, and hands its alias over without taking it from whoever has it by then', async () => {
    const [old, young] = [wantedVersion(), wantedVersion()].map((version) => ({ ...version, model: 'ml.aliases' })) as [MirroredVersion, MirroredVersion];
    await mirrorVersion(registry(direct), old, []);
    await mirrorVersion(registry(direct), young, []);
    expect(await held(young)).toMatchObject({ aliases: { champion: '2' } });
    const archived = { ...old, aliases: [], tags: { ...old.tags, 'trainyard.stage': 'Archived' } };
    await mirrorVersion(registry(direct), archived, ['champion']);
    expect(await held(old)).toEqual({ versions: [['1', 's3://models/x', archived.tags]], aliases: { champion: '2' } });
    await mirrorVersion(registry(direct), { ...young, aliases: [] }, ['champion']);
    expect(await held(young)).toMatchObject({ aliases: {} });
  });

  it('leaves the aliases of people alone', async () => {
    const version = wantedVersion({ aliases: [] });
    await mirrorVersion(registry(direct), version, []);
    await registry(direct).setAlias(version.model, 'by-hand', '1');
    await mirrorVersion(registry(direct), version, ['champion']);
    expect(await held(version)).toMatchObject({ aliases: { 'by-hand': '1' } });
  });
});

describe('whoever answers', () => {
  it('is tried again while nobody does', async () => {
    await server.kill();
    await expect(tracking(direct).experiment('a')).rejects.toMatchObject({ reason: 'MlflowUnreachable' });
    await server.start();
    expect(await tracking(direct).experiment('ml/tumour')).toMatch(/^\d+$/);
  });
  it('is told apart from MLflow when it is something else', async () => {
    const page = await brokenLine(`${server.url}/nothing-here`);
    await expect(tracking(createRest({ url: page.url })).experiment('a')).rejects.toMatchObject({ name: 'MlflowError' });
    await page.close();
  });
});
