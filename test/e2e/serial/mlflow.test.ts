// The mirror with a real MLflow in a pod, which is out of reach for two minutes while an experiment runs.
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Experiment, ExperimentSpecCandidateInput } from '../../../crds/generated/experiment.ts';
import { experimentResource, modelVersionResource, trainingRunResource } from '../../../crds/generated/resources.ts';
import type { ModelVersion } from '../../../crds/generated/model-version.ts';
import type { TrainingRun } from '../../../crds/generated/training-run.ts';
import type { ResourceType } from '../../../operator/runtime/types.ts';
import { installOperator } from '../harness/install.ts';
import { mlflowIn, type Mlflow } from '../harness/mlflow.ts';
import { inNamespace } from '../harness/namespace.ts';
import { experimentEnded, experimentOf, readyText, readyVersion } from '../harness/objects.ts';

const env = inNamespace('e2e-mlflow');
const { namespace } = env;
const outageMs = Number(process.env['OUTAGE_MS'] ?? 120_000);
let mlflow: Mlflow;

interface Run {
  readonly info: { readonly run_id: string; readonly status: string };
  readonly data: { readonly params?: readonly Pair[]; readonly tags?: readonly Pair[]; readonly metrics?: readonly { readonly key: string; readonly value: number }[] };
}
interface Pair {
  readonly key: string;
  readonly value: string;
}

beforeAll(async () => {
  mlflow = await mlflowIn(env.kube(), namespace);
  await installOperator(env.kube(), [`mlflow.trackingUri=${mlflow.url}`]);
}, 400_000);
afterAll(async () => {
  await installOperator(env.kube());
  await mlflow.remove();
}, 300_000);

const tag = ({ data }: Run, key: string): string | undefined => data.tags?.find((one) => one.key === key)?.value;

async function runs(): Promise<readonly Run[]> {
  const { experiment } = await mlflow.api<{ experiment: { experiment_id: string } }>(`experiments/get-by-name?experiment_name=${namespace}/tumour`);
  return (await mlflow.api<{ runs?: Run[] }>('runs/search', { experiment_ids: [experiment.experiment_id], max_results: 100 })).runs ?? [];
}

async function mirrored<T extends TrainingRun | Experiment>(type: ResourceType, name: string): Promise<T> {
  return env.kube().waitFor(`the copy of ${name}`, async () => {
    const object = await env.kube().object<T>(type, namespace, name);
    return object?.status?.mlflow?.digest === undefined || object.status.mlflow.problem !== undefined ? undefined : object;
  }, 90_000);
}

describe('an experiment with an MLflow that is away for two minutes', () => {
  it('ends in time, and afterwards all of it is in MLflow once', { timeout: 420_000 }, async () => {
    const kube = env.kube();
    const xgb: ExperimentSpecCandidateInput = { name: 'xgb', algorithm: { name: 'xgboost', parameters: { n_estimators: 20 } }, search: { maxTrials: 4, space: [{ name: 'max_depth', type: 'Int', min: 1, max: 6 }] } };
    const logistic: ExperimentSpecCandidateInput = { name: 'logistic', algorithm: { name: 'logistic' } };
    await kube.apply([experimentOf(namespace, 'mirrored', [xgb, logistic], { parallelism: 2, winner: { aliases: ['champion'] } })]);
    await kube.waitFor('a first trial in MLflow', async () => ((await runs().catch(() => [])).some((run) => tag(run, 'mlflow.parentRunId') !== undefined) ? true : undefined), 120_000);
    await mlflow.down();
    const away = performance.now();
    const ended = await experimentEnded(kube, namespace, 'mirrored', 200_000);
    expect(readyText(ended)).toMatch(/^True Succeeded/);
    const behind = await kube.waitFor('what is missing to be said', async () => (await kube.object<Experiment>(experimentResource, namespace, 'mirrored'))?.status?.mlflow?.problem, 60_000);
    expect(behind).toMatchObject({ reason: 'MlflowUnreachable', message: expect.stringContaining('does not answer') as string });
    const version = await readyVersion(kube, namespace, ended.status?.modelVersionRef?.name ?? '');
    console.info(`the experiment ended ${Math.round((performance.now() - away) / 1000)} s after MLflow went away`);
    await delay(Math.max(0, outageMs - (performance.now() - away)));
    await mlflow.up();
    const back = performance.now();

    const parent = await mirrored<Experiment>(experimentResource, 'mirrored');
    const trials = ['mirrored-logistic', ...[0, 1, 2, 3].map((n) => `mirrored-xgb-${n}`)];
    for (const name of trials) await mirrored<TrainingRun>(trainingRunResource, name);
    const copy = await kube.waitFor('the copy of the version', async () => {
      const { mirrors } = (await kube.object<ModelVersion>(modelVersionResource, namespace, version.metadata.name))?.status ?? {};
      return mirrors?.mlflow?.digest === undefined ? undefined : mirrors.mlflow;
    }, 60_000);
    console.info(`all of it was in MLflow ${Math.round((performance.now() - back) / 1000)} s after it came back`);

    const found = await runs();
    expect(found.map((run) => [tag(run, 'trainyard.name'), run.info.status]).sort()).toEqual(['mirrored', ...trials].map((name) => [name, 'FINISHED']).sort());
    const nested = found.filter((run) => tag(run, 'mlflow.parentRunId') !== undefined);
    expect(new Set(nested.map((run) => tag(run, 'mlflow.parentRunId')))).toEqual(new Set([parent.status?.mlflow?.runId]));
    for (const run of nested) {
      const object = await kube.object<TrainingRun>(trainingRunResource, namespace, tag(run, 'trainyard.name') ?? '');
      expect(run.data.params).toContainEqual({ key: 'algorithm', value: object?.spec.algorithm?.name });
      const score = object?.status?.metrics?.find(({ name, split }) => name === 'roc_auc' && split === 'CV')?.value;
      expect(run.data.metrics?.find(({ key }) => key === 'cv/roc_auc')?.value).toBe(score);
      const { metrics: folds } = await mlflow.api<{ metrics: { step: number; value: number }[] }>(`metrics/get-history?run_id=${run.info.run_id}&metric_key=fold/roc_auc`);
      expect(folds.sort((a, b) => a.step - b.step).map(({ value }) => value)).toEqual(object?.status?.foldScores);
      const { files } = await mlflow.api<{ files: { path: string }[] }>(`artifacts/list?run_id=${run.info.run_id}`);
      expect(files.map(({ path }) => path).sort()).toEqual(['manifest.json', 'report.html']);
    }
    const { metrics: best } = await mlflow.api<{ metrics: { step: number }[] }>(`metrics/get-history?run_id=${parent.status?.mlflow?.runId ?? ''}&metric_key=best/roc_auc`);
    expect(best.map(({ step }) => step).sort()).toEqual([1, 2, 3, 4, 5]);

    const { model_versions: versions = [] } = await mlflow.api<{ model_versions?: { version: string; run_id: string; source: string }[] }>(`model-versions/search?filter=${encodeURIComponent(`name = '${namespace}.tumour'`)}`);
    const winner = found.find((run) => tag(run, 'trainyard.name') === ended.status?.verdict?.trialRef);
    expect(versions).toMatchObject([{ version: '1', run_id: winner?.info.run_id, source: version.spec.artifact.uri.replace(/\/model\.onnx$/, '') }]);
    expect(copy).toMatchObject({ model: `${namespace}.tumour`, version: '1', aliases: ['champion'] });
    const { model_version: champion } = await mlflow.api<{ model_version: { version: string } }>(`registered-models/alias?name=${namespace}.tumour&alias=champion`);
    expect(champion.version).toBe('1');
    expect(parent.status?.mlflow?.url).toBe(`${mlflow.url}/#/experiments/${parent.status?.mlflow?.experimentId ?? ''}/runs/${parent.status?.mlflow?.runId ?? ''}`);
  });
});
