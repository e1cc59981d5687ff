import { describe, expect, it } from 'vitest';
import { checkpointUri, featureStoreUri, outputUri } from '../output-uri.ts';
import { runOf } from '../testing/run-story.ts';
import { buildConfigMap, buildJob, jobName } from './job-objects.ts';

const trainer = { image: 'registry/trainer@sha256:1', storeSecretName: 'trainyard-store' };
const launch = { number: 2, attempt: 1, outputUri: 's3://models/ml/tumour-xgb/01234567/2/', featureStoreUri: 's3://models/ml/_features/', parent: 'tumour-4' };
const owner = { apiVersion: 'trainyard.dev/v1alpha1', kind: 'TrainingRun', name: 'tumour-xgb', uid: '01234567-89ab-cdef-0123-456789abcdef', controller: true, blockOwnerDeletion: true };

describe('the Job of a launch', () => {
  it('is one pod, one try, without any right it does not need', () => {
    const labels = { 'app.kubernetes.io/managed-by': 'trainyard', 'trainyard.dev/training-run': 'tumour-xgb', 'trainyard.dev/model': 'tumour', 'trainyard.dev/experiment': 'families' };
    const resources = { requests: { cpu: '2' }, limits: { memory: '4Gi' } };
    const run = runOf({ spec: { backend: { kubernetes: { resources, nodeSelector: { disk: 'ssd' }, tolerations: [{ key: 'spot', operator: 'Exists' }] } } }, labels: { 'trainyard.dev/experiment': 'families' } });
    expect(buildJob(run, launch, trainer)).toEqual({
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'tumour-xgb-2', namespace: 'ml', labels, ownerReferences: [owner] },
      spec: {
        backoffLimit: 0,
        parallelism: 1,
        completions: 1,
        podReplacementPolicy: 'Failed',
        template: {
          metadata: { labels },
          spec: {
            restartPolicy: 'Never',
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            terminationGracePeriodSeconds: 30,
            securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
            nodeSelector: { disk: 'ssd' },
            tolerations: [{ key: 'spot', operator: 'Exists' }],
            containers: [
              {
                name: 'trainer',
                image: 'registry/trainer@sha256:1',
                imagePullPolicy: 'IfNotPresent',
                env: [{ name: 'TRAINYARD_RUN', value: '/trainyard/run.json' }, { name: 'TRAINYARD_ATTEMPT', value: '1' }, { name: 'TRAINYARD_OUTPUT_URI', value: launch.outputUri }],
                envFrom: [{ secretRef: { name: 'trainyard-store' } }],
                resources,
                securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
                volumeMounts: [{ name: 'run', mountPath: '/trainyard/run.json', subPath: 'run.json', readOnly: true }, { name: 'tmp', mountPath: '/tmp' }],
              },
            ],
            volumes: [{ name: 'run', configMap: { name: 'tumour-xgb-2' } }, { name: 'tmp', emptyDir: {} }],
          },
        },
      },
    });
  });
  it('mounts the Secret of the data where the user names one', () => {
    const run = runOf({ spec: { data: { source: { uri: 's3://d/a.csv', secretRef: { name: 'lake' } }, target: 'y' } } });
    const { template } = buildJob(run, launch, trainer).spec as { template: { spec: { volumes: unknown[]; containers: { volumeMounts: unknown[] }[] } } };
    expect(template.spec.volumes).toContainEqual({ name: 'data-secret', secret: { secretName: 'lake' } });
    expect(template.spec.containers[0]?.volumeMounts).toContainEqual({ name: 'data-secret', mountPath: '/trainyard/data-secret', readOnly: true });
  });
  it.each([
    ['pvc://lake/2026/t.parquet', { name: 'data', persistentVolumeClaim: { claimName: 'lake', readOnly: true } }],
    ['pvc://lake/', { name: 'data', persistentVolumeClaim: { claimName: 'lake', readOnly: true } }],
    ['configmap://small/t.csv', { name: 'data', configMap: { name: 'small', items: [{ key: 't.csv', path: 't.csv' }], optional: true } }],
  ])('mounts the data of %s, and nobody may write there', (uri, volume) => {
    const { template } = buildJob(runOf({ spec: { data: { source: { uri }, target: 'y' } } }), launch, trainer).spec as { template: { spec: { volumes: unknown[]; containers: { volumeMounts: unknown[] }[] } } };
    expect(template.spec.volumes).toContainEqual(volume);
    expect(template.spec.containers[0]?.volumeMounts).toContainEqual({ name: 'data', mountPath: '/trainyard/data', readOnly: true });
  });
  it('tells the trainer where to report progress, with a token that is good for nothing else', () => {
    const { template } = buildJob(runOf(), launch, { ...trainer, progressUrl: 'http://progress/progress' }).spec as { template: { spec: { automountServiceAccountToken: boolean; volumes: unknown[]; containers: { env: unknown[]; volumeMounts: unknown[] }[] } } };
    expect(template.spec.automountServiceAccountToken).toBe(false);
    expect(template.spec.volumes).toContainEqual({ name: 'token', projected: { sources: [{ serviceAccountToken: { path: 'token', audience: 'trainyard', expirationSeconds: 3600 } }] } });
    expect(template.spec.containers[0]?.volumeMounts).toContainEqual({ name: 'token', mountPath: '/trainyard/token', readOnly: true });
    expect(template.spec.containers[0]?.env).toContainEqual({ name: 'TRAINYARD_PROGRESS_URL', value: 'http://progress/progress?run=ml/tumour-xgb' });
  });
  it('is named by run and launch alone', () => {
    expect([jobName(runOf(), 1), jobName(runOf(), 12)]).toEqual(['tumour-xgb-1', 'tumour-xgb-12']);
  });
});

describe('what the trainer is told', () => {
  const order = (parent?: string): Record<string, unknown> => JSON.parse(buildConfigMap(runOf(), { ...launch, parent }, trainer).data['run.json']!) as Record<string, unknown>;
  it('is the spec with every default, and where the files go', () => {
    expect(order('tumour-4')).toEqual({ namespace: 'ml', name: 'tumour-xgb', uid: owner.uid, attempt: 1, spec: runOf().spec, outputUri: launch.outputUri, featureStoreUri: launch.featureStoreUri, image: { reference: trainer.image }, parent: 'tumour-4' });
    expect(runOf().spec.crossValidation).toEqual({ folds: 5, repeats: 1, seed: 7 });
  });
  it('names the image that the run brings, which its pod runs too', () => {
    const image = 'registry.example/team/torch@sha256:2';
    const run = runOf({ spec: { algorithm: { name: 'custom', image, parameters: { epochs: 3 } } } });
    expect(JSON.parse(buildConfigMap(run, launch, trainer).data['run.json']!)).toMatchObject({ image: { reference: image }, spec: { algorithm: { parameters: { epochs: 3 } } } });
    const [ours, theirs] = [runOf(), run].map((one) => (buildJob(one, launch, trainer).spec as { template: { spec: { containers: object[] } } }).template.spec);
    expect(theirs).toEqual({ ...ours, containers: [{ ...ours!.containers[0], image }] });
  });
  it('is where an earlier launch kept its work, where that is wanted', () => {
    const told = JSON.parse(buildConfigMap(runOf(), { ...launch, checkpointUri: 's3://models/c/' }, trainer).data['run.json']!) as object;
    expect(told).toMatchObject({ checkpoint: { uri: 's3://models/c/' } });
    expect(Object.keys(order())).not.toContain('checkpoint');
  });
  it('names no parent for the first version', () => {
    expect(Object.keys(order())).not.toContain('parent');
  });
  it('can never be changed under a running pod', () => {
    expect(buildConfigMap(runOf(), launch, trainer)).toMatchObject({ immutable: true, metadata: { name: 'tumour-xgb-2', ownerReferences: [owner] } });
  });
});

describe('where the files go', () => {
  it.each([
    [undefined, 's3://models/ml/tumour-xgb/01234567/3/'],
    ['s3://mine/a', 's3://mine/a/ml/tumour-xgb/01234567/3/'],
    ['s3://mine/a///', 's3://mine/a/ml/tumour-xgb/01234567/3/'],
  ])('with output %s: %s', (uri, expected) => {
    expect(outputUri(runOf(uri === undefined ? {} : { spec: { output: { uri } } }), 3, 's3://models/')).toBe(expected);
  });
  it('is one place for the features of all runs of a namespace, beside theirs', () => {
    expect(featureStoreUri(runOf(), 's3://models/')).toBe('s3://models/ml/_features/');
    expect(featureStoreUri(runOf({ spec: { output: { uri: 's3://mine/a' } } }), 's3://models/')).toBe('s3://mine/a/ml/_features/');
  });
  it('checkpoints of all launches lie in one folder beside them', () => {
    expect(checkpointUri(runOf(), 's3://models/')).toBe('s3://models/ml/tumour-xgb/01234567/checkpoint/');
    expect(checkpointUri(runOf({ spec: { checkpoint: { enabled: false } } }), 's3://models/')).toBeUndefined();
  });
});
