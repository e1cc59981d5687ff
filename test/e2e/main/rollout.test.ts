import { beforeAll, describe, expect, it } from 'vitest';
import { virtualServices, type VirtualService } from '../../../controllers/shared/kube-types.ts';
import { answering, summarize, type Load } from '../harness/load.ts';
import { registerModels } from '../harness/models.ts';
import { inNamespace } from '../harness/namespace.ts';
import { ended, modelDeployment, podIdentities, readDeployment, readyText, readyVersion, setVersion, trainingRun, until } from '../harness/objects.ts';
import { featureRows, type Row } from '../harness/samples.ts';

const env = inNamespace('e2e-rollout');
const { namespace, host } = env;
let rows: readonly Row[] = [];

const load = (): Load => env.load({ rows });
const served = (version: string) => ({ status }: { status?: { stable?: { version: string }; candidate?: unknown; retiring?: unknown[] } }): boolean => status?.stable?.version === version && status.candidate === undefined;

beforeAll(async () => {
  const kube = env.kube();
  rows = await featureRows(kube, 'tumour.csv', ['malignant', 'patient_id']);
  await kube.apply([trainingRun(namespace, 'xgb'), trainingRun(namespace, 'logistic', { model: 'tumour', algorithm: { name: 'logistic' } })]);
  const runs = [await ended(kube, namespace, 'xgb'), await ended(kube, namespace, 'logistic')];
  expect(runs.map((run) => run.status?.modelVersionRef?.name).sort()).toEqual(['tumour-1', 'tumour-2']);
  await registerModels(kube, namespace, { 'tumour-3': 'failsOneInThree' });
  await kube.apply([modelDeployment(namespace, 'tumour-1')]);
  await until(kube, namespace, 'first version', served('tumour-1'));
  await answering({ gateway: kube.addresses.gateway, host, row: rows[0] ?? {} });
});

describe('a rollout on real traffic', () => {
  it('acceptance 2, 3: promotes a good version without a failed request and without a restart', async () => {
    const kube = env.kube();
    const traffic = load();
    await setVersion(kube, namespace, 'tumour-2');
    const { status } = await until(kube, namespace, 'first step', (object) => (object.status?.rollout?.step ?? 0) > 0);
    const before = await podIdentities(kube, namespace, status?.candidate?.revision ?? '');
    const after = await until(kube, namespace, 'promotion', served('tumour-2'));
    await until(kube, namespace, 'retirement', (object) => object.status?.retiring === undefined);
    const seen = summarize(await traffic.stop());
    expect(seen).toMatchObject({ failed: 0, problems: [] });
    expect(seen.byVersion['tumour-1']).toBeGreaterThan(0);
    expect(seen.byVersion['tumour-2']).toBeGreaterThan(0);
    expect(await podIdentities(kube, namespace, after.status?.stable?.revision ?? '')).toEqual(before);
    expect((await readyVersion(kube, namespace, 'tumour-2')).status?.serving).toBe('tumour:stable(100%)');
  });

  it('acceptance 4: rolls a failing version back by itself, blocks its digest and leaves stable alone', async () => {
    const kube = env.kube();
    const stable = (await readDeployment(kube, namespace)).status?.stable?.revision ?? '';
    const before = await podIdentities(kube, namespace, stable);
    const traffic = load();
    await setVersion(kube, namespace, 'tumour-3');
    const { status } = await until(kube, namespace, 'rollback', (object) => object.status?.lastRollback?.propagated === true);
    const seen = summarize(await traffic.stop());
    console.info(`rollback: first bad to last bad answer ${seen.firstBadToLastBadMs} ms, ${seen.failed} of ${seen.requests} harmed`);
    expect(status?.lastRollback).toMatchObject({ version: 'tumour-3', to: 'tumour-2', reason: 'SloBreached' });
    // The operator's count and the clients' count are of the same requests.
    expect(status?.lastRollback?.harmedRequests).toBe(seen.failed);
    expect(await podIdentities(kube, namespace, stable)).toEqual(before);
    await setVersion(kube, namespace, 'tumour-2');
    await until(kube, namespace, 'calm', (object) => readyText(object).startsWith('True Serving'));
  });

  it('acceptance 19: puts a foreign edit of the VirtualService back within two seconds and counts it', async () => {
    const kube = env.kube();
    const edits = (await readDeployment(kube, namespace)).status?.foreignEdits ?? 0;
    const read = async (): Promise<string> => JSON.stringify((await kube.object<VirtualService>(virtualServices, namespace, 'tumour'))?.spec);
    const wanted = await read();
    await kube.kubectl('patch', 'virtualservice', 'tumour', '-n', namespace, '--type=json', '-p', JSON.stringify([{ op: 'replace', path: '/spec/http/0/timeout', value: '77s' }]));
    await kube.waitFor('the route as it was', async () => ((await read()) === wanted ? true : undefined), 2000);
    await until(kube, namespace, 'the count', (object) => object.status?.foreignEdits === edits + 1, 5000);
  });
});

describe('bad input of a deployment', () => {
  it.each([
    ['a version that does not exist', { version: 'tumour-99' }, /^False VersionNotFound: ModelVersion tumour-99 does not exist/],
    ['a gateway that does not exist', { traffic: { hosts: [host], gateways: ['istio-system/nowhere'] } }, /^False GatewayNotFound: Gateway istio-system\/nowhere/],
  ] as const)('%s is said in status, and stable goes on serving', async (_, change, expected) => {
    const kube = env.kube();
    await kube.kubectl('patch', 'md', 'tumour', '-n', namespace, '--type=merge', '-p', JSON.stringify({ spec: change }));
    const object = await until(kube, namespace, 'a message', (seen) => expected.test(readyText(seen)), 20_000);
    expect(object.status?.stable?.version).toBe('tumour-2');
    expect(object.status?.conditions).toContainEqual(expect.objectContaining({ type: 'Available', status: 'True' }));
    await kube.apply([modelDeployment(namespace, 'tumour-2')]);
    await until(kube, namespace, 'calm', (seen) => readyText(seen).startsWith('True Serving'), 20_000);
  });

  it('acceptance 25: a version whose bytes do not match is said in status, and gets no pod', async () => {
    const kube = env.kube();
    const good = await readyVersion(kube, namespace, 'tumour-2');
    const spec = { ...good.spec, version: 77, artifact: { ...good.spec.artifact, sha256: '7'.repeat(64) } };
    await kube.apply([{ apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelVersion', metadata: { name: 'tumour-77', namespace }, spec }]);
    await setVersion(kube, namespace, 'tumour-77');
    const object = await until(kube, namespace, 'a message', (seen) => readyText(seen).startsWith('False VersionNotReady: ModelVersion tumour-77 is not Ready (ManifestMismatch'), 20_000);
    expect(object.status?.candidate).toBeUndefined();
    await setVersion(kube, namespace, 'tumour-2');
    await until(kube, namespace, 'calm', (seen) => readyText(seen).startsWith('True Serving'), 20_000);
  });

  it('a version of another model is said in status', async () => {
    const kube = env.kube();
    const good = await readyVersion(kube, namespace, 'tumour-2');
    await kube.apply([{ ...modelDeployment(namespace, 'tumour-2'), metadata: { name: 'other', namespace }, spec: { ...modelDeployment(namespace, 'tumour-2').spec, model: 'other', traffic: {} } }]);
    await kube.waitFor('a message', async () => {
      const text = await kube.kubectl('get', 'md', 'other', '-n', namespace, '-o', 'jsonpath={.status.conditions[?(@.type=="Ready")].message}');
      return text.includes(`${good.metadata.name} belongs to model tumour, not to other`) ? text : undefined;
    }, 20_000);
    await kube.kubectl('delete', 'md', 'other', '-n', namespace);
  });

  it('acceptance 26: a served version is kept until nobody serves it, and a deleted deployment leaves nothing', async () => {
    const kube = env.kube();
    await kube.kubectl('delete', 'mv', 'tumour-2', '-n', namespace, '--wait=false');
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(await kube.kubectl('get', 'mv', 'tumour-2', '-n', namespace, '-o', 'name')).toContain('tumour-2');
    // It is told once, however often somebody looks.
    await kube.kubectl('annotate', 'mv', 'tumour-2', '-n', namespace, 'example.org/look=again');
    const told = async (): Promise<string> => kube.kubectl('get', 'events.events.k8s.io', '-n', namespace, '-o', 'jsonpath={range .items[?(@.reason=="StillServed")]}{.regarding.name} {.series.count};{end}');
    await kube.waitFor('the event', async () => ((await told()) === 'tumour-2 ;' ? true : undefined), 20_000);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await told()).toBe('tumour-2 ;');
    await kube.kubectl('delete', 'md', 'tumour', '-n', namespace, '--wait');
    await kube.waitFor('removal of the version', async () => ((await kube.kubectl('get', 'mv', 'tumour-2', '-n', namespace, '--ignore-not-found', '-o', 'name')) === '' ? true : undefined), 30_000);
    await kube.waitFor('removal of what the deployment owned', async () => ((await kube.kubectl('get', 'virtualservices,deployments,services,poddisruptionbudgets', '-n', namespace, '-o', 'name')) === '' ? true : undefined), 60_000);
  });
});
