// Several pods that train one model: they find each other, share the work, and fail and begin anew as one.
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../crds/generated/manifest.ts';
import type { TrainingRunInput } from '../../../crds/generated/training-run.ts';
import { inNamespace } from '../harness/namespace.ts';
import { ended, readyText, trainingRun } from '../harness/objects.ts';
import { patience, runsOf } from '../harness/runs.ts';

const env = inNamespace('e2e-training-distributed');
const { namespace } = env;
const { until, podsOf, manifestOf, nothingIsLeftOf } = runsOf(env);

type Spec = Partial<TrainingRunInput['spec']>;

const workers = 3;
/** Room for all pods of a launch on a node of two cores: with half of them it would wait for ever. */
const backend = { kubernetes: { resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { memory: '1Gi' } } } };
const together: Spec = { backend, distributed: { engine: 'Dask', workers }, retryPolicy: { maxAttempts: 1, maxPreemptions: 3, backoff: '1s' } };
const many = { folds: 20, repeats: 2 };
/** Most of the time is that of four processes that load their libraries on two cores. */
const long = 240_000;

const score = (manifest: Manifest): number => manifest.metrics.find((one) => one.split === 'Test' && one.name === 'roc_auc')?.value ?? Number.NaN;

describe('Dask', () => {
  it.each([['xgboost', 'xgboost'], ['randomForest', 'forest']])('trains %s by three workers as well as one pod does', { timeout: 2 * long }, async (algorithm, name) => {
    const kube = env.kube();
    await kube.apply([trainingRun(namespace, name, { ...together, algorithm: { name: algorithm as 'xgboost' }, ttlAfterFinished: '3s' })]);
    await until(name, 'its work', ({ status }) => status?.stages?.some(({ name: stage }) => stage === 'Fit') === true, long);
    expect((await podsOf(`${name}-1`)).map(({ metadata }) => metadata.annotations?.['batch.kubernetes.io/job-completion-index']).sort()).toEqual(['0', '1', '2', '3']);
    const shared = await ended(kube, namespace, name, long);
    expect(readyText(shared)).toMatch(/^True Succeeded/);
    await nothingIsLeftOf(name);

    await kube.apply([trainingRun(namespace, `${name}-alone`, { algorithm: { name: algorithm as 'xgboost' } })]);
    const alone = await ended(kube, namespace, `${name}-alone`, long);
    const [ofShared, ofAlone] = [await manifestOf(shared), await manifestOf(alone)];
    const measured = (manifest: Manifest, split: string): object => Object.fromEntries(manifest.metrics.filter((one) => one.split === split).map((one) => [one.name, one.value]));
    expect(measured(ofShared, 'CV')).toEqual(measured(ofAlone, 'CV'));
    if (algorithm === 'randomForest') expect(ofShared.artifact.sha256).toBe(ofAlone.artifact.sha256);
    else expect(score(ofShared)).toBeGreaterThan(score(ofAlone) - 0.02);
  });

  it('begins anew with all its pods when one is lost, and keeps the folds that were done', { timeout: 2 * long }, async () => {
    const kube = env.kube();
    await kube.apply([trainingRun(namespace, 'lost', { ...together, algorithm: { name: 'xgboost', parameters: { n_estimators: 1000, max_depth: 2, learning_rate: 0.01 } }, crossValidation: many, checkpoint: { every: '1s' } })]);
    const before = (await until('lost', 'a checkpoint', ({ status }) => (status?.checkpoint?.step ?? 0) > 0, long)).status?.checkpoint;
    const first = await podsOf('lost-1');
    const worker = first.find(({ metadata }) => metadata.annotations?.['batch.kubernetes.io/job-completion-index'] === '2');
    await kube.kubectl('delete', 'pod', worker?.metadata.name ?? '', '-n', namespace, '--wait=false');
    const second = await until('lost', 'the second launch', ({ status }) => status?.launches === 2);
    expect(second.status).toMatchObject({ attempt: 1, preemptions: 1 });
    const run = await ended(kube, namespace, 'lost', long);
    expect(readyText(run)).toMatch(/^True Succeeded/);
    expect((await podsOf('lost-2')).length).toBe(workers + 1);
    expect((await podsOf('lost-2')).filter(({ metadata }) => first.some((one) => one.metadata.uid === metadata.uid))).toEqual([]);
    expect((await manifestOf(run)).checkpoint?.step).toBeGreaterThanOrEqual(before?.step ?? Infinity);
    await kube.waitFor('nothing left of the first launch', async () => ((await podsOf('lost-1')).length === 0 ? true : undefined), patience);
  });
});
