import { describe, expect, it } from 'vitest';
import { version } from '../testing/objects.ts';
import { buildJob, failureText, jobName, stateOf, type Job } from './job.ts';
import { lastWordsOf, newestPod, progressOf, waitsFor, type Pod } from './pod-words.ts';
import type { Prediction } from './prediction.ts';
import { newestRevision, operatorOf, type Deployment } from './server-image.ts';

const prediction: Prediction = { input: 's3://data/in/', output: 's3://data/out/', keep: ['id'], onBadRow: 'fail', rowsPerPart: 1000, threads: 2 };
const tumour = version('tumour-1');
const server = { image: 'model-server:1', storeSecretName: 'store' };
const wishes = { cpu: '1', memory: '1Gi', retries: 6, ttlSeconds: undefined };

interface PodSpec {
  readonly restartPolicy: string;
  readonly containers: readonly { readonly env: readonly { readonly name: string; readonly value: string }[]; readonly [field: string]: unknown }[];
  readonly [field: string]: unknown;
}

const podSpecOf = (job: Job): PodSpec => (job.spec?.['template'] as { spec: PodSpec }).spec;

describe('the Job', () => {
  const job = buildJob(tumour, 'ml', prediction, server, wishes);

  it('runs the model server\'s image with another command, and tells it model, input and output', () => {
    const [container] = podSpecOf(job).containers;
    expect(container).toMatchObject({ image: 'model-server:1', command: ['node', '--max-semi-space-size=4', '--heap-growing-percent=30', 'batch/main.ts'], envFrom: [{ secretRef: { name: 'store' } }], resources: { requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: '1', memory: '1Gi' } } });
    const env = Object.fromEntries(container?.env.map(({ name, value }) => [name, value]) ?? []);
    expect(env).toMatchObject({ TRAINYARD_INPUT: 's3://data/in/', TRAINYARD_OUTPUT: 's3://data/out/', TRAINYARD_KEEP: '["id"]', TRAINYARD_ON_BAD_ROW: 'fail', TRAINYARD_ROWS_PER_PART: '1000', TRAINYARD_THREADS: '2' });
    expect(JSON.parse(env['TRAINYARD_MODELS'] ?? '')).toEqual([{ name: 'tumour', version: 'tumour-1', revision: 'batch', artifact: { uri: 's3://models/m.onnx', sha256: 'c'.repeat(64) }, manifest: { uri: 's3://models/m.json', sha256: 'd'.repeat(64) } }]);
  });

  it('follows the restricted Pod Security Standard', () => {
    const pod = podSpecOf(job);
    expect(pod).toMatchObject({ restartPolicy: 'Never', automountServiceAccountToken: false, securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } } });
    expect(pod.containers[0]).toMatchObject({ securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } } });
  });

  it('is tried again after a lost pod or store, never after wrong data or configuration', () => {
    expect(job.spec).toMatchObject({ backoffLimit: 6, podReplacementPolicy: 'Failed' });
    expect(job.spec?.['podFailurePolicy']).toEqual({ rules: [{ action: 'FailJob', onExitCodes: { containerName: 'predict', operator: 'In', values: [65, 78] } }, { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] }] });
    expect(job.spec).not.toHaveProperty('ttlSecondsAfterFinished');
    expect(buildJob(tumour, 'ml', prediction, server, { ...wishes, ttlSeconds: 60 }).spec).toMatchObject({ ttlSecondsAfterFinished: 60 });
  });

  it('has a name of its own for each model, input, output and option, whatever image and memory the pod has', () => {
    const name = jobName(tumour, prediction);
    expect(name).toMatch(/^tumour-1-predict-[0-9a-f]{8}$/);
    const others = [{ input: 's3://data/a.csv' }, { output: 's3://data/other/' }, { keep: [] }, { onBadRow: 'skip' as const }, { rowsPerPart: 1 }, { threads: 1 }].map((more) => jobName(tumour, { ...prediction, ...more }));
    expect(new Set([name, ...others, jobName(version('tumour-1', { spec: { ...tumour.spec, artifact: { ...tumour.spec.artifact, sha256: 'e'.repeat(64) } } }), prediction)]).size).toBe(8);
    expect(buildJob(tumour, 'ml', prediction, { ...server, image: 'other' }, { ...wishes, memory: '4Gi' }).metadata.name).toBe(name);
  });

  it('has a name that a label can hold', () => {
    const name = jobName(version(`${'a'.repeat(45)}.-${'b'.repeat(80)}-1`), prediction);
    expect(name.length).toBeLessThanOrEqual(63);
    expect(name).toMatch(/^a{45}-predict-[0-9a-f]{8}$/);
  });

  it.each<[string, Job['status'], string, string]>([
    ['at first', undefined, 'running', ''],
    ['between two pods', { active: 0, conditions: [] }, 'running', ''],
    ['when it is about to fail', { conditions: [{ type: 'FailureTarget', status: 'True', reason: 'PodFailurePolicy' }] }, 'running', ''],
    ['at its end', { conditions: [{ type: 'SuccessCriteriaMet', status: 'True' }, { type: 'Complete', status: 'True' }] }, 'done', ''],
    ['when it failed', { conditions: [{ type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded', message: 'too many' }] }, 'failed', 'BackoffLimitExceeded: too many'],
  ])('is told %s', (_, status, state, why) => {
    const of: Job = { ...job, ...(status === undefined ? {} : { status }) };
    expect([stateOf(of), failureText(of)]).toEqual([state, why]);
  });
});

describe('the image of the model server', () => {
  const operator = (watched: string, image: string): Deployment => ({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'trainyard' }, spec: { template: { spec: { containers: [{ image: 'operator', env: [{ name: 'WATCH_NAMESPACES', value: watched }, { name: 'MODEL_SERVER_IMAGE', value: image }, { name: 'STORE_SECRET_NAME', value: `${image}-store` }] }] } } } });
  const revision = (creationTimestamp: string, image: string): Deployment => ({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'tumour', creationTimestamp }, spec: { template: { spec: { containers: [{ image, envFrom: [{ secretRef: { name: 'store' } }] }] } } } });

  it.each<[string, readonly Deployment[], string | undefined]>([
    ['the operator of all namespaces', [operator('', 'all')], 'all'],
    ['the operator of this namespace before one of all', [operator('', 'all'), operator('other, ml', 'mine')], 'mine'],
    ['no operator of other namespaces', [operator('other', 'theirs')], undefined],
    ['no operator', [], undefined],
  ])('is that of %s', (_, operators, image) => {
    expect(operatorOf(operators, 'ml')).toEqual(image === undefined ? undefined : { image, storeSecretName: `${image}-store` });
  });

  it('is that of the newest revision', () => {
    expect(newestRevision([revision('2026-01-01T00:00:00Z', 'old'), revision('2026-02-01T00:00:00Z', 'new')])).toEqual({ image: 'new', storeSecretName: 'store' });
    expect(newestRevision([])).toBeUndefined();
  });
});

describe('what a pod says', () => {
  const pod = (state: object, createdAt = '2026-01-01T00:00:00Z'): Pod => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p', creationTimestamp: createdAt }, status: { containerStatuses: [{ name: 'predict', state }] } });

  it('are its last words', () => {
    expect(lastWordsOf(pod({ terminated: { exitCode: 65, message: '{"error":{"reason":"RowRefused","message":"row 3"}}' } }))).toEqual({ error: { reason: 'RowRefused', message: 'row 3' } });
    expect(lastWordsOf(pod({ terminated: { exitCode: 1, message: 'Segmentation fault' } }))).toBeUndefined();
    expect(lastWordsOf(pod({ running: {} }))).toBeUndefined();
    expect(lastWordsOf(undefined)).toBeUndefined();
  });

  it('is why it waits', () => {
    expect(waitsFor(pod({ waiting: { reason: 'CreateContainerConfigError', message: 'secret "store" not found' } }))).toBe('CreateContainerConfigError: secret "store" not found');
    expect(waitsFor({ ...pod({}), status: { conditions: [{ type: 'PodScheduled', status: 'False', message: 'Insufficient cpu' }] } })).toBe('Insufficient cpu');
    expect(waitsFor(pod({ running: {} }))).toBeUndefined();
  });

  it('is its newest progress', () => {
    const line = (percent: number): string => JSON.stringify({ level: 30, percent, rows: 10, skipped: 0, parts: 1, rowsPerSecond: 5, msg: 'progress' });
    expect(progressOf([line(10), line(20), '{"msg":"the store could not be reached; trying again"}', 'node: text', ''].join('\n'))).toMatchObject({ percent: 20, rows: 10 });
    expect(progressOf('')).toBeUndefined();
  });

  it('is that of the newest one', () => {
    expect(newestPod([pod({}, '2026-01-02T00:00:00Z'), pod({}, '2026-01-03T00:00:00Z'), pod({}, '2026-01-01T00:00:00Z')])?.metadata.creationTimestamp).toBe('2026-01-03T00:00:00Z');
  });
});
