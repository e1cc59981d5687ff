// What happens around a rollout must cost no request that a healthy stable could have answered.
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pods, type Pod } from '../../../controllers/shared/kube-types.ts';
import { candidateServer } from '../harness/faults.ts';
import { summarize } from '../harness/load.ts';
import { inNamespace } from '../harness/namespace.ts';
import { isAtRest, readDeployment, setVersion, until } from '../harness/objects.ts';
import { rolloutsIn, say, unharmed } from '../harness/rollouts.ts';
import { routeWeights, withoutWeight } from '../harness/route.ts';

const env = inNamespace('e2e-changes');
const { namespace } = env;
const { prepare, deployment, calm, begin, load } = rolloutsIn(env);

// What a failed test left would decide the next one.
afterEach(async () => {
  await env.kube().kubectl('delete', 'hpa', '--all', '-n', namespace);
});

beforeAll(prepare);

describe('a change of mind in mid-rollout', () => {
  it('acceptance 1: at rest all weight is on stable, and status says so', async () => {
    const { status } = await calm();
    expect([...(await routeWeights(env.kube(), namespace))]).toEqual([[status?.stable?.revision, 100]]);
  });

  it('acceptance 9: a third version takes the weight away first, and no request fails', async () => {
    const kube = env.kube();
    await calm();
    const traffic = load();
    const second = await begin('tumour-2');
    const seen: string[] = [];
    const watch = async (): Promise<void> => {
      while (!seen.includes('done')) {
        const weights = [...(await routeWeights(kube, namespace))].map(([revision, weight]) => `${revision === second ? 'second' : revision}=${weight}`).join(' ');
        if (seen.at(-1) !== weights) seen.push(weights);
        await pause(20);
      }
    };
    const watching = watch();
    const third = await begin('tumour-4');
    await pause(2000);
    seen.push('done');
    await watching;
    const summary = summarize(await traffic.stop());
    unharmed('a third version', summary, seen.join(' | '));
    expect(third).not.toBe(second);
    const gone = seen.findIndex((weights) => !weights.includes('second='));
    expect(gone).toBeGreaterThan(0);
    expect(seen.findIndex((weights) => weights.includes(`${third}=50`))).toBeGreaterThan(gone);
    expect(summary.byVersion['tumour-4']).toBeGreaterThan(0);
  });

  it('acceptance 10: the stable version again ends the rollout at once', async () => {
    const kube = env.kube();
    await calm();
    const traffic = load();
    const candidate = await begin('tumour-2');
    await pause(2000);
    await setVersion(kube, namespace, 'tumour-1');
    const ms = await withoutWeight(kube, namespace, candidate, 5000);
    await until(kube, namespace, 'rest', isAtRest, 30_000);
    unharmed('stable again', summarize(await traffic.stop()), `weight gone in ${ms} ms`);
  });

  it('acceptance 29: a version that was stable a moment ago takes over without steps', async () => {
    const kube = env.kube();
    await calm();
    await begin('tumour-2');
    await kube.kubectl('annotate', 'md', 'tumour', '-n', namespace, '--overwrite', `trainyard.dev/promote=full-${Date.now()}`);
    await until(kube, namespace, 'promotion', (object) => object.status?.stable?.version === 'tumour-2' && isAtRest(object), 60_000);
    const traffic = load();
    const started = performance.now();
    await kube.apply([deployment('tumour-1', { rollbackWindow: '1h' })]);
    const { status } = await until(kube, namespace, 'return', ({ status: now }) => now?.stable?.version === 'tumour-1' && now.candidate === undefined, 60_000);
    const ms = Math.round(performance.now() - started);
    await until(kube, namespace, 'rest', isAtRest, 30_000);
    unharmed('rollback window', summarize(await traffic.stop()), `back in ${ms} ms, its pods had to start`);
    expect(status?.history?.at(-1)?.reason).toContain('rollbackWindow');
    await calm();
  });
});

describe('a candidate that goes away', () => {
  it('acceptance 11: all pods deleted: its weight is gone within 5 s', async () => {
    const kube = env.kube();
    await calm();
    const candidate = await begin('tumour-2');
    const traffic = load();
    await pause(2000);
    await kube.kubectl('delete', 'pods', '-n', namespace, '-l', `trainyard.dev/revision=${candidate}`, '--wait=false');
    const ms = await withoutWeight(kube, namespace, candidate, 5000);
    await pause(2000);
    say('pods deleted, no shield', summarize(await traffic.stop()), `weight gone in ${ms} ms`);
    expect((await readDeployment(kube, namespace)).status?.lastRollback?.reason).toBe('CandidateUnavailable');
  });

  it('acceptance 11: crash loop: its weight is gone within 5 s of its first death', async () => {
    const kube = env.kube();
    await calm();
    const candidate = await begin('tumour-2');
    const traffic = load();
    await candidateServer(kube, namespace, candidate, 'die');
    await kube.waitFor('its first death', async () => {
      const { items } = await kube.client.list<Pod>(pods, { namespace, labelSelector: `trainyard.dev/revision=${candidate}` });
      // The pod that was there before ends too, in peace.
      return items.some(({ metadata, status }) => metadata.deletionTimestamp === undefined && status?.containerStatuses?.some(({ restartCount, state }) => restartCount > 0 || state?.terminated !== undefined) === true) ? true : undefined;
    }, 60_000);
    const ms = await withoutWeight(kube, namespace, candidate, 5000);
    await pause(1000);
    const { status } = await readDeployment(kube, namespace);
    say('crash loop, no shield', summarize(await traffic.stop()), `weight gone ${ms} ms after the first death: ${status?.lastRollback?.message}`);
    expect(status?.lastRollback).toMatchObject({ version: 'tumour-2' });
  });
});

describe('a breach is rolled back', () => {
  /** Rolls out the failing version and waits until it is gone. */
  async function breach(name: string, meanwhile: (candidate: string) => Promise<unknown>): Promise<void> {
    const kube = env.kube();
    const { stable: { revision: stable = '' } = {}, lastRollback: before } = (await readDeployment(kube, namespace)).status ?? {};
    await setVersion(kube, namespace, 'tumour-3');
    const { status } = await until(kube, namespace, 'the candidate', (object) => object.status?.candidate?.version === 'tumour-3', 20_000);
    await meanwhile(status?.candidate?.revision ?? '');
    const traffic = load();
    const after = await until(kube, namespace, 'rollback', (object) => object.status?.lastRollback?.time !== before?.time && object.status?.lastRollback?.propagated === true, 60_000);
    const summary = summarize(await traffic.stop());
    say(name, summary, `first bad to last bad ${summary.firstBadToLastBadMs} ms, detected in ${after.status?.lastRollback?.detectionMs} ms`);
    expect(summary.byVersion['tumour-3']).toBeGreaterThan(0);
    expect(after.status?.stable?.revision).toBe(stable);
    expect(await routeWeights(kube, namespace)).toEqual(new Map([[stable, 100]]));
  }

  it('acceptance 12: though one pod of stable is not ready', async () => {
    const kube = env.kube();
    const stable = (await calm({ replicas: 2 })).status?.stable?.revision ?? '';
    const { items } = await kube.client.list<Pod>(pods, { namespace, labelSelector: `trainyard.dev/revision=${stable}` });
    await breach('one pod of stable not ready', async (candidate) => {
      await until(kube, namespace, 'the first step', ({ status }) => status?.rollout?.step === 1 && status.candidate?.revision === candidate, 60_000);
      // An image that nobody has: the container is ended, and cannot start again.
      await kube.kubectl('patch', 'pod', items[0]?.metadata.name ?? '', '-n', namespace, '--type=json', '-p', JSON.stringify([{ op: 'replace', path: '/spec/containers/0/image', value: 'trainyard.dev/there-is-no-such-image:dev' }]));
      await until(kube, namespace, 'one ready pod of stable', ({ status }) => status?.stable?.readyReplicas === 1, 60_000);
    });
    await kube.kubectl('delete', 'pod', items[0]?.metadata.name ?? '', '-n', namespace);
  });

  it('acceptance 21: though an autoscaler has just asked for more pods', async () => {
    const kube = env.kube();
    await calm();
    const scaler = { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: { name: 'tumour', namespace }, spec: { scaleTargetRef: { apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelDeployment', name: 'tumour' }, minReplicas: 3, maxReplicas: 4, metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } }] } };
    await breach('an autoscaler asks for three pods', async (candidate) => {
      await until(kube, namespace, 'the first step', ({ status }) => status?.rollout?.step === 1 && status.candidate?.revision === candidate, 60_000);
      await kube.apply([scaler]);
      await kube.waitFor('three pods asked for', async () => ((await readDeployment(kube, namespace)).spec.server.replicas === 3 ? true : undefined), 60_000);
    });
  });
});
