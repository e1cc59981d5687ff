import { beforeAll, describe, expect, it } from 'vitest';
import { loadCrds, storageVersion } from '../../../tools/generate/crd.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import { change, named, type Manifest } from './cases.ts';
import { crdPaths } from './crd-paths.ts';
import { kubectl } from './kubectl.ts';
import { experiment, fullTrainingRun, modelDeployment, modelVersion, trainingRun } from './samples.ts';
import { asVerdict, inNamespace, typeOf } from './server.ts';
import { withDefaults } from './validators.ts';

const env = sharedEnv({ crds: crdPaths });
const least: readonly Manifest[] = [trainingRun, experiment, modelVersion, modelDeployment];
let namespace = '';
beforeAll(async () => {
  namespace = await env.createNamespace();
});

/** What the server keeps of an object. */
async function stored(object: Manifest): Promise<Manifest> {
  const created = await env.client.create(typeOf(object), inNamespace(object, namespace));
  await env.client.delete(typeOf(object), { namespace, name: created.metadata.name });
  return created;
}

describe('defaults', () => {
  it.each([...least, named(fullTrainingRun, 'full')].map((object) => ({ name: `${object.kind} ${object.metadata.name}`, object })))('$name: the server and the compiled schema fill in the same', async ({ object }) => {
    expect((await stored(object)).spec).toEqual(withDefaults(object));
  });

  it('a TrainingRun without settings trains as the API reference says', async () => {
    expect((await stored(trainingRun)).spec).toMatchObject({
      data: { format: 'Auto', split: { strategy: 'Stratified', testFraction: 0.2, seed: 7 } },
      features: { numeric: { impute: 'Median', scale: 'Auto' }, categorical: { impute: 'MostFrequent', encode: 'OneHot', maxCategories: 30 } },
      crossValidation: { folds: 5, repeats: 1, seed: 7 },
      distributed: { engine: 'None', workers: 1 },
      backend: { type: 'Kubernetes', kubernetes: { spot: false, resources: { requests: { cpu: '500m', memory: '512Mi' }, limits: { memory: '2Gi' } } } },
      retryPolicy: { maxAttempts: 3, maxPreemptions: 10, backoff: '30s' },
      checkpoint: { enabled: true, every: '5m' },
      register: { enabled: true, approvalRequired: false },
      suspend: false,
      ttlAfterFinished: '24h',
    });
  });

  it('a ModelDeployment without settings is a canary that is judged by its errors', async () => {
    expect((await stored(modelDeployment)).spec).toMatchObject({
      paused: false,
      server: { replicas: 1 },
      traffic: { path: '/', timeout: '2s', retries: 0 },
      rollout: {
        strategy: 'Canary',
        steps: [{ weight: 5, hold: '1m' }, { weight: 25, hold: '2m' }, { weight: 50, hold: '2m' }],
        shield: { mode: 'Auto' },
        analysis: { source: { pods: true }, interval: '1s', slos: [{ name: 'errors', type: 'ErrorRatio', max: 0.01 }], compareToStable: true, alpha: 0.01, presumedBurst: 20, minRequests: 100, promotion: { confidence: 0.95, margin: 0.01 }, guardrails: {}, onHoldDeadline: 'Rollback' },
      },
    });
  });

  it('a null where a default is takes the default', async () => {
    expect((await stored(change(trainingRun, { suspend: null, crossValidation: null }))).spec).toEqual(withDefaults(trainingRun));
  });
});

describe('pruning', () => {
  it.each(least.map((object) => ({ kind: object.kind, object })))('$kind: a field that the schema does not know is not kept', async ({ object }) => {
    expect((await stored(change(object, { unheardOf: 1 }))).spec).not.toHaveProperty('unheardOf');
  });

  it('hyperparameters are kept as they are, nested ones too', async () => {
    const parameters = { max_depth: 4, nested: { deep: [1, 'a', null] } };
    expect((await stored(change(trainingRun, { 'algorithm.parameters': parameters }))).spec).toHaveProperty('algorithm.parameters', parameters);
    const candidates = [{ name: 'a', algorithm: { name: 'svm', parameters } }];
    expect((await stored(change(experiment, { candidates }))).spec).toHaveProperty('candidates', candidates);
  });

  it('kubectl refuses a field that the schema does not know, by its name', async () => {
    const input = JSON.stringify(inNamespace(change(trainingRun, { 'data.tarjet': 'x' }), namespace));
    await expect(kubectl(env.kubeconfigPath, ['create', '-f', '-'], input)).rejects.toThrow('unknown field "spec.data.tarjet"');
  });
});

describe('status', () => {
  it.each(least.map((object) => ({ kind: object.kind, object })))('$kind: a status that a user sends is not kept', async ({ object }) => {
    expect(await stored({ ...object, status: { observedGeneration: 7 } })).not.toHaveProperty('status');
  });

  it.each(least.map((object) => ({ kind: object.kind, object })))('$kind: a write to the status leaves the spec alone, and a condition type stands once', async ({ object }) => {
    const type = typeOf(object);
    const created = await env.client.create(type, inNamespace(named(object, 'with-status'), namespace));
    const condition = { type: 'Ready', status: 'True', reason: 'Done', message: '', lastTransitionTime: '2026-01-01T00:00:00Z' };
    const updated = await env.client.replace(type, { ...created, spec: { ...created.spec, model: 'other' }, status: { conditions: [condition] } }, { subresource: 'status' });
    expect(updated.spec).toEqual(created.spec);
    expect(updated.metadata.generation).toBe(created.metadata.generation);
    expect(updated.status).toEqual({ conditions: [condition] });
    const twice = await asVerdict(env.client.replace(type, { ...updated, status: { conditions: [condition, condition] } }, { subresource: 'status' }));
    expect(twice).toEqual({ accepted: false, message: expect.stringContaining('Duplicate value') });
    await env.client.delete(type, { namespace, name: 'with-status' });
  });
});

describe('kubectl get', () => {
  it.each(loadCrds().map((file) => ({ kind: file.kind, file })))('$kind: shows the columns, and its short name works', async ({ kind, file }) => {
    const object = least.find((candidate) => candidate.kind === kind);
    if (object === undefined) throw new Error(`no sample of ${kind}`);
    await env.client.create(typeOf(object), inNamespace(named(object, 'shown'), namespace));
    const output = await kubectl(env.kubeconfigPath, ['-n', namespace, 'get', file.crd.spec.names.shortNames?.[0] ?? '']);
    const columns = (storageVersion(file.crd).additionalPrinterColumns ?? []).filter((column) => (column.priority ?? 0) === 0);
    expect(output.split('\n')[0]?.trim().split(/\s+/)).toEqual(['NAME', ...columns.map((column) => column.name.toUpperCase())]);
    expect(output).toContain('shown');
  });

  it('scale changes the replicas of a ModelDeployment', async () => {
    await env.client.create(typeOf(modelDeployment), inNamespace(named(modelDeployment, 'scaled'), namespace));
    await kubectl(env.kubeconfigPath, ['-n', namespace, 'scale', 'modeldeployment/scaled', '--replicas=3']);
    const scaled = await env.client.get<Manifest>(typeOf(modelDeployment), { namespace, name: 'scaled' });
    expect(scaled?.spec).toHaveProperty('server.replicas', 3);
  });
});
