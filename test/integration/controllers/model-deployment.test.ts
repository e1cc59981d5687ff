// Rollouts against a real API server: the tests play pods, counters, and everybody who meddles.
import { afterEach, describe, expect, it } from 'vitest';
import { modelDeploymentResource } from '../../../crds/generated/resources.ts';
import { deployments, envoyFilters, podDisruptionBudgets, services, virtualServices, type Deployment, type EnvoyFilter, type VirtualService } from '../../../controllers/shared/kube-types.ts';
import { getCondition } from '../../../operator/runtime/conditions.ts';
import { eventually } from '../../../operator/runtime/testing/silent.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import { crds } from './fixtures/crd-paths.ts';
import { Deployed } from './fixtures/deployed.ts';
import { worlds } from './fixtures/world.ts';

const env = sharedEnv({ crds });
const newWorld = worlds(() => env);
const open = new Set<Deployed>();
afterEach(async () => {
  for (const one of open) await one.close();
  open.clear();
});

/** A deployment that serves tumour-1, with tumour-2 verified beside it. */
async function serving(more: object = {}): Promise<{ readonly web: Deployed; readonly stable: string }> {
  const world = await newWorld();
  const web = new Deployed(world, 21);
  open.add(web);
  await Promise.all([world.readyVersion(1), world.readyVersion(2)]);
  await web.create('tumour-1', more);
  const stable = await web.serve('tumour-1');
  await web.condition('Ready', 'True Serving');
  await eventually(async () => (await web.split()).join() === `${stable}=100`);
  return { web, stable };
}

/** The same, with tumour-2 at its first step, and its weight in the route: status is written before that. */
async function atFirstStep(candidateIs: { readonly badShare?: number } = {}, more: object = {}): Promise<{ readonly web: Deployed; readonly stable: string; readonly candidate: string }> {
  const { web, stable } = await serving(more);
  await web.patch({ version: 'tumour-2' });
  const candidate = await web.serve('tumour-2', candidateIs);
  await web.until(({ status }) => (status?.rollout?.step ?? 0) > 0 || status?.lastRollback !== undefined);
  await eventually(async () => (await web.split()).some((one) => one.startsWith(`${candidate}=`)) || (await web.status()).lastRollback !== undefined);
  return { web, stable, candidate };
}

const patient = { rollout: { steps: [{ weight: 10, hold: '2m' }], shield: { mode: 'Off' }, analysis: { interval: '500ms', minRequests: 10 } } };

describe('a rollout', () => {
  it('deploys the first version at once, with everything it owns', async () => {
    const { web, stable } = await serving();
    expect(await web.split()).toEqual([`${stable}=100`]);
    // Status is written before it is acted on, so the last object may come a moment later.
    const owned = async (): Promise<string> => {
      const lists = await Promise.all([deployments, services, podDisruptionBudgets, virtualServices].map((type) => web.world.list(type)));
      return JSON.stringify(lists.map((list) => list.map(({ metadata }) => metadata.name).sort()));
    };
    await eventually(async () => (await owned()) === JSON.stringify([[stable], ['web', stable], [stable], ['web']]));
    await eventually(async () => (await web.world.events('Deployed')).join() === 'tumour-1 serves all traffic');
  });

  it('takes every step, promotes, and removes the old revision after its delay', async () => {
    const { web, stable, candidate } = await atFirstStep();
    await eventually(async () => (await web.split()).join() === `${stable}=90,${candidate}=10`);
    await eventually(async () => (await web.split()).join() === `${stable}=50,${candidate}=50`);
    await web.condition('Ready', 'True Serving');
    await eventually(async () => (await web.world.list(deployments)).length === 1);
    expect(await web.split()).toEqual([`${candidate}=100`]);
    const { history, stable: now } = await web.status();
    expect([now?.version, history?.map(({ outcome }) => outcome)]).toEqual(['tumour-2', ['Initial', 'Promoted']]);
    expect((await web.world.list(deployments)).map(({ metadata }) => metadata.name)).toEqual([candidate]);
    await eventually(async () => (await web.world.events('StepStarted')).length === 2);
  });

  it('acceptance 6: is rolled back by the candidate\'s own counters and not tried again; another version and a retry are', async () => {
    const { web, stable } = await atFirstStep({ badShare: 1 }, patient);
    await web.condition('Ready', 'False RolledBack');
    await eventually(async () => (await web.split()).join() === `${stable}=100`);
    const status = await web.status();
    expect(status.lastRollback).toMatchObject({ version: 'tumour-2', to: 'tumour-1', detectionMs: expect.any(Number) });
    expect(status.blockedDigests).toHaveLength(1);
    // Told after it was written: an operator that is killed in between says nothing of it.
    await eventually(async () => (await web.world.events('RolledBack')).length === 1);
    await web.world.restart();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect((await web.status()).candidate).toBeUndefined();
    expect((await web.world.events('RolledBack')).length).toBe(1);
    await web.annotate('retry', 'ada-1');
    await web.until((one) => (one.status?.rollout?.step ?? 0) === 1 || one.status?.lastRollback?.time !== status.lastRollback?.time);
    await web.condition('Ready', 'False RolledBack');
    await web.world.readyVersion(3);
    await web.patch({ version: 'tumour-3' });
    await web.serve('tumour-3');
    await web.until((one) => one.status?.candidate?.version === 'tumour-3' && one.status.rollout?.step === 1);
  });

  it('is rolled back when the candidate loses its last ready pod, without any metrics', async () => {
    const { web, stable } = await atFirstStep({}, { rollout: { ...patient.rollout, analysis: { ...patient.rollout.analysis, source: { pods: false } } } });
    await web.unready('tumour-2');
    await eventually(async () => (await web.split()).join() === `${stable}=100`);
    expect((await web.status()).lastRollback?.reason).toBe('CandidateUnavailable');
  });

  it('holds its weight while neither Prometheus nor any pod answers', async () => {
    const analysis = { interval: '500ms', minRequests: 10, source: { prometheus: { url: 'http://127.0.0.1:1' } } };
    const { web } = await atFirstStep({}, { rollout: { ...patient.rollout, steps: [{ weight: 10, hold: '1s' }], analysis } });
    web.mute('tumour-1', true);
    web.mute('tumour-2', true);
    const { status } = await web.until((one) => one.status?.rollout?.verdict === 'Unavailable' && one.status.rollout.text?.includes('no metrics source answers') === true);
    expect(status?.rollout?.text).toMatch(/^10 %, held: no metrics source answers \(prometheus: .*ECONNREFUSED.*; pods: no pod answered/);
    expect(status?.lastRollback).toBeUndefined();
    web.mute('tumour-1', false);
    web.mute('tumour-2', false);
    await web.until((one) => one.status?.stable?.version === 'tumour-2');
  });

  it('loses nothing and takes no step twice when the operator is killed in the middle', async () => {
    const { web, stable, candidate } = await atFirstStep({}, patient);
    await web.until(({ status }) => (status?.evidence?.[0]?.candidate?.requests ?? 0) > 30);
    await web.world.kill();
    const before = await web.status();
    const told = await Promise.all(['RolloutStarted', 'StepStarted'].map((reason) => web.world.events(reason)));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await web.world.restart();
    const after = (await web.until(({ status }) => (status?.evidence?.[0]?.candidate?.requests ?? 0) > (before.evidence?.[0]?.candidate?.requests ?? 0) + 60)).status ?? {};
    expect([after.history, after.candidate, after.stable?.revision, after.rollout?.step, after.rollout?.stepStartedAt, after.rollout?.nextAt]).toEqual([before.history, before.candidate, stable, 1, before.rollout?.stepStartedAt, before.rollout?.nextAt]);
    // Its process began after the rollout did, so every request belongs to it: counted twice or left out, the sums would differ.
    const counter = after.judge?.counters?.find(({ revision }) => revision === candidate);
    expect(after.evidence?.[0]?.candidate).toEqual({ requests: counter?.total, bad: 0 });
    expect(await Promise.all(['RolloutStarted', 'StepStarted'].map((reason) => web.world.events(reason)))).toEqual(told);
    expect(await web.split()).toEqual([`${stable}=90`, `${candidate}=10`]);
  });
});

describe('a deployment of what a training is still to register', () => {
  it('names the training that is at work, and starts by itself', async () => {
    const world = await newWorld();
    const web = new Deployed(world, 21);
    open.add(web);
    await web.create('tumour-1');
    const says = async (text: string): Promise<void> => eventually(async () => getCondition((await web.status()).conditions, 'Ready')?.message === text);
    await says('ModelVersion tumour-1 does not exist in this namespace; nothing serves yet');
    await world.train('xgb');
    await says('ModelVersion tumour-1 does not exist in this namespace; TrainingRun xgb is at work and may register it; nothing serves yet');
    await world.exits(await world.podOf('xgb-1'), 0, world.result('xgb'));
    await web.serve('tumour-1');
    await web.condition('Ready', 'True Serving');
  });
});

describe('what people ask for', () => {
  it('acceptance 8: abort takes the weight away, blocks the digest, and retry tries again', async () => {
    const { web, stable } = await atFirstStep({}, patient);
    await web.annotate('abort', 'ada-1');
    await eventually(async () => (await web.split()).join() === `${stable}=100`);
    await web.condition('RolledBack', 'True Aborted');
    expect((await web.status()).lastRollback).toMatchObject({ reason: 'Aborted', version: 'tumour-2' });
    await web.annotate('retry', 'ada-1');
    await web.until(({ status }) => (status?.rollout?.step ?? 0) === 1);
  });

  it('acceptance 8: promote in full ends a patient rollout at once; rollback goes back though spec names the new version', async () => {
    const { web, stable, candidate } = await atFirstStep({}, patient);
    await web.annotate('promote', 'full-ada-1');
    await eventually(async () => (await web.split()).join() === `${candidate}=100`);
    await web.annotate('rollback', 'ada-2');
    await eventually(async () => (await web.split()).join() === `${stable}=100`);
    await web.condition('Ready', 'False RolledBack');
    expect(await web.status()).toMatchObject({ stable: { version: 'tumour-1' }, lastHandled: { promote: 'full-ada-1', rollback: 'ada-2' } });
  });

  it.each([
    ['a step', {}, async (web: Deployed) => web.until(({ status }) => status?.rollout?.step === 1)],
    ['a pause', {}, async (web: Deployed) => {
      await web.patch({ paused: true });
      await web.condition('Paused', 'True PausedBySpec');
    }],
    ['a gate', { approval: { beforeStep: [2] }, steps: [{ weight: 10, hold: '1s' }, { weight: 50, hold: '2m' }] }, async (web: Deployed) => web.condition('Paused', 'True AwaitingApproval')],
  ] as const)('acceptance 7: abort at %s takes the weight away in one reconcile', async (_, rollout, reach) => {
    const { web, stable } = await atFirstStep({}, { rollout: { ...patient.rollout, ...rollout } });
    await reach(web);
    await web.annotate('abort', 'ada-1');
    await eventually(async () => (await web.split()).join() === `${stable}=100`);
    expect((await web.status()).lastRollback).toMatchObject({ reason: 'Aborted', version: 'tumour-2' });
  });

  it('acceptance 28: a pause longer than the deadline of progress is not counted', async () => {
    const { web, candidate } = await atFirstStep({}, { rollout: { ...patient.rollout, progressDeadline: '2s' } });
    await web.patch({ paused: true });
    await web.condition('Paused', 'True PausedBySpec');
    await new Promise((resolve) => setTimeout(resolve, 4000));
    const { status } = await web.until((one) => one.status?.rollout !== undefined);
    expect(status).toMatchObject({ candidate: { revision: candidate }, rollout: { step: 1, weight: 10 } });
    await web.patch({ paused: false });
    await web.until((one) => one.status?.conditions?.some(({ type, status: holds }) => type === 'Paused' && holds === 'True') !== true);
    expect((await web.status()).lastRollback).toBeUndefined();
  });

  it('approval opens the gate, and nothing else does', async () => {
    const { web, stable } = await atFirstStep({}, { rollout: { ...patient.rollout, steps: [{ weight: 10, hold: '1s' }, { weight: 50, hold: '2m' }], approval: { beforeStep: [2] } } });
    await web.condition('Paused', 'True AwaitingApproval');
    expect((await web.status()).rollout).toMatchObject({ step: 1, awaiting: 'step-2' });
    await web.annotate('approve', 'ada-1');
    await eventually(async () => (await web.split())[0] === `${stable}=50`);
  });

  it('users who stay: the proxies are set up before the first percent, and set back after the last', async () => {
    const { web, stable, candidate } = await atFirstStep({}, { ...patient, traffic: { sticky: { userCookie: 'uid' } } });
    const [filter] = await web.world.list<EnvoyFilter>(envoyFilters);
    expect(filter?.spec).toMatchObject({ configPatches: [{ patch: { value: { route: { hash_policy: [{ cookie: { name: 'uid' } }], weighted_clusters: { use_hash_policy: true } } } } }] });
    await web.condition('Sticky', 'True UsersKept');
    await eventually(async () => (await web.split()).join() === `${stable}=90,${candidate}=10`);
    const route = async (): Promise<string | undefined> => ((await web.world.get<VirtualService>(virtualServices, 'web'))?.spec as { http: { name: string }[] }).http[0]?.name;
    expect(await route()).toBe(`trainyard.sticky.${web.world.namespace}.web`);
    await web.annotate('abort', 'ada-1');
    await eventually(async () => (await web.split()).join() === `${stable}=100` && (await route()) === 'weighted');
    await eventually(async () => (await web.world.list(envoyFilters)).length === 0);
  });

  it('no users who stay where a gateway is out of sight: nobody gets the candidate until spec no longer asks for it', async () => {
    const { web, stable } = await serving({ ...patient, traffic: { sticky: { userHeader: 'x-user-id' }, hosts: ['a.example'], gateways: ['elsewhere/public'] } });
    await web.patch({ version: 'tumour-2' });
    await web.serve('tumour-2');
    await web.condition('Sticky', 'False GatewayNotWatched');
    await web.condition('Ready', 'False GatewayNotWatched');
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect([(await web.status()).rollout?.step, await web.split()]).toEqual([0, [`${stable}=100`]]);
    await web.patch({ traffic: { sticky: null, hosts: null, gateways: null } });
    await web.until(({ status }) => status?.rollout?.step === 1);
  });

  it('an A/B test: the version that users like less is withdrawn and not blocked, and tested again when a person asks', async () => {
    const { web, stable } = await atFirstStep({}, { rollout: { strategy: 'ABTest', abTest: { split: 30 }, scaleDownDelay: '1m', shield: { mode: 'Off' }, analysis: { interval: '500ms', minRequests: 10 } } });
    web.worth('tumour-1', 9);
    web.worth('tumour-2', 1);
    await web.condition('Ready', 'False Lost');
    await eventually(async () => (await web.split()).join() === `${stable}=100`);
    const status = await web.status();
    expect(status).toMatchObject({ withdrawn: { version: 'tumour-2', to: 'tumour-1', outcome: 'Lost' }, ab: { verdict: 'StableBetter' }, history: [{ outcome: 'Initial' }, { outcome: 'Lost', to: 'tumour-2' }] });
    expect(status.blockedDigests ?? []).toEqual([]);
    // The verdict can be recomputed from what status shows.
    const { candidate = {}, difference = 0, upper = 0 } = status.ab ?? {};
    expect(candidate.mean).toBeCloseTo((candidate.sum ?? 0) / (candidate.samples ?? 1), 9);
    expect([difference < 0, upper < 0, (candidate.samples ?? 0) >= 30]).toEqual([true, true, true]);
    await eventually(async () => (await web.world.events('Withdrawn')).length === 1);
    await web.world.restart();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect((await web.status()).candidate).toBeUndefined();
    web.worth('tumour-2', 20);
    await web.annotate('retry', 'ada-1');
    await web.until(({ status: now }) => now?.stable?.version === 'tumour-2', 20_000);
    expect((await web.status()).ab?.verdict).toBe('CandidateBetter');
    await eventually(async () => (await web.world.events('TestDecided')).length === 2);
  });

  it('kubectl scale reaches the pods of the live revisions', async () => {
    const { web, stable } = await serving();
    await web.scale(3);
    await eventually(async () => (await web.world.get<Deployment>(deployments, stable))?.spec?.replicas === 3);
  });
});

describe('a route that somebody else changes', () => {
  it('is put back, counted and told', async () => {
    const { web, stable } = await serving();
    await web.world.client.patch(virtualServices, web.key, { spec: { http: [{ route: [{ destination: { host: 'mine' }, weight: 100 }] }] } });
    await eventually(async () => (await web.split()).join() === `${stable}=100`);
    await web.until(({ status }) => (status?.foreignEdits ?? 0) > 0);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await web.status()).foreignEdits).toBe(1);
    await eventually(async () => (await web.world.events('ForeignEditReverted')).length === 1);
  });
  it('is made again when it was deleted', async () => {
    const { web, stable } = await serving();
    await web.world.client.delete(virtualServices, web.key);
    await eventually(async () => (await web.split()).join() === `${stable}=100`);
  });
  it('is put back though it was changed while nobody looked', async () => {
    const { web, stable } = await serving();
    await web.world.kill();
    await web.world.client.patch(virtualServices, web.key, { spec: { http: [] } });
    await web.world.restart();
    await eventually(async () => (await web.split()).join() === `${stable}=100`);
    await web.until(({ status }) => status?.foreignEdits === 1);
    expect((await web.world.get<{ apiVersion: string; kind: string; metadata: { name: string; generation?: number } }>(modelDeploymentResource, 'web'))?.metadata.generation).toBe(1);
  });
});
