// Objects that are older than the rules of their CRDs: stored while the CRDs had none, found by the operator later.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jobs, deployments, type Job } from '../../../controllers/shared/kube-types.ts';
import { modelVersionResource, trainingRunResource } from '../../../crds/generated/resources.ts';
import { eventually } from '../../../operator/runtime/testing/silent.ts';
import type { Condition, KubeObject } from '../../../operator/runtime/types.ts';
import { loadCrds, storageVersion, type Schema } from '../../../tools/generate/crd.ts';
import { change, named, type Manifest } from '../admission/cases.ts';
import { experiment, modelDeployment, modelVersion, trainingRun } from '../admission/samples.ts';
import { inNamespace, typeOf } from '../admission/server.ts';
import { privateEnv } from '../harness/shared-env.ts';
import { namespaceType } from '../harness/types.ts';
import { crds } from './fixtures/crd-paths.ts';
import { worlds, type World } from './fixtures/world.ts';

interface Reported extends KubeObject {
  status?: { observedGeneration?: number; conditions?: Condition[] };
}

const folder = mkdtempSync(join(tmpdir(), 'unruled-'));
const unruled = loadCrds().map(({ file, crd }) => {
  const copy = structuredClone(crd);
  unrule(storageVersion(copy).schema.openAPIV3Schema);
  const path = join(folder, file);
  writeFileSync(path, JSON.stringify(copy));
  return path;
});
afterAll(() => rmSync(folder, { recursive: true }));

function unrule(schema: Schema): void {
  delete schema['x-kubernetes-validations'];
  for (const child of [...Object.values(schema.properties ?? {}), schema.items, schema.additionalProperties]) if (typeof child === 'object') unrule(child);
}

const others = crds.filter((path) => !unruled.some((one) => path.endsWith(one.slice(folder.length))));
const env = privateEnv({ crds: [...others, ...unruled] });
const newWorld = worlds(() => ({
  client: env().client,
  kubeconfigPath: env().kubeconfigPath,
  async createNamespace() {
    const name = `test-${randomBytes(5).toString('hex')}`;
    await env().client.create<KubeObject>(namespaceType, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
    return name;
  },
}));

const gate = { metric: 'roc_auc' };
const wrong: readonly { readonly object: Manifest; readonly message: string }[] = [
  { object: change(trainingRun, { gates: [gate] }), message: 'spec.gates[0]: a gate needs min, max or both' },
  { object: change(experiment, { 'template.gates': [gate] }), message: 'spec.template.gates[0]: a gate needs min, max or both' },
  { object: change(modelVersion, { approval: { required: true, state: 'Approved' } }), message: 'spec.approval: approval.by must name who approved' },
  { object: change(modelDeployment, { 'rollout.steps': [{ weight: 50 }, { weight: 5 }] }), message: 'spec.rollout.steps: the weights of the steps must grow' },
];

describe('an object that is older than a rule', () => {
  let world: World;
  beforeAll(async () => {
    world = await newWorld();
  });

  it.each(wrong.map(({ object, message }) => ({ kind: object.kind, object, message })))('$kind: is not acted on, and says what the server would: $message', async ({ object, message }) => {
    await world.client.create<Manifest>(typeOf(object), inNamespace(object, world.namespace));
    const { status } = await world.until<Reported>(typeOf(object), 'sample', ({ status: seen }) => seen?.conditions?.some(({ type }) => type === 'Stalled') === true);
    const said = new Map(status?.conditions?.map(({ type, status: value, reason, message: text }) => [type, `${value} ${reason}: ${text}`]));
    expect(said.get('Ready')).toBe(`False InvalidSpec: ${message}`);
    expect(said.get('Stalled')).toBe(`True InvalidSpec: ${message}`);
    expect(said.get('Reconciling')).toBeUndefined();
    expect(status?.observedGeneration).toBe(1);
    // Nothing was read, either.
    expect(said.get('ArtifactVerified')).toBeUndefined();
    expect(await world.list(jobs)).toEqual([]);
    expect(await world.list(deployments)).toEqual([]);
    expect((await world.list(trainingRunResource)).filter(({ metadata }) => metadata.name !== 'sample')).toEqual([]);
  });

  it('is told once', async () => {
    await eventually(async () => (await world.events('InvalidSpec')).length >= wrong.length);
    expect((await world.events('InvalidSpec')).sort()).toEqual(wrong.map(({ message }) => message).sort());
  });

  it('acceptance 27: goes on by itself when it is mended', async () => {
    await world.client.patch(trainingRunResource, { namespace: world.namespace, name: 'sample' }, { spec: { gates: [{ ...gate, min: 0.9 }] } });
    await world.until<Job>(jobs, 'sample-1', () => true);
    await world.condition(trainingRunResource, 'sample', 'Reconciling', 'True Starting');
    expect((await world.run('sample', () => true)).status?.conditions?.some(({ type }) => type === 'Stalled')).toBe(false);
  });

  it('is brought to its end when it was begun before', async () => {
    await world.client.create<Manifest>(trainingRunResource, inNamespace(named(trainingRun, 'begun'), world.namespace));
    await world.until<Job>(jobs, 'begun-1', () => true);
    await world.client.patch(trainingRunResource, { namespace: world.namespace, name: 'begun' }, { spec: { gates: [gate] } });
    await world.run('begun', ({ status, metadata }) => status?.observedGeneration === metadata.generation);
    expect((await world.run('begun', () => true)).status?.conditions?.some(({ reason }) => reason === 'InvalidSpec')).toBe(false);
  });

  it('is no longer ready when it names another artifact than the one that was verified', async () => {
    await world.readyVersion(7);
    await world.client.patch(modelVersionResource, { namespace: world.namespace, name: 'tumour-7' }, { spec: { artifact: { sha256: 'b'.repeat(64) } } });
    await world.condition(modelVersionResource, 'tumour-7', 'Ready', 'False InvalidSpec');
    await eventually(async () => (await world.events('InvalidSpec')).some((note) => /^spec\.artifact: artifact is immutable; sha256 [a-f0-9]{12}… was verified$/.test(note)));
  });
});
