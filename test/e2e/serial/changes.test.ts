// What happens around a rollout must cost no request that a healthy stable could have answered.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import { pods, podIsReady, type Pod } from '../../../controllers/shared/kube-types.ts';
import { exhaustMemory } from '../harness/exhaust-memory.ts';
import { candidateServer } from '../harness/faults.ts';
import { filtersOf } from '../harness/filters.ts';
import { answering, summarize, type Load, type LoadSummary } from '../harness/load.ts';
import { registerModels } from '../harness/models.ts';
import { inNamespace } from '../harness/namespace.ts';
import { isAtRest, modelDeployment, podIdentities, readDeployment, readyText, setVersion, until } from '../harness/objects.ts';
import { routeWeights, withoutWeight } from '../harness/route.ts';
import { featureRows, type Row } from '../harness/samples.ts';

const env = inNamespace('e2e-changes');
const { namespace, host } = env;
let rows: readonly Row[] = [];

const load = (): Load => env.load({ rows });

function deployment(version: string, more: { readonly replicas?: number; readonly rollbackWindow?: string; readonly steps?: readonly object[]; readonly shield?: object; readonly retries?: number } = {}): ReturnType<typeof modelDeployment> {
  const made = modelDeployment(namespace, version, { steps: more.steps ?? [{ weight: 50, hold: '5m' }] });
  return { ...made, spec: { ...made.spec, server: { replicas: more.replicas ?? 1 }, traffic: { ...made.spec.traffic, retries: more.retries ?? 0 }, rollout: { ...made.spec.rollout, scaleDownDelay: '2s', rollbackWindow: more.rollbackWindow ?? '0s', shield: more.shield ?? { mode: 'Off' } } } };
}

/** Serves tumour-1 alone, whatever was before. */
async function calm(more: Parameters<typeof deployment>[1] = {}): Promise<ModelDeployment> {
  const kube = env.kube();
  await kube.kubectl('annotate', 'md', 'tumour', '-n', namespace, '--overwrite', `trainyard.dev/retry=${Date.now()}`);
  // Back without steps, where another version took over.
  if ((await readDeployment(kube, namespace)).status?.stable?.version !== 'tumour-1') {
    const { spec, ...rest } = deployment('tumour-1', more);
    await kube.apply([{ ...rest, spec: { ...spec, rollout: { ...spec.rollout, strategy: 'Recreate' } } }]);
    await until(kube, namespace, 'tumour-1 again', (object) => object.status?.stable?.version === 'tumour-1' && isAtRest(object), 60_000);
    // Nobody served for a moment, and the gateway hears of new pods some time after status speaks of them.
    await answering({ gateway: kube.addresses.gateway, host, row: rows[0] ?? {} });
  }
  await kube.apply([deployment('tumour-1', more)]);
  return until(kube, namespace, 'tumour-1 alone', (object) => isAtRest(object) && object.status?.stable?.version === 'tumour-1' && object.status.stable.readyReplicas === (more.replicas ?? 1) && readyText(object).startsWith('True Serving'), 60_000);
}

/** Starts a rollout to the version and waits for its first weight. @returns the candidate's revision. */
async function begin(version: string): Promise<string> {
  const kube = env.kube();
  await setVersion(kube, namespace, version);
  const { status } = await until(kube, namespace, `the first step of ${version}`, (object) => object.status?.candidate?.version === version && object.status.rollout?.step === 1, 60_000);
  const revision = status?.candidate?.revision ?? '';
  // Status is written before it is acted on.
  await kube.waitFor('its weight', async () => (((await routeWeights(kube, namespace)).get(revision) ?? 0) > 0 ? true : undefined), 10_000);
  return revision;
}

function say(name: string, { requests, failed, p99Ms, byVersion }: LoadSummary, extra = ''): void {
  console.info(`${name}: ${failed} of ${requests} failed, p99 ${p99Ms} ms ${JSON.stringify(byVersion)} ${extra}`);
}

function unharmed(name: string, summary: LoadSummary, extra = ''): void {
  say(name, summary, extra);
  expect(summary).toMatchObject({ failed: 0, problems: [] });
}

// What a failed test left would decide the next one.
afterEach(async () => {
  await env.kube().kubectl('delete', 'hpa', '--all', '-n', namespace);
});

beforeAll(async () => {
  const kube = env.kube();
  rows = await featureRows(kube, 'tumour.csv', ['malignant', 'patient_id']);
  await registerModels(kube, namespace, { 'tumour-1': 'trained', 'tumour-2': 'good', 'tumour-3': 'failsAlways', 'tumour-4': 'alsoGood' });
  await kube.apply([deployment('tumour-1')]);
  await until(kube, namespace, 'the first version', ({ status }) => status?.stable?.version === 'tumour-1' && status.candidate === undefined);
  await answering({ gateway: kube.addresses.gateway, host, row: rows[0] ?? {} });
});

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

describe('no request fails', () => {
  afterAll(async () => {
    await env.kube().kubectl('uncordon', '-l', 'kubernetes.io/os=linux').catch(() => undefined);
  });

  it('while an autoscaler makes more pods and then fewer', async () => {
    const kube = env.kube();
    const { status } = await calm();
    const traffic = load();
    for (const replicas of [3, 1]) {
      await kube.kubectl('scale', 'md', 'tumour', '-n', namespace, `--replicas=${replicas}`);
      await kube.waitFor(`${replicas} pods`, async () => ((await podIdentities(kube, namespace, status?.stable?.revision ?? '')).length === replicas ? true : undefined), 30_000);
      await until(kube, namespace, `${replicas} ready pods`, (object) => object.status?.stable?.readyReplicas === replicas, 60_000);
      await pause(2000);
    }
    unharmed('scaled to 3 and back', summarize(await traffic.stop()));
  });

  it('while the node is drained of pods', async () => {
    const kube = env.kube();
    const { status } = await calm({ replicas: 2 });
    const traffic = load();
    const node = (await kube.kubectl('get', 'nodes', '-o', 'jsonpath={.items[0].metadata.name}')).trim();
    // The only node takes no new pod meanwhile: the budget must keep the last one, and the drain gives up.
    const drained = kube.kubectl('drain', node, '--pod-selector', `trainyard.dev/revision=${status?.stable?.revision ?? ''}`, '--ignore-daemonsets', '--delete-emptydir-data', '--timeout', '12s');
    await expect(drained).rejects.toThrow(/disruption budget|timeout/);
    expect((await podIdentities(kube, namespace, status?.stable?.revision ?? '')).length).toBeGreaterThanOrEqual(1);
    await kube.kubectl('uncordon', node);
    await until(kube, namespace, 'two pods again', (object) => object.status?.stable?.readyReplicas === 2, 60_000);
    unharmed('drained', summarize(await traffic.stop()));
  });

  it('while its pods are restarted one after the other', async () => {
    const kube = env.kube();
    const revision = (await calm({ replicas: 2 })).status?.stable?.revision ?? '';
    const before = await podIdentities(kube, namespace, revision);
    const traffic = load();
    await kube.kubectl('rollout', 'restart', `deployment/${revision}`, '-n', namespace);
    await kube.kubectl('rollout', 'status', `deployment/${revision}`, '-n', namespace, '--timeout', '120s');
    await pause(2000);
    unharmed('restarted', summarize(await traffic.stop()));
    expect((await podIdentities(kube, namespace, revision)).filter((identity) => before.includes(identity))).toEqual([]);
  });

  it('while one of its pods is killed for its memory, where traffic.retries lets the gateway ask another one', async () => {
    const kube = env.kube();
    const { status } = await calm({ replicas: 2, retries: 1 });
    const { items } = await kube.client.list<Pod>(pods, { namespace, labelSelector: `trainyard.dev/revision=${status?.stable?.revision ?? ''}` });
    // The gateway hears of the route some time after it is written.
    await pause(2000);
    const traffic = load();
    await pause(2000);
    await exhaustMemory(kube, namespace, items.find(podIsReady)?.metadata.name ?? '');
    await until(kube, namespace, 'two pods again', (object) => object.status?.stable?.readyReplicas === 2, 60_000);
    unharmed('killed for its memory', summarize(await traffic.stop()));
  });

  it('acceptance 19: while somebody sets other weights in mid-rollout, which are put back within two seconds', async () => {
    const kube = env.kube();
    await calm();
    const candidate = await begin('tumour-2');
    const edits = (await readDeployment(kube, namespace)).status?.foreignEdits ?? 0;
    const traffic = load();
    await pause(1000);
    const edit = [1, 99].map((value, i) => ({ op: 'replace', path: `/spec/http/0/route/${i}/weight`, value }));
    await kube.kubectl('patch', 'virtualservice', 'tumour', '-n', namespace, '--type=json', '-p', JSON.stringify(edit));
    const started = performance.now();
    await kube.waitFor('the weights as they were', async () => ((await routeWeights(kube, namespace)).get(candidate) === 50 ? true : undefined), 2000);
    const ms = Math.round(performance.now() - started);
    await until(kube, namespace, 'the count', (object) => object.status?.foreignEdits === edits + 1, 5000);
    await pause(1000);
    unharmed('foreign weights', summarize(await traffic.stop()), `put back in ${ms} ms`);
  });

  it('acceptance 17: while the operator is killed in mid-rollout, which goes on where it was and takes no step twice', async () => {
    const kube = env.kube();
    await calm({ steps: [{ weight: 20, hold: '5s' }, { weight: 50, hold: '5s' }] });
    const since = new Date().toISOString().slice(0, 19);
    const traffic = load();
    await begin('tumour-2');
    await kube.kubectl('delete', 'pods', '-n', 'trainyard-system', '-l', 'app.kubernetes.io/name=trainyard', '--force', '--grace-period=0');
    const weights: number[] = [];
    const promoted = (object: ModelDeployment): boolean => {
      const weight = object.status?.rollout?.weight ?? 0;
      if (weight > 0 && weights.at(-1) !== weight) weights.push(weight);
      return object.status?.stable?.version === 'tumour-2' && object.status.candidate === undefined;
    };
    const { status } = await until(kube, namespace, 'promotion', promoted, 120_000);
    expect(weights).toEqual([20, 50]);
    expect(status?.history?.at(-1)).toMatchObject({ to: 'tumour-2', outcome: 'Promoted' });
    unharmed('operator killed', summarize(await traffic.stop()));
    // An event may die with the process; what must not happen is that a step is told again.
    const told = await kube.kubectl('get', 'events.events.k8s.io', '-n', namespace, '-o', 'jsonpath={range .items[?(@.reason=="StepStarted")]}{.metadata.creationTimestamp} {.note}{"\\n"}{end}');
    const steps = told.trim().split('\n').filter((line) => line.slice(0, 19) >= since && line.includes('tumour-2 gets'));
    expect(new Set(steps.map((line) => line.slice(line.indexOf(' ')))).size).toBe(steps.length);
  });

  it('while istiod is restarted in mid-rollout, nor in the promotion after it, and the shield leaves nothing behind', async () => {
    const kube = env.kube();
    await calm({ shield: { mode: 'Auto', tryTimeout: '500ms' } });
    const traffic = load();
    // Not `begin`: with the shield the route names no revision.
    await setVersion(kube, namespace, 'tumour-2');
    await until(kube, namespace, 'the first step', ({ status }) => status?.candidate?.version === 'tumour-2' && status.rollout?.step === 1, 60_000);
    await kube.kubectl('rollout', 'restart', 'deployment/istiod', '-n', 'istio-system');
    await kube.kubectl('rollout', 'status', 'deployment/istiod', '-n', 'istio-system', '--timeout', '90s');
    await kube.kubectl('annotate', 'md', 'tumour', '-n', namespace, '--overwrite', `trainyard.dev/promote=full-${Date.now()}`);
    await until(kube, namespace, 'promotion', (object) => object.status?.stable?.version === 'tumour-2' && isAtRest(object), 60_000);
    await kube.waitFor('no filter', async () => ((await filtersOf(kube, namespace)).length === 0 ? true : undefined), 20_000);
    unharmed('istiod restarted', summarize(await traffic.stop()));
  });
});
