import { beforeEach, describe, expect, it } from 'vitest';
import { modelVersionResource } from '../../crds/generated/resources.ts';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import { createMemoryClient, type MemoryClient } from '../../operator/runtime/testing/memory-client.ts';
import { highestVersion, nextName, registerVersion, versionNumber, type Registration } from './register-version.ts';

const registration: Registration = {
  namespace: 'ml',
  model: 'tumour',
  artifact: { uri: 's3://models/a.onnx', sha256: 'a'.repeat(64), sizeBytes: 9 },
  manifest: { uri: 's3://models/a.json', sha256: 'b'.repeat(64) },
  trainingRun: { name: 'xgb', uid: 'u1' },
  labels: { team: 'mine', 'trainyard.dev/model': 'not mine to say' },
  approvalRequired: true,
  aliases: ['champion'],
};
const another: Registration = { ...registration, manifest: { ...registration.manifest, sha256: 'c'.repeat(64) } };
const world: { client: MemoryClient } = { client: createMemoryClient() };

beforeEach(() => {
  world.client = createMemoryClient();
});

describe('registering a version', () => {
  it('makes it, with everything that tells where it comes from', async () => {
    expect(await registerVersion(world.client, 'tumour-3', registration)).toBe('made');
    expect(world.client.objects<ModelVersion>(modelVersionResource)).toMatchObject([{
      metadata: { name: 'tumour-3', labels: { team: 'mine', 'trainyard.dev/model': 'tumour', 'trainyard.dev/training-run': 'xgb' } },
      spec: { model: 'tumour', version: 3, artifact: { ...registration.artifact, format: 'ONNX' }, manifest: registration.manifest, trainingRunRef: registration.trainingRun, approval: { required: true }, aliases: ['champion'] },
    }]);
  });
  it('leaves out aliases where there are none', async () => {
    await registerVersion(world.client, 'tumour-3', { ...registration, aliases: [] });
    expect(world.client.objects<ModelVersion>(modelVersionResource)[0]?.spec).not.toHaveProperty('aliases');
  });
  it('finds the one that a crash made before', async () => {
    await registerVersion(world.client, 'tumour-3', registration);
    expect(await registerVersion(world.client, 'tumour-3', registration)).toBe('made');
    expect(world.client.objects(modelVersionResource)).toHaveLength(1);
  });
  it('does not take over the one that somebody else made', async () => {
    await registerVersion(world.client, 'tumour-3', another);
    expect(await registerVersion(world.client, 'tumour-3', registration)).toBe('taken');
    expect(world.client.objects<ModelVersion>(modelVersionResource)[0]?.spec.manifest.sha256).toBe(another.manifest.sha256);
  });
  it('does not take a refusal for a success', async () => {
    world.client.intercept = (operation) => {
      if (operation === 'create') throw new Error('quota');
    };
    await expect(registerVersion(world.client, 'tumour-3', registration)).rejects.toThrow('quota');
  });
});

describe('numbers of versions', () => {
  it.each([['tumour-9', 9, 'tumour-10'], ['breast-cancer-99', 99, 'breast-cancer-100'], ['a-1-2', 2, 'a-1-3']])('%s is number %i, then comes %s', (name, number, next) => {
    expect([versionNumber(name), nextName(name)]).toEqual([number, next]);
  });
  it('the highest is that of the same model', () => {
    const version = (model: string, number: number): ModelVersion => ({ spec: { model, version: number } }) as ModelVersion;
    expect(highestVersion('tumour', [version('tumour', 2), version('lung', 9), version('tumour', 10), version('tumour', 3)])).toBe(10);
    expect(highestVersion('tumour', [])).toBe(0);
  });
});
