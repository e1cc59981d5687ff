// Who writes the number of pods, on a real API server. No autoscaler works there: the test plays it, through the scale subresource.
import { afterEach, describe, expect, it } from 'vitest';
import { deployments, horizontalPodAutoscalers, pods, type Deployment, type HorizontalPodAutoscaler, type Pod } from '../../../controllers/shared/kube-types.ts';
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

const autoscaling = { minReplicas: 1, maxReplicas: 8, targetCPU: 60, scaleDownStabilization: '0s' };
const rollout = { steps: [{ weight: 50, hold: '2m' }], scaleDownDelay: '2s', shield: { mode: 'Off' }, analysis: { interval: '500ms', minRequests: 10 } };

/** tumour-1 serves from one pod, tumour-2 is verified beside it. */
async function serving(more: object = {}): Promise<{ readonly web: Deployed; readonly stable: string }> {
  const world = await newWorld();
  const web = new Deployed(world, 28);
  open.add(web);
  await Promise.all([world.readyVersion(1), world.readyVersion(2)]);
  await web.create('tumour-1', { autoscaling, rollout, ...more });
  const stable = await web.serve('tumour-1');
  await web.condition('Ready', 'True Serving');
  return { web, stable };
}

const replicasOf = async (web: Deployed, revision: string): Promise<number | undefined> => (await web.world.get<Deployment>(deployments, revision))?.spec?.replicas;
const autoscalerOf = (web: Deployed, revision: string): Promise<HorizontalPodAutoscaler | undefined> => web.world.get<HorizontalPodAutoscaler>(horizontalPodAutoscalers, revision);

/** `least to most`, with a + where no pod may be taken away; undefined without an autoscaler. */
async function bounds(web: Deployed, revision: string): Promise<string | undefined> {
  const spec = (await autoscalerOf(web, revision))?.spec as (HorizontalPodAutoscaler['spec'] & { behavior: { scaleDown: { selectPolicy: string } } }) | undefined;
  return spec === undefined ? undefined : `${spec.minReplicas ?? 0} to ${spec.maxReplicas}${spec.behavior.scaleDown.selectPolicy === 'Disabled' ? ' +' : ''}`;
}

/** As an autoscaler does. */
async function scales(web: Deployed, revision: string, replicas: number): Promise<void> {
  await web.world.client.patch(deployments, { namespace: web.world.namespace, name: revision }, { spec: { replicas } }, { subresource: 'scale' });
}

/** More ready pods of a revision that has one. */
async function addPods(web: Deployed, revision: string, total: number): Promise<void> {
  const first = (await web.world.get<Pod>(pods, `${revision}-0`))!;
  for (let i = 1; i < total; i += 1) {
    const pod = await web.world.client.create<Pod>(pods, { apiVersion: 'v1', kind: 'Pod', metadata: { name: `${revision}-${i}`, namespace: web.world.namespace, labels: first.metadata.labels ?? {} }, spec: first.spec! });
    await web.world.serves(pod);
  }
}

/** Long enough for a reconcile that would write. */
const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2000));

describe('an autoscaler of the revision that serves', () => {
  it('is made with what spec says, belongs to the deployment, and what it chooses stands', async () => {
    const { web, stable } = await serving();
    await eventually(async () => (await bounds(web, stable)) === '1 to 8 +');
    const made = await autoscalerOf(web, stable);
    expect(made).toMatchObject({
      metadata: { labels: { 'trainyard.dev/revision': stable }, ownerReferences: [{ kind: 'ModelDeployment', name: 'web', controller: true }] },
      spec: { scaleTargetRef: { kind: 'Deployment', name: stable }, metrics: [{ type: 'ContainerResource', containerResource: { container: 'server', target: { type: 'Utilization', averageUtilization: 60 } } }], behavior: { scaleDown: { stabilizationWindowSeconds: 0 } } },
    });
    await scales(web, stable, 5);
    await web.until(({ status }) => status?.conditions?.some(({ type, message }) => type === 'Available' && message.includes('of 5 pods')) === true);
    // Neither a change of spec, nor an operator that begins anew, nor another autoscaler of spec.server.replicas puts it back.
    await web.scale(2);
    await web.patch({ paused: true });
    await web.world.restart();
    await aMoment();
    expect([await replicasOf(web, stable), (await autoscalerOf(web, stable))?.metadata.resourceVersion]).toEqual([5, made?.metadata.resourceVersion]);
  });

  it('is put back when somebody changes or deletes it', async () => {
    const { web, stable } = await serving();
    await eventually(async () => (await bounds(web, stable)) === '1 to 8 +');
    const key = { namespace: web.world.namespace, name: stable };
    await web.world.client.patch(horizontalPodAutoscalers, key, { spec: { maxReplicas: 50 } });
    await eventually(async () => (await bounds(web, stable)) === '1 to 8 +');
    await web.world.client.delete(horizontalPodAutoscalers, key);
    await eventually(async () => (await bounds(web, stable)) === '1 to 8 +');
  });

  it('goes when the schedule says 0, before the pods do, and comes back with them', async () => {
    const { web, stable } = await serving();
    await scales(web, stable, 3);
    await web.patch({ schedule: [{ replicas: 0 }] });
    await eventually(async () => (await bounds(web, stable)) === undefined && (await replicasOf(web, stable)) === 0);
    await web.condition('ScalingActive', 'False NothingToScale');
    // None wakes a Deployment at 0.
    await web.patch({ schedule: [{ replicas: 2 }] });
    await eventually(async () => (await bounds(web, stable)) === '2 to 8 +' && (await replicasOf(web, stable)) === 2);
    await web.patch({ server: { replicas: 0 }, schedule: null });
    await eventually(async () => (await bounds(web, stable)) === undefined && (await replicasOf(web, stable)) === 0);
  });

  it('comes without a change of pods, and goes in favour of spec.server.replicas', async () => {
    const { web, stable } = await serving({ autoscaling: undefined, server: { replicas: 1 } });
    expect(await bounds(web, stable)).toBeUndefined();
    await web.scale(4);
    await eventually(async () => (await replicasOf(web, stable)) === 4);
    await web.patch({ autoscaling });
    await eventually(async () => (await bounds(web, stable)) === '1 to 8 +');
    await aMoment();
    expect(await replicasOf(web, stable)).toBe(4);
    await scales(web, stable, 6);
    await web.patch({ autoscaling: null, server: { replicas: 2 } });
    await eventually(async () => (await bounds(web, stable)) === undefined && (await replicasOf(web, stable)) === 2);
    await web.until(({ status }) => status?.conditions?.every(({ type }) => type !== 'ScalingActive') === true);
  });

  it('that reads no metrics is told of in status, and the version serves on', async () => {
    const { web, stable } = await serving();
    await eventually(async () => (await bounds(web, stable)) !== undefined);
    await web.condition('ScalingActive', 'Unknown AwaitingMetrics');
    const says = async (status: string, ago: number): Promise<void> => {
      const conditions = [{ type: 'ScalingActive', status, reason: 'FailedGetContainerResourceMetric', message: 'no metrics API', lastTransitionTime: new Date(Date.now() - ago).toISOString() }];
      await web.world.client.patch(horizontalPodAutoscalers, { namespace: web.world.namespace, name: stable }, { status: { conditions, currentReplicas: 1, desiredReplicas: 1 } }, { subresource: 'status' });
    };
    await says('False', 180_000);
    await web.condition('ScalingActive', 'False NoMetrics');
    await web.condition('Ready', 'True Serving');
    await eventually(async () => (await web.world.events('NoMetrics')).join() === 'tumour-1 stays at 1 pods: no metrics API');
    await says('True', 0);
    await web.condition('ScalingActive', 'True Autoscaling');
  });
});

describe('autoscalers in a rollout', () => {
  it('give the candidate what its next share takes of stable, let stable not shrink, and are gone where a revision retires', async () => {
    const { web, stable } = await serving({ rollout: { ...rollout, scaleDownDelay: '1m' } });
    await scales(web, stable, 6);
    await web.until(({ status }) => status?.conditions?.some(({ type, message }) => type === 'Available' && message.includes('of 6 pods')) === true);
    await web.patch({ version: 'tumour-2' });
    const candidate = await web.serve('tumour-2');
    await eventually(async () => (await bounds(web, candidate)) === '3 to 8');
    expect([await replicasOf(web, candidate), await bounds(web, stable)]).toEqual([3, '1 to 8 +']);
    await aMoment();
    expect((await web.status()).rollout?.step).toBe(0);
    await addPods(web, candidate, 3);
    await eventually(async () => (await web.split()).join() === `${stable}=50,${candidate}=50`);
    // The next share is all of it.
    await eventually(async () => (await bounds(web, candidate)) === '6 to 8');
    // Its autoscaler brings them there; the operator does not.
    await aMoment();
    expect(await replicasOf(web, candidate)).toBe(3);
    await scales(web, candidate, 6);
    await web.annotate('abort', 'ada-1');
    await eventually(async () => (await web.split()).join() === `${stable}=100`);
    await eventually(async () => (await bounds(web, candidate)) === undefined);
    await aMoment();
    // Retiring it keeps its pods to its end, and stable has all of its own for the traffic that came back.
    expect([await replicasOf(web, candidate), await replicasOf(web, stable), await bounds(web, stable)]).toEqual([6, 6, '1 to 8 +']);
  });

  it('are not undone where a candidate that cannot start is built anew', async () => {
    const { web } = await serving();
    await web.patch({ version: 'tumour-2' });
    const { status } = await web.until((one) => one.status?.candidate?.version === 'tumour-2');
    const candidate = status?.candidate?.revision ?? '';
    await eventually(async () => (await bounds(web, candidate)) === '1 to 8');
    await scales(web, candidate, 4);
    await web.world.client.patch(deployments, { namespace: web.world.namespace, name: candidate }, { metadata: { labels: { 'trainyard.dev/model': 'other' } } });
    await eventually(async () => (await web.world.get<Deployment>(deployments, candidate))?.metadata.labels?.['trainyard.dev/model'] === 'tumour');
    expect(await replicasOf(web, candidate)).toBe(4);
  });

  it('leave the winner its pods when it takes over', async () => {
    const { web, stable } = await serving({ rollout: { ...rollout, steps: [{ weight: 50, hold: '1s' }], analysis: { ...rollout.analysis, promotion: { margin: 0.5 } } } });
    await scales(web, stable, 2);
    await web.until(({ status }) => status?.conditions?.some(({ type, message }) => type === 'Available' && message.includes('of 2 pods')) === true);
    await web.patch({ version: 'tumour-2' });
    const candidate = await web.serve('tumour-2');
    await web.until(({ status }) => status?.rollout?.text?.includes('1 of the 2 ready pods') === true);
    await scales(web, candidate, 2);
    await addPods(web, candidate, 2);
    await web.until(({ status }) => status?.stable?.version === 'tumour-2');
    await eventually(async () => (await bounds(web, candidate)) === '1 to 8 +' && (await bounds(web, stable)) === undefined);
    await eventually(async () => (await web.world.list(horizontalPodAutoscalers)).length === 1 && (await web.world.list(deployments)).length === 1);
    expect(await replicasOf(web, candidate)).toBe(2);
  });
});
