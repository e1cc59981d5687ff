// What users get wrong: names, gateways, versions. Stable goes on, the status says what is wrong, and mending it is enough.
import { afterEach, describe, expect, it } from 'vitest';
import type { ModelDeployment, ModelDeploymentInput } from '../../../crds/generated/model-deployment.ts';
import { modelDeploymentResource, modelVersionResource } from '../../../crds/generated/resources.ts';
import { gateways, type Gateway } from '../../../controllers/shared/kube-types.ts';
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

async function serving(): Promise<{ readonly web: Deployed; readonly stable: string }> {
  const web = new Deployed(await newWorld(), 22);
  open.add(web);
  await web.world.readyVersion(1);
  await web.create('tumour-1');
  const stable = await web.serve('tumour-1');
  await web.condition('Ready', 'True Serving');
  await eventually(async () => (await web.split()).join() === `${stable}=100`);
  return { web, stable };
}

describe('a version that cannot be deployed', () => {
  it('because it does not exist, is waited for by name', async () => {
    const { web, stable } = await serving();
    await web.patch({ version: 'tumour-2' });
    await web.condition('Ready', 'False VersionNotFound');
    await web.condition('Reconciling', 'True VersionNotFound');
    expect(await web.split()).toEqual([`${stable}=100`]);
    await web.world.version(2);
    await web.until(({ status }) => status?.candidate?.version === 'tumour-2');
  });
  it('because its bytes are wrong, is deployed by itself when they are mended', async () => {
    const { web, stable } = await serving();
    const files = await web.world.version(2, { failing: 503 });
    await web.patch({ version: 'tumour-2' });
    await web.condition('Ready', 'False VersionNotReady');
    await web.condition('Reconciling', 'True VersionNotReady');
    expect(await web.split()).toEqual([`${stable}=100`]);
    web.world.store.put('2/model.onnx', files.model);
    await web.until(({ status }) => status?.candidate?.version === 'tumour-2', 15_000);
  });
  it.each([
    ['another model', 'VersionOfAnotherModel', { model: 'lung', version: 2 }],
    ['an archive', 'VersionArchived', { stage: 'Archived' }],
    ['somebody\'s desk', 'VersionNotApproved', { approval: { required: true } }],
  ])('because it belongs to %s, is said to be so: %s', async (_name, reason, spec) => {
    const { web, stable } = await serving();
    await web.world.version(2, { spec });
    await web.patch({ version: 'tumour-2' });
    await web.condition('Stalled', `True ${reason}`);
    expect(await web.split()).toEqual([`${stable}=100`]);
  });
  it('is deployed as soon as somebody approves it', async () => {
    const { web } = await serving();
    await web.world.version(2, { spec: { approval: { required: true } } });
    await web.patch({ version: 'tumour-2' });
    await web.condition('Ready', 'False VersionNotApproved');
    await web.world.client.patch(modelVersionResource, { namespace: web.world.namespace, name: 'tumour-2' }, { spec: { approval: { state: 'Approved', by: 'anna' } } });
    await web.until(({ status }) => status?.candidate?.version === 'tumour-2');
  });
});

describe('a gateway', () => {
  const make = (web: Deployed, host: string): Promise<unknown> =>
    web.world.client.apply<Gateway>(gateways, { apiVersion: 'networking.istio.io/v1', kind: 'Gateway', metadata: { name: 'public', namespace: web.world.namespace }, spec: { servers: [{ hosts: [host] }] } }, { fieldManager: 'somebody' });

  it('that does not exist, or serves another host, is said to be so until it is mended', async () => {
    const { web } = await serving();
    await web.patch({ traffic: { hosts: ['ml.example.com'], gateways: [`${web.world.namespace}/public`] } });
    await web.condition('Stalled', 'True GatewayNotFound');
    await make(web, 'other.example.com');
    await web.condition('Stalled', 'True HostNotServed');
    await make(web, '*.example.com');
    await web.condition('Ready', 'True Serving');
  });

  it('serves a host for one deployment, and says to the other one whose it is', async () => {
    const { web } = await serving();
    const { world } = web;
    await make(web, '*.example.com');
    const traffic = { hosts: ['ml.example.com'], gateways: [`${world.namespace}/public`] };
    await web.patch({ traffic });
    await web.condition('Ready', 'True Serving');
    // Creation is told in seconds, and of twins the first by name would keep the host.
    await world.client.create<ModelDeploymentInput>(modelDeploymentResource, { apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelDeployment', metadata: { namespace: world.namespace, name: 'younger' }, spec: { model: 'tumour', version: 'tumour-1', traffic } });
    await world.condition(modelDeploymentResource, 'younger', 'Ready', 'False HostTaken');
    expect((await world.get<ModelDeployment>(modelDeploymentResource, 'younger'))?.status?.conditions?.find(({ type }) => type === 'Ready')?.message).toContain(`belongs to ModelDeployment ${world.namespace}/web`);
    await world.client.patch(modelDeploymentResource, { namespace: world.namespace, name: 'younger' }, { spec: { traffic: { ...traffic, hosts: ['younger.example.com'] } } });
    await world.condition(modelDeploymentResource, 'younger', 'Ready', 'Unknown StartingCandidate');
    expect(await web.status()).toMatchObject({ stable: { version: 'tumour-1' } });
  });
});

describe('a version that is served', () => {
  it('is kept by a finalizer until nobody serves it any more', async () => {
    const { web } = await serving();
    const key = { namespace: web.world.namespace, name: 'tumour-1' };
    await web.world.until<{ apiVersion: string; kind: string; metadata: { name: string; finalizers?: string[] } }>(modelVersionResource, 'tumour-1', ({ metadata }) => metadata.finalizers?.includes('trainyard.dev/served') === true);
    await web.world.client.delete(modelVersionResource, key);
    await eventually(async () => (await web.world.events('StillServed')).length === 1);
    expect(await web.world.get(modelVersionResource, 'tumour-1')).toMatchObject({ status: { serving: 'web:stable(100%)' } });
    await web.world.client.delete(modelDeploymentResource, web.key);
    await eventually(async () => (await web.world.get(modelVersionResource, 'tumour-1')) === undefined);
  });
});
