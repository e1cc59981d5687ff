// Rollouts that are no plain canaries, and what people ask for by kubectl trainyard, on real traffic.
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import { command, repository } from '../harness/cluster.ts';
import { answering, summarize, type Load } from '../harness/load.ts';
import { registerModels } from '../harness/models.ts';
import { inNamespace } from '../harness/namespace.ts';
import { isAtRest, modelDeployment, podIdentities, readDeployment, setVersion, until } from '../harness/objects.ts';
import { featureRows, type Row } from '../harness/samples.ts';

const env = inNamespace('e2e-strategies');
const { namespace, host } = env;
const previewHeader = 'x-preview';
let rows: readonly Row[] = [];

const load = (headers: Readonly<Record<string, string>> = {}, requestsPerSecond = 50, maxSeconds = 120): Load => env.load({ rows, requestsPerSecond, headers, maxSeconds });
const trainyard = (...words: readonly string[]): Promise<string> => command(`${repository}cli/kubectl-trainyard`, [...words, 'tumour', '-n', namespace, '--kubeconfig', env.kube().addresses.kubeconfig]);
const atRest = (version: string) => (object: ModelDeployment): boolean => isAtRest(object) && object.status?.stable?.version === version;

function deployment(version: string, rollout: object): object {
  const made = modelDeployment(namespace, version);
  return { ...made, spec: { ...made.spec, rollout: { ...made.spec.rollout, scaleDownDelay: '2s', ...rollout } } };
}

/** tumour-1 alone, under the given rules. */
async function calm(rollout: object): Promise<ModelDeployment> {
  const kube = env.kube();
  await kube.apply([deployment('tumour-1', { strategy: 'Recreate' })]);
  await until(kube, namespace, 'tumour-1 alone', atRest('tumour-1'), 60_000);
  await kube.apply([deployment('tumour-1', rollout)]);
  // The gateway hears of new pods some time after status speaks of them.
  await answering({ gateway: kube.addresses.gateway, host, row: rows[0] ?? {} });
  return until(kube, namespace, 'the rules', ({ metadata, status }) => status?.observedGeneration === metadata.generation);
}

const steps = (...weights: readonly number[]): object => ({ steps: weights.map((weight) => ({ weight, hold: '5m' })) });
const atStep = (version: string, step: number): Promise<ModelDeployment> => until(env.kube(), namespace, `step ${step} of ${version}`, ({ status }) => status?.candidate?.version === version && status.rollout?.step === step, 60_000);

beforeAll(async () => {
  const kube = env.kube();
  rows = await featureRows(kube, 'tumour.csv', ['malignant', 'patient_id']);
  await registerModels(kube, namespace, { 'tumour-1': 'trained', 'tumour-2': 'good', 'tumour-3': 'failsAlways' });
  await kube.apply([deployment('tumour-1', {})]);
  await until(kube, namespace, 'the first version', atRest('tumour-1'));
  await answering({ gateway: kube.addresses.gateway, host, row: rows[0] ?? {} });
});

describe('blue/green', () => {
  const blueGreen = { strategy: 'BlueGreen', blueGreen: { mirror: 100, hold: '5s' }, previewHeader, approval: { beforePromotion: true } };

  it('shows the candidate to nobody but previews, then takes all traffic at once when a person approves', async () => {
    const kube = env.kube();
    await calm(blueGreen);
    const traffic = load();
    await setVersion(kube, namespace, 'tumour-2');
    await atStep('tumour-2', 1);
    // The gateway hears of a route some time after status speaks of it.
    await kube.waitFor('the preview', async () => ((await load({ [previewHeader]: 'candidate' }, 20, 0.06).finished())[0]?.version === 'tumour-2' ? true : undefined), 30_000);
    const preview = load({ [previewHeader]: 'candidate' }, 10);
    await until(kube, namespace, 'the gate', ({ status }) => status?.rollout?.awaiting === 'promotion', 60_000);
    const previewed = summarize(await preview.stop());
    const approvedAt = Date.now();
    await trainyard('approve');
    // The old pods wait for scaleDownDelay, in case of regret.
    await until(kube, namespace, 'promotion', ({ status }) => status?.stable?.version === 'tumour-2' && status.retiring?.length === 1);
    await until(kube, namespace, 'rest', atRest('tumour-2'));
    const answers = await traffic.stop();
    const early = answers.filter(({ endedAt, version }) => endedAt < approvedAt && version === 'tumour-2').length;
    const first = Math.min(...answers.filter(({ version }) => version === 'tumour-2').map(({ endedAt }) => endedAt));
    const mixedMs = Math.max(...answers.filter(({ version }) => version === 'tumour-1').map(({ endedAt }) => endedAt)) - first;
    console.info(`blue/green: ${summarize(answers).failed} of ${answers.length} failed, ${previewed.requests} previews, both versions answered during ${Math.max(0, mixedMs)} ms`);
    expect(summarize(answers)).toMatchObject({ failed: 0, problems: [] });
    expect(early).toBe(0);
    expect(mixedMs).toBeLessThan(2000);
    expect(Object.keys(previewed.byVersion)).toEqual(['tumour-2']);
  });

  it('gives up a candidate that fails its copies, and no client sees any of it', async () => {
    const kube = env.kube();
    await calm(blueGreen);
    const traffic = load();
    await setVersion(kube, namespace, 'tumour-3');
    const { status } = await until(kube, namespace, 'rollback', (object) => object.status?.lastRollback?.version === 'tumour-3' && object.status.candidate === undefined);
    const seen = summarize(await traffic.stop());
    console.info(`blue/green: ${status?.lastRollback?.message}; ${seen.failed} of ${seen.requests} failed`);
    expect(status?.lastRollback).toMatchObject({ reason: 'TotalFailure', harmedRequests: 0 });
    expect(seen).toMatchObject({ failed: 0, problems: [] });
    expect(Object.keys(seen.byVersion)).toEqual(['tumour-1']);
  });
});

describe('recreate', () => {
  it('never runs pods of two versions at a time', async () => {
    const kube = env.kube();
    const before = await calm({ strategy: 'Recreate' });
    const [old, pods] = [before.status?.stable?.revision ?? '', await podIdentities(kube, namespace, before.status?.stable?.revision ?? '')];
    expect(pods).toHaveLength(1);
    await setVersion(kube, namespace, 'tumour-2');
    const together: string[] = [];
    await until(kube, namespace, 'the other version', (object) => {
      const { stable, candidate } = object.status ?? {};
      if (stable?.version === 'tumour-1' && (stable.readyReplicas ?? 0) > 0 && (candidate?.readyReplicas ?? 0) > 0) together.push(candidate?.revision ?? '');
      return atRest('tumour-2')(object);
    }, 60_000);
    expect(together).toEqual([]);
    expect(await podIdentities(kube, namespace, old)).toEqual([]);
  });
});

describe('a person at a terminal', () => {
  it('pauses, goes on, ends a step, skips the rest, and goes back to the version before', async () => {
    const kube = env.kube();
    await calm(steps(10, 50));
    const traffic = load();
    await setVersion(kube, namespace, 'tumour-2');
    await atStep('tumour-2', 1);
    await trainyard('pause');
    await until(kube, namespace, 'the pause', ({ status }) => status?.conditions?.some(({ type, status: is }) => type === 'Paused' && is === 'True') === true);
    await pause(3000);
    expect((await readDeployment(kube, namespace)).status?.rollout).toMatchObject({ step: 1, weight: 10 });
    await trainyard('resume');
    await trainyard('promote');
    await atStep('tumour-2', 2);
    expect(await trainyard('rollout', 'status')).toMatch(/Candidate: +tumour-2, 1 ready pod, 50 % of the traffic/);
    await trainyard('promote', '--full');
    await until(kube, namespace, 'promotion', ({ status }) => status?.stable?.version === 'tumour-2');
    await trainyard('rollback');
    const { status } = await until(kube, namespace, 'the version before', (object) => object.status?.stable?.version === 'tumour-1' && object.status.candidate === undefined);
    expect(status?.lastRollback).toMatchObject({ version: 'tumour-2', to: 'tumour-1', reason: 'RollbackRequested' });
    expect(await trainyard('rollout', 'history')).toMatch(/tumour-2 .*Promoted/);
    await trainyard('retry');
    await atStep('tumour-2', 1);
    await trainyard('abort');
    await until(kube, namespace, 'the end', ({ status: now }) => now?.candidate === undefined && now?.lastRollback?.reason === 'Aborted');
    const seen = summarize(await traffic.stop());
    console.info(`by hand: ${seen.failed} of ${seen.requests} failed ${JSON.stringify(seen.byVersion)}`);
    expect(seen).toMatchObject({ failed: 0, problems: [] });
  });
});
