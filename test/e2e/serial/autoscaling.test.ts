// Real autoscalers by real figures of the pods: they need the machine's CPU for themselves.
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { deployments, horizontalPodAutoscalers, type Deployment, type HorizontalPodAutoscaler } from '../../../controllers/shared/kube-types.ts';
import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import { getCondition } from '../../../operator/runtime/conditions.ts';
import { startAddon } from '../harness/cluster.ts';
import { answering, summarize, type LoadSummary } from '../harness/load.ts';
import { registerModels } from '../harness/models.ts';
import { inNamespace } from '../harness/namespace.ts';
import { isAtRest, modelDeployment, podIdentities, readDeployment, setVersion, until } from '../harness/objects.ts';
import { featureRows, type Row } from '../harness/samples.ts';

const env = inNamespace('e2e-autoscaling');
const { namespace, host } = env;
let rows: readonly Row[] = [];

const most = 3;
const loadMs = 300_000;
const longMs = 900_000;

/** Two pods that are all but idle (measured: 18m each, probes and scrapes) have the work of one, and four hundred requests a second are more than that. */
function deployment(version: string, spec: object = {}): object {
  const made = modelDeployment(namespace, version, { steps: [{ weight: 50, hold: '10m' }] });
  const server = { resources: { requests: { cpu: '80m', memory: '192Mi' }, limits: { memory: '512Mi' } } };
  return { ...made, spec: { ...made.spec, server, autoscaling: { minReplicas: 1, maxReplicas: most, targetCPU: 60, scaleDownStabilization: '15s' }, ...spec } };
}

const autoscaler = (revision: string): Promise<HorizontalPodAutoscaler | undefined> => env.kube().object<HorizontalPodAutoscaler>(horizontalPodAutoscalers, namespace, revision);
const replicasOf = async (revision: string): Promise<number> => (await env.kube().object<Deployment>(deployments, namespace, revision))?.spec?.replicas ?? 0;
const pods = async (revision: string): Promise<number> => (await podIdentities(env.kube(), namespace, revision)).length;

/** `least to most`, with a + where no pod may be taken away. */
async function bounds(revision: string): Promise<string> {
  const spec = (await autoscaler(revision))?.spec as (HorizontalPodAutoscaler['spec'] & { behavior: { scaleDown: { selectPolicy: string } } }) | undefined;
  return spec === undefined ? 'none' : `${spec.minReplicas ?? 0} to ${spec.maxReplicas}${spec.behavior.scaleDown.selectPolicy === 'Disabled' ? ' +' : ''}`;
}

/** Waits for it; the error of a wait in vain says what the autoscaler saw. */
async function eventually(what: string, revision: string, holds: () => Promise<boolean>, timeoutMs = 180_000): Promise<number> {
  const started = performance.now();
  await env.kube().waitFor(what, async () => ((await holds()) ? true : undefined), timeoutMs).catch(async (error: unknown) => {
    throw new Error(`${error instanceof Error ? error.message : String(error)}: ${JSON.stringify((await autoscaler(revision))?.status)}`, { cause: error });
  });
  return Math.round((performance.now() - started) / 1000);
}

const scales = ({ status }: ModelDeployment): boolean => getCondition(status?.conditions, 'ScalingActive')?.status === 'True';

function unharmed(name: string, { requests, failed, problems, p99Ms }: LoadSummary, extra: string): void {
  console.info(`${name}: ${failed} of ${requests} failed, p99 ${p99Ms} ms; ${extra}`);
  expect({ failed, problems }).toEqual({ failed: 0, problems: [] });
}

beforeAll(async () => {
  await startAddon('metrics-server');
  const kube = env.kube();
  rows = await featureRows(kube, 'tumour.csv', ['malignant', 'patient_id']);
  await registerModels(kube, namespace, { 'tumour-1': 'trained', 'tumour-2': 'good' });
  await kube.apply([deployment('tumour-1')]);
  await until(kube, namespace, 'the first version', ({ status }) => status?.stable?.version === 'tumour-1' && status.candidate === undefined);
  await answering({ gateway: kube.addresses.gateway, host, row: rows[0] ?? {} });
}, longMs);

describe('autoscaling by CPU', () => {
  it('makes more pods under load and fewer after it, and no request fails', { timeout: longMs }, async () => {
    const kube = env.kube();
    const { status } = await until(kube, namespace, 'figures of the pod', (object) => isAtRest(object) && scales(object), 180_000);
    const stable = status?.stable?.revision ?? '';
    // The rollout of the first version is over for a minute: until then no pod would be taken away.
    await eventually('an autoscaler that may shrink', stable, async () => (await bounds(stable)) === `1 to ${most}`);
    await eventually('one pod', stable, async () => (await pods(stable)) === 1);

    const few = env.load({ rows, requestsPerSecond: 10, maxSeconds: longMs / 1000 });
    const many = env.load({ rows, requestsPerSecond: 400, maxSeconds: loadMs / 1000 });
    const up = await eventually('more pods', stable, async () => ((await readDeployment(kube, namespace)).status?.stable?.readyReplicas ?? 0) > 1);
    await pause(20_000);
    const grown = await pods(stable);
    const seen = JSON.stringify((await autoscaler(stable))?.status);
    const loaded = summarize(await many.stop());
    const down = await eventually('one pod again', stable, async () => (await replicasOf(stable)) === 1 && (await pods(stable)) === 1, 300_000);
    await pause(5000);
    unharmed('400 requests a second', loaded, `1 to ${grown} pods, the second one ready after ${up} s; ${seen}`);
    unharmed('10 requests a second from before to after', summarize(await few.stop()), `one pod again ${down} s after the load`);
    expect(grown).toBeLessThanOrEqual(most);
    // What the operator wrote last does not put it back.
    expect((await readDeployment(kube, namespace)).status?.stable?.readyReplicas).toBe(1);
  });

  it('scales each revision of a canary by itself: the candidate to its share, and stable never down before a rollback', { timeout: longMs }, async () => {
    const kube = env.kube();
    const traffic = env.load({ rows, requestsPerSecond: 10, maxSeconds: longMs / 1000 });
    await kube.apply([deployment('tumour-1', { schedule: [{ replicas: most }] })]);
    const { status } = await until(kube, namespace, 'three pods by the schedule', (object) => object.status?.stable?.readyReplicas === most, 120_000);
    const stable = status?.stable?.revision ?? '';
    await setVersion(kube, namespace, 'tumour-2');
    const begun = await until(kube, namespace, 'the candidate', (object) => object.status?.candidate?.version === 'tumour-2', 60_000);
    const candidate = begun.status?.candidate?.revision ?? '';
    await eventually('its autoscaler', candidate, async () => (await bounds(candidate)) === `2 to ${most}`, 30_000);
    await until(kube, namespace, 'the first step', (object) => object.status?.rollout?.step === 1, 120_000);
    // All of the traffic would come next. With so little of it nobody but these bounds asks for a third pod.
    const seconds = await eventually('as many pods as stable has', candidate, async () => (await bounds(candidate)) === `${most} to ${most}` && (await replicasOf(candidate)) === most, 120_000);
    // The schedule does not count in a rollout, and the load asks for one pod: only the bounds keep the others.
    expect(await bounds(stable)).toBe(`1 to ${most} +`);
    await pause(45_000);
    expect([await replicasOf(stable), await pods(stable)]).toEqual([most, most]);
    await kube.kubectl('annotate', 'md', 'tumour', '-n', namespace, '--overwrite', `trainyard.dev/abort=${Date.now()}`);
    await until(kube, namespace, 'rollback', (object) => object.status?.candidate === undefined && object.status?.lastRollback?.reason === 'Aborted', 30_000);
    await eventually('no autoscaler of the candidate', stable, async () => (await autoscaler(candidate)) === undefined, 30_000);
    expect(await pods(stable)).toBe(most);
    await until(kube, namespace, 'rest', isAtRest, 60_000);
    unharmed('a canary with autoscalers', summarize(await traffic.stop()), `the candidate had ${most} pods ${seconds} s after its first step`);
  });

  it('leaves the number to replicas again when it goes from the spec', { timeout: longMs }, async () => {
    const kube = env.kube();
    const { autoscaling: _, ...spec } = (deployment('tumour-1') as ModelDeployment).spec;
    // What kubectl apply last applied has the field, so it is taken away.
    await kube.apply([{ ...deployment('tumour-1'), spec: { ...spec, server: { ...spec.server, replicas: 2 } } }]);
    const { status } = await until(kube, namespace, 'two pods', (object) => isAtRest(object) && object.status?.stable?.readyReplicas === 2 && getCondition(object.status.conditions, 'ScalingActive') === undefined, 120_000);
    const stable = status?.stable?.revision ?? '';
    expect(await autoscaler(stable)).toBeUndefined();
    await pause(15_000);
    expect(await replicasOf(stable)).toBe(2);
  });
});
