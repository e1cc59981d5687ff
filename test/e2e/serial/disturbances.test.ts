// What happens around pods and rollouts must cost no request that a healthy stable could have answered.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import { pods, podIsReady, type Pod } from '../../../controllers/shared/kube-types.ts';
import { exhaustMemory } from '../harness/exhaust-memory.ts';
import { filtersOf } from '../harness/filters.ts';
import { summarize } from '../harness/load.ts';
import { inNamespace } from '../harness/namespace.ts';
import { isAtRest, podIdentities, readDeployment, setVersion, until } from '../harness/objects.ts';
import { rolloutsIn, unharmed } from '../harness/rollouts.ts';
import { routeWeights } from '../harness/route.ts';

const env = inNamespace('e2e-disturbances');
const { namespace } = env;
const { prepare, calm, begin, load } = rolloutsIn(env);

beforeAll(prepare);

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
    const { status } = await calm({ replicas: 2, retries: 5 });
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
    await kube.kubectl('delete', 'pods', '-n', 'trainyard-system', '-l', 'app.kubernetes.io/name=trainyard,app.kubernetes.io/component=operator', '--force', '--grace-period=0');
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
