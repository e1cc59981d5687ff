// The plugin and the API server are real; the test plays the operator's Deployment, the Job controller and the pod.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModelVersion } from '../../../crds/generated/model-version.ts';
import { modelVersionResource } from '../../../crds/generated/resources.ts';
import { jobs, type Job } from '../../../cli/predict/job.ts';
import { pods, type Pod } from '../../../cli/predict/pod-words.ts';
import { deployments, type Deployment } from '../../../controllers/shared/kube-types.ts';
import type { KubeObject, ResourceType } from '../../../operator/runtime/types.ts';
import { eventually } from '../../../operator/runtime/testing/silent.ts';
import { crds } from '../controllers/fixtures/crd-paths.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import { plugin, startPlugin, type Ended } from './plugin.ts';

const env = sharedEnv({ crds });
const namespaces: ResourceType = { group: '', version: 'v1', kind: 'Namespace', plural: 'namespaces', namespaced: false };
const namespace = 'predict';
const asked = ['predict', 'tumour-1', '-n', namespace, '--input', 's3://data/in/', '--output', 's3://data/out/', '--keep', 'id'];
const call = (...more: readonly string[]): Promise<Ended> => plugin(env.kubeconfigPath, ...asked, ...more);
const theJob = async (): Promise<Job> => {
  const [job, ...others] = (await env.client.list<Job>(jobs, { namespace })).items;
  expect(others).toEqual([]);
  if (job === undefined) throw new Error('there is no Job');
  return job;
};

beforeAll(async () => {
  await env.client.create(namespaces, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace, labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } } });
  const spec = { model: 'tumour', version: 1, artifact: { uri: 's3://models/m.onnx', sha256: 'c'.repeat(64), sizeBytes: 9, format: 'ONNX' }, manifest: { uri: 's3://models/m.json', sha256: 'd'.repeat(64) } };
  await env.client.create(modelVersionResource, { apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelVersion', metadata: { name: 'tumour-1', namespace }, spec } as unknown as ModelVersion);
});

// Other files look for operators too, on the same API server.
afterAll(() => env.client.delete(deployments, { namespace: 'default', name: 'trainyard' }));

async function verified(): Promise<void> {
  const conditions = [{ type: 'Ready', status: 'True' as const, reason: 'Verified', message: 'all digests match', lastTransitionTime: new Date().toISOString() }];
  await env.client.applyStatus<ModelVersion>(modelVersionResource, { apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelVersion', metadata: { name: 'tumour-1', namespace }, status: { conditions } }, { fieldManager: 'test' });
}

async function operatorDeployment(): Promise<void> {
  const labels = { 'app.kubernetes.io/name': 'trainyard', 'app.kubernetes.io/component': 'operator' };
  const container = { name: 'operator', image: 'operator:1', env: [{ name: 'WATCH_NAMESPACES', value: '' }, { name: 'MODEL_SERVER_IMAGE', value: 'model-server:1' }, { name: 'STORE_SECRET_NAME', value: 'trainyard-store' }] };
  await env.client.create<Deployment>(deployments, { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'trainyard', namespace: 'default', labels }, spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [container] } } } });
}

/** As the controller of Jobs ends them. */
async function end(type: 'Complete' | 'Failed', reason: string, message: string): Promise<void> {
  const now = new Date().toISOString();
  const before = { Complete: 'SuccessCriteriaMet', Failed: 'FailureTarget' }[type];
  const conditions = [before, type].map((one) => ({ type: one, status: 'True', reason, message, lastTransitionTime: now, lastProbeTime: now }));
  const { metadata } = await theJob();
  const status = { startTime: now, ...(type === 'Complete' ? { completionTime: now, succeeded: 1 } : { failed: 1 }), uncountedTerminatedPods: {}, conditions };
  await env.client.patch(jobs, { namespace, name: metadata.name }, { status }, { subresource: 'status' });
}

/** The pod of the Job's own template: the API server admits it to a restricted namespace, or the test fails. */
async function pod(terminated: { readonly exitCode: number; readonly message: string }): Promise<void> {
  const { metadata, spec } = await theJob();
  const template = spec?.['template'] as { metadata: { labels: Record<string, string> }; spec: unknown };
  const object = { apiVersion: 'v1', kind: 'Pod', metadata: { name: `${metadata.name}-x`, namespace, labels: template.metadata.labels }, spec: template.spec } as KubeObject;
  await env.client.create(pods, object);
  const status = { phase: terminated.exitCode === 0 ? 'Succeeded' : 'Failed', containerStatuses: [{ name: 'predict', image: 'x', imageID: '', ready: false, restartCount: 0, state: { terminated: { ...terminated, reason: 'Error' } } }] };
  await env.client.patch<Pod>(pods, { namespace, name: `${metadata.name}-x` }, { status }, { subresource: 'status' });
}

describe('kubectl trainyard predict', () => {
  it('goes from a version that is not verified to a Job that is found again, ends, fails and is made anew', { timeout: 120_000 }, async () => {
    expect(await call()).toMatchObject({ code: 1, out: '', err: expect.stringContaining('error: modelversion/tumour-1 is not verified: the operator has not seen it yet') as string });
    await verified();
    expect(await call()).toMatchObject({ code: 1, err: expect.stringContaining('name it by --image') as string });
    await operatorDeployment();

    const started = await call();
    expect(started).toMatchObject({ code: 0, out: expect.stringMatching(/^job\/tumour-1-predict-[0-9a-f]{8}: started\n$/) as string });
    const first = await theJob();
    expect(JSON.stringify(first.spec)).toContain('"image":"model-server:1"');
    expect((await call()).out).toBe(`job/${first.metadata.name}: runs already\n`);
    expect((await theJob()).metadata.uid).toBe(first.metadata.uid);

    const following = startPlugin(env.kubeconfigPath, [...asked, '--wait']);
    await eventually(() => following.out().includes('waits for its pod'), 20_000);
    await pod({ exitCode: 65, message: '{"error":{"reason":"RowRefused","message":"s3://data/in/a.csv: row 3: column \\"x\\" is \\"old\\", expected a number"}}' });
    await end('Failed', 'PodFailurePolicy', 'Container predict failed with exit code 65');
    const failed = await following.ended;
    expect(failed).toMatchObject({ code: 1, err: expect.stringContaining(`job/${first.metadata.name} failed: RowRefused: s3://data/in/a.csv: row 3: column "x" is "old", expected a number; once that is mended`) as string });

    const name = `${first.metadata.name}-x`;
    await env.client.delete(pods, { namespace, name });
    // The collector of garbage, which removes the finalizer of a foreground deletion, does not run here.
    const again = startPlugin(env.kubeconfigPath, asked);
    await eventually(async () => (await theJob()).metadata.deletionTimestamp !== undefined, 20_000);
    await env.client.patch(jobs, { namespace, name: first.metadata.name }, { metadata: { finalizers: null } });
    expect(await again.ended).toMatchObject({ code: 0, out: expect.stringContaining('started again after a failure') as string });
    expect((await theJob()).metadata.uid).not.toBe(first.metadata.uid);

    await pod({ exitCode: 0, message: '{"done":{"rows":569,"skipped":1,"parts":1,"manifest":"s3://data/out/_manifest.json"}}' });
    await end('Complete', 'CompletionsReached', 'Reached expected number of succeeded pods');
    expect(await call('--wait')).toEqual({ code: 0, err: '', out: `${first.metadata.name}: done: 569 predictions in 1 parts, 1 bad rows skipped; s3://data/out/_manifest.json\n` });
  });

  it('takes image and Secret from the options where they are named', async () => {
    const named = await plugin(env.kubeconfigPath, 'predict', 'tumour-1', '-n', namespace, '--input', 's3://data/other.csv', '--output', 's3://data/other/', '--image', 'mine:2', '--secret', 'my-store', '--ttl', '1h');
    expect(named.code).toBe(0);
    const job = (await env.client.list<Job>(jobs, { namespace })).items.find(({ metadata }) => metadata.annotations?.['trainyard.dev/input'] === 's3://data/other.csv');
    expect(job?.spec).toMatchObject({ ttlSecondsAfterFinished: 3600, template: { spec: { containers: [{ image: 'mine:2', envFrom: [{ secretRef: { name: 'my-store' } }] }] } } });
  });
});
