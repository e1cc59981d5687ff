import { beforeAll, describe, expect, it } from 'vitest';
import { modelDeploymentResource } from '../../../crds/generated/resources.ts';
import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import { getCondition } from '../../../operator/runtime/conditions.ts';
import { candidateServer } from '../harness/faults.ts';
import { filtersOf } from '../harness/filters.ts';
import { answering, summarize, type Load, type LoadSummary } from '../harness/load.ts';
import { registerModels } from '../harness/models.ts';
import { inNamespace } from '../harness/namespace.ts';
import { isAtRest, modelDeployment, readDeployment, setVersion, until } from '../harness/objects.ts';
import { featureRows, type Row } from '../harness/samples.ts';

const env = inNamespace('e2e-shield');
const { namespace, host } = env;
const seconds = Number(process.env['SHIELD_SECONDS'] ?? '15');
const requestsPerSecond = 100;
const tryTimeoutMs = 500;
let rows: readonly Row[] = [];
let alone: LoadSummary;
const seen: LoadSummary[] = [];

const load = (maxSeconds = seconds): Load => env.load({ rows, requestsPerSecond, maxSeconds });
const filters = (): ReturnType<typeof filtersOf> => filtersOf(env.kube(), namespace);

const deployment = (version: string, shield: object = { mode: 'Auto', tryTimeout: `${tryTimeoutMs}ms` }, weight = 50): ReturnType<typeof modelDeployment> => {
  const made = modelDeployment(namespace, version, { steps: [{ weight, hold: '5m' }] });
  return { ...made, spec: { ...made.spec, rollout: { ...made.spec.rollout, rollbackWindow: '0s', scaleDownDelay: '2s', shield } } };
};

/** Starts a rollout to the version and waits for its first percent. */
async function begin(version: string): Promise<ModelDeployment> {
  const kube = env.kube();
  await kube.kubectl('annotate', 'md', 'tumour', '-n', namespace, '--overwrite', `trainyard.dev/retry=${version}-${Date.now()}`);
  const before = (await readDeployment(kube, namespace)).status?.lastRollback?.time;
  await setVersion(kube, namespace, version);
  return until(kube, namespace, `the first step of ${version}`, ({ status }) => status?.rollout?.step === 1 || status?.lastRollback?.time !== before, 60_000);
}

/** Back to stable alone; the pods of the candidate, whatever was done to them, are gone afterwards. */
async function calm(): Promise<void> {
  await setVersion(env.kube(), namespace, 'tumour-1');
  await until(env.kube(), namespace, 'calm', isAtRest, 60_000);
}

beforeAll(async () => {
  const kube = env.kube();
  rows = await featureRows(kube, 'tumour.csv', ['malignant', 'patient_id']);
  await registerModels(kube, namespace, { 'tumour-1': 'trained', 'tumour-2': 'good', 'tumour-3': 'failsAlways', 'tumour-4': 'failsOneInFive' });
  await kube.apply([deployment('tumour-1')]);
  await until(kube, namespace, 'the first version', ({ status }) => status?.stable?.version === 'tumour-1' && status.candidate === undefined);
  await answering({ gateway: kube.addresses.gateway, host, row: rows[0] ?? {} });
  await load(3).finished();
  alone = summarize(await load(5).finished());
  console.info(`stable alone: p50 ${alone.p50Ms} ms, p99 ${alone.p99Ms} ms`);
});

function harmless(name: string, summary: LoadSummary, extra = ''): void {
  seen.push(summary);
  console.info(`${name}: ${summary.failed} of ${summary.requests} failed, p50 ${summary.p50Ms} ms, p99 ${summary.p99Ms} ms ${JSON.stringify(summary.byVersion)} ${extra}`);
  expect(summary).toMatchObject({ failed: 0, problems: [] });
}

describe('a candidate that fails harms nobody', () => {
  it.each([
    ['total failure', 'tumour-3', /TotalFailure|SloBreached/],
    ['20 % errors', 'tumour-4', /SloBreached/],
  ] as const)('%s: it is rolled back, and the saved answers are counted', async (name, version, reason) => {
    const kube = env.kube();
    const traffic = load(120);
    await begin(version);
    const { status } = await until(kube, namespace, 'rollback', (object) => object.status?.lastRollback?.version === version && object.status.lastRollback.propagated === true, 100_000);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const { savedRequests = 0, harmedRequests, candidateRequests = 0, detectionMs, message } = status?.lastRollback ?? {};
    harmless(name, summarize(await traffic.stop()), `candidate ${candidateRequests}, saved ${savedRequests}, harmed ${harmedRequests}, detected in ${detectionMs} ms: ${message}`);
    expect(status?.lastRollback?.reason).toMatch(reason);
    expect(savedRequests).toBeGreaterThan(0);
    expect(harmedRequests).toBe(0);
    await calm();
  });

  it.each([
    ['hang', 'hang'],
    ['latency of two seconds', 'slow'],
    ['connection resets', 'reset'],
  ] as const)('%s', async (name, mode) => {
    const kube = env.kube();
    const { status } = await begin('tumour-2');
    await candidateServer(kube, namespace, status?.candidate?.revision ?? '', mode);
    const summary = summarize(await load().finished());
    harmless(name, summary, `p99 of stable alone ${alone.p99Ms} ms`);
    // The faulty server names no version; it answered nobody.
    expect(summary.byVersion['']).toBeUndefined();
    expect(getCondition((await readDeployment(kube, namespace)).status?.conditions, 'Shielded')).toMatchObject({ status: 'True', reason: 'AnswersSaved' });
    await calm();
  });

  it('pods deleted', async () => {
    const kube = env.kube();
    const { status } = await begin('tumour-2');
    const traffic = load();
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await kube.kubectl('delete', 'pods', '-n', namespace, '-l', `trainyard.dev/revision=${status?.candidate?.revision ?? ''}`, '--force', '--grace-period=0');
    harmless('pods deleted', summarize(await traffic.finished()));
    expect((await readDeployment(kube, namespace)).status?.lastRollback?.reason).toBe('CandidateUnavailable');
    await calm();
  });

  it('crash loop', async () => {
    const kube = env.kube();
    const { status } = await begin('tumour-2');
    const traffic = load();
    await candidateServer(kube, namespace, status?.candidate?.revision ?? '', 'crash');
    harmless('crash loop', summarize(await traffic.finished()));
    await calm();
  });

  it('total failure at 5 %, and an abort by a person', async () => {
    const kube = env.kube();
    await kube.apply([deployment('tumour-1', undefined, 5)]);
    const traffic = load(60);
    // Too little traffic for a verdict before the person comes is fine, and so is a verdict.
    await begin('tumour-3');
    await kube.kubectl('annotate', 'md', 'tumour', '-n', namespace, '--overwrite', `trainyard.dev/abort=${Date.now()}`);
    await calm();
    harmless('total failure at 5 %, aborted', summarize(await traffic.stop()));
    await kube.apply([deployment('tumour-1')]);
  });
});

describe('the same failure without the shield', () => {
  it('harms clients, and the count of them is true', async () => {
    const kube = env.kube();
    await kube.apply([deployment('tumour-1', { mode: 'Off' })]);
    const traffic = load(120);
    await kube.kubectl('annotate', 'md', 'tumour', '-n', namespace, '--overwrite', `trainyard.dev/retry=off-${Date.now()}`);
    const before = (await readDeployment(kube, namespace)).status?.lastRollback?.time;
    await setVersion(kube, namespace, 'tumour-3');
    const { status } = await until(kube, namespace, 'rollback', (object) => object.status?.lastRollback?.time !== before && object.status?.lastRollback?.propagated === true, 100_000);
    const summary = summarize(await traffic.stop());
    console.info(`without the shield: ${summary.failed} of ${summary.requests} failed, detected in ${status?.lastRollback?.detectionMs} ms`);
    expect(summary.failed).toBeGreaterThan(0);
    expect(status?.lastRollback).toMatchObject({ version: 'tumour-3', failedRequests: summary.failed, harmedRequests: summary.failed });
    expect(getCondition(status?.conditions, 'Shielded')).toMatchObject({ status: 'False', reason: 'Off' });
    expect(await filters()).toEqual([]);
    await kube.apply([deployment('tumour-1')]);
    await until(kube, namespace, 'calm', isAtRest, 60_000);
  });
});

describe('what the shield leaves behind', () => {
  it('nothing, and the finalizer is there only as long as there are filters', async () => {
    const kube = env.kube();
    await kube.apply([deployment('tumour-2')]);
    await until(kube, namespace, 'the first step', ({ status }) => status?.rollout?.step === 1, 60_000);
    expect(await filters()).toHaveLength(2);
    expect((await readDeployment(kube, namespace)).metadata.finalizers).toEqual(['trainyard.dev/rollout']);
    await kube.kubectl('delete', 'md', 'tumour', '-n', namespace, '--wait', '--timeout', '30s');
    expect(await kube.object<ModelDeployment>(modelDeploymentResource, namespace, 'tumour')).toBeUndefined();
    expect(await filters()).toEqual([]);
    console.info(`in all: ${seen.reduce((sum, { failed }) => sum + failed, 0)} of ${seen.reduce((sum, { requests }) => sum + requests, 0)} failed`);
  });
});
