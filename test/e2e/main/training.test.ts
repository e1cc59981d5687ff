import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../controllers/shared/digest.ts';
import { trainingRunResource } from '../../../crds/generated/resources.ts';
import type { TrainingRun } from '../../../crds/generated/training-run.ts';
import { isTrue } from '../../../operator/runtime/conditions.ts';
import { inNamespace } from '../harness/namespace.ts';
import { ended, experimentEnded, readVersion, readyText, readyVersion, trainingRun } from '../harness/objects.ts';
import { putObject, readObject } from '../harness/samples.ts';

const env = inNamespace('e2e-training');
const { namespace } = env;

const source = (uri: string, more: object = {}): { readonly data: object } => ({ data: { source: { uri, ...more }, target: 'malignant', drop: ['patient_id'] } });

describe('a training run', () => {
  it('becomes a verified version with lineage in status', async () => {
    const kube = env.kube();
    await kube.apply([trainingRun(namespace, 'good', { gates: [{ metric: 'roc_auc', min: 0.9 }, { metric: 'parity_max_abs_error', max: 1e-5 }] })]);
    const run = await ended(kube, namespace, 'good');
    expect(readyText(run)).toMatch(/^True Succeeded/);
    const version = await readyVersion(kube, namespace, run.status?.modelVersionRef?.name ?? '');
    const table = await readObject(kube, 'data', 'tumour.csv');
    expect(version.status?.lineage).toMatchObject({ data: { uri: 's3://data/tumour.csv', sha256: sha256Hex(table), rows: 569, target: 'malignant' }, algorithm: 'xgboost', trainingRun: `${namespace}/good` });
    expect(version.status?.lineage?.features?.pipelineVersion).toMatch(/^[0-9a-f]{8,}/);
    expect(version.status?.parity?.maxAbsError).toBeLessThanOrEqual(1e-5);
    expect(run.status?.stages?.map(({ name }) => name)).toContain('Export');
    // Only what was reported through the Service, by the pod's own token, leads here.
    expect(run.status?.progress).toMatchObject({ percent: 100, text: '100%' });
    expect(await kube.kubectl('get', 'modelversions', '-n', namespace)).toMatch(/NAME +MODEL +VERSION +STAGE +READY +SCORE/);
  });

  it('counts versions on, one a run', async () => {
    const kube = env.kube();
    await kube.apply([trainingRun(namespace, 'second', { algorithm: { name: 'logistic' } })]);
    expect((await ended(kube, namespace, 'second')).status?.modelVersionRef?.name).toBe('tumour-2');
  });

  it('leaves a version alone that somebody else gave the next name, and takes the one after it', async () => {
    const kube = env.kube();
    const { spec } = await readyVersion(kube, namespace, 'tumour-1');
    await kube.apply([{ apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelVersion', metadata: { name: 'lump-1', namespace }, spec: { ...spec, model: 'somebody-elses', version: 5 } }]);
    await kube.apply([trainingRun(namespace, 'lump', { model: 'lump', algorithm: { name: 'logistic' } })]);
    expect((await ended(kube, namespace, 'lump')).status?.modelVersionRef?.name).toBe('lump-2');
    expect((await readVersion(kube, namespace, 'lump-1'))?.spec.model).toBe('somebody-elses');
  });

  it.each([
    ['a missing column', 'no-column', { data: { source: { uri: 's3://data/tumour.csv' }, target: 'malignent' } }, /^False MissingColumn: .*malignent/],
    ['a failed rule', 'bad-rule', { data: { source: { uri: 's3://data/tumour.csv' }, target: 'malignant', drop: ['patient_id'], rules: [{ column: 'mean_radius', max: 20 }] } }, /^False DataRuleFailed: .*mean_radius/],
    ['an object that does not exist', 'no-object', source('s3://data/nowhere.csv'), /^False DataNotFound: .*nowhere\.csv/],
    ['a place that does not answer', 'no-answer', source('http://127.0.0.1:9/tumour.csv'), /^False DataUnreachable: /],
    ['other bytes than were pinned', 'other-bytes', source('s3://data/tumour.csv', { sha256: '0'.repeat(64) }), /^False DigestMismatch: /],
    ['an unknown parameter', 'no-parameter', { algorithm: { name: 'xgboost', parameters: { max_dept: 4 } } }, /^False UnknownParameter: .*max_dept.*max_depth/],
    ['an unknown metric', 'no-metric', { metrics: { primary: 'roc_auk' } }, /^False UnknownMetric: .*roc_auk/],
    ['a missed gate', 'no-pass', { gates: [{ metric: 'roc_auc', min: 0.99999 }] }, /^False GateFailed: .*roc_auc/],
  ] as const)('says what is wrong with %s, and makes no version', async (_, name, spec, expected) => {
    const kube = env.kube();
    await kube.apply([trainingRun(namespace, name, spec as object)]);
    const run = await ended(kube, namespace, name);
    expect(readyText(run)).toMatch(expected);
    expect(run.status?.modelVersionRef).toBeUndefined();
    if (name === 'no-pass') expect(run.status?.gates).toMatchObject([{ metric: 'roc_auc', passed: false }]);
  });

  it('waits, and says so, while the Secret with the credentials is missing', async () => {
    const kube = env.kube();
    await kube.kubectl('delete', 'secret', 'trainyard-store', '-n', namespace);
    await kube.apply([trainingRun(namespace, 'no-secret')]);
    await kube.waitFor('a message about the Secret', async () => {
      const text = await kube.kubectl('get', 'tr', 'no-secret', '-n', namespace, '-o', 'jsonpath={.status.conditions[?(@.type=="Ready")].message}');
      return text.includes('trainyard-store') ? text : undefined;
    }, 60_000);
    await kube.kubectl('delete', 'tr', 'no-secret', '-n', namespace);
    const { endpointInCluster, accessKey, secretKey } = kube.addresses.s3;
    await kube.kubectl('create', 'secret', 'generic', 'trainyard-store', '-n', namespace, `--from-literal=AWS_ENDPOINT_URL=${endpointInCluster}`, `--from-literal=AWS_ACCESS_KEY_ID=${accessKey}`, `--from-literal=AWS_SECRET_ACCESS_KEY=${secretKey}`, '--from-literal=AWS_REGION=us-east-1');
  });
});

describe('a training run that is suspended, goes on and is suspended again', () => {
  it('has no pod, and tells of both times in one event with a count', async () => {
    const kube = env.kube();
    await kube.apply([trainingRun(namespace, 'twice', { suspend: true, backend: { kubernetes: { nodeSelector: { 'example.com/none': 'such' } } } })]);
    for (const suspend of [true, false, true]) {
      await kube.kubectl('patch', 'tr', 'twice', '-n', namespace, '--type=merge', '-p', JSON.stringify({ spec: { suspend } }));
      await kube.waitFor(`suspended: ${suspend}`, async () => {
        const run = await kube.object<TrainingRun>(trainingRunResource, namespace, 'twice');
        return isTrue(run?.status?.conditions, 'Suspended') === suspend && run?.status?.observedGeneration === run?.metadata.generation ? true : undefined;
      }, 60_000);
    }
    await kube.waitFor('the second time', async () => {
      const counts = (await kube.kubectl('get', 'events.events.k8s.io', '-n', namespace, '--field-selector=regarding.name=twice,reason=Suspended', '-o', 'jsonpath={range .items[*]}{.series.count}{"\\n"}{end}')).trim();
      return counts === '2' ? true : undefined;
    }, 30_000);
    await kube.waitFor('its pod to go', async () => ((await kube.kubectl('get', 'pods', '-n', namespace, '-l', 'trainyard.dev/training-run=twice', '-o', 'name')) === '' ? true : undefined), 60_000);
    await kube.kubectl('delete', 'tr', 'twice', '-n', namespace);
  });
});

describe('a model version', () => {
  it('is refused when the bytes in the store are not those of the digest', async () => {
    const kube = env.kube();
    const good = await readyVersion(kube, namespace, 'tumour-1');
    await putObject(kube, 'models', 'tampered/model.onnx', 'these are other bytes');
    const spec = { ...good.spec, version: 90, artifact: { ...good.spec.artifact, uri: 's3://models/tampered/model.onnx' } };
    await kube.apply([{ apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelVersion', metadata: { name: 'tampered', namespace }, spec }]);
    await kube.waitFor('a refusal', async () => {
      const text = await kube.kubectl('get', 'mv', 'tampered', '-n', namespace, '-o', 'jsonpath={.status.conditions[?(@.type=="Ready")].reason}');
      return text === 'DigestMismatch' ? text : undefined;
    }, 30_000);
  });
});

describe('an experiment', () => {
  it('ranks families on the same folds and registers the winner', async () => {
    const kube = env.kube();
    const { spec } = trainingRun(namespace, 'unused');
    const { model, algorithm: _own, ...template } = spec;
    await kube.apply([
      {
        apiVersion: 'trainyard.dev/v1alpha1',
        kind: 'Experiment',
        metadata: { name: 'families', namespace },
        spec: { model, objective: { metric: 'roc_auc', direction: 'Maximize' }, template, candidates: [{ name: 'xgb', algorithm: { name: 'xgboost', parameters: { n_estimators: 20 } } }, { name: 'logistic', algorithm: { name: 'logistic' } }], parallelism: 2 },
      },
    ]);
    const experiment = await experimentEnded(kube, namespace, 'families', 170_000);
    expect(readyText(experiment)).toMatch(/^True Succeeded/);
    expect(experiment.status?.leaderboard).toHaveLength(2);
    const [best, second] = experiment.status?.leaderboard ?? [];
    expect(best?.score).toBeGreaterThanOrEqual(second?.score ?? 1);
    expect(experiment.status?.verdict?.winner).toBe(best?.candidate);
    const folds = await kube.kubectl('get', 'tr', '-n', namespace, '-l', 'trainyard.dev/experiment=families', '-o', 'jsonpath={.items[*].status.data.foldsDigest}');
    expect(new Set(folds.split(' ')).size).toBe(1);
    const version = await readyVersion(kube, namespace, experiment.status?.modelVersionRef?.name ?? '');
    expect(version.spec.trainingRunRef?.name).toBe(best?.trialRef);
  });

  it('stops its trial and starts no other while it is suspended', async () => {
    const kube = env.kube();
    const { model, algorithm, ...template } = trainingRun(namespace, 'unused').spec;
    const candidates = ['first', 'second'].map((name) => ({ name, algorithm }));
    await kube.apply([{ apiVersion: 'trainyard.dev/v1alpha1', kind: 'Experiment', metadata: { name: 'paused', namespace }, spec: { model, objective: { metric: 'roc_auc', direction: 'Maximize' }, template, candidates, parallelism: 1 } }]);
    const launched = async (): Promise<string[]> => (await kube.kubectl('get', 'jobs,configmaps', '-n', namespace, '-o', 'name')).split('\n').filter((name) => name.includes('/paused-'));
    await kube.waitFor('the trial', async () => ((await launched()).includes('job.batch/paused-first-1') ? true : undefined), 30_000);
    await kube.kubectl('patch', 'experiment', 'paused', '-n', namespace, '--type=merge', '-p', '{"spec":{"suspend":true}}');
    await kube.waitFor('the end of the trial', async () => ((await launched()).length === 0 ? true : undefined), 60_000);
    expect(await kube.kubectl('get', 'tr', '-n', namespace, '-l', 'trainyard.dev/experiment=paused', '-o', 'jsonpath={range .items[*]}{.metadata.name} {.spec.suspend}{"\\n"}{end}')).toBe('paused-first true\n');
    await kube.kubectl('delete', 'experiment', 'paused', '-n', namespace);
  });
});
