// The artifact store against a real S3 server.
import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createArtifactStore, type ArtifactStore } from '../../../controllers/shared/artifact-store.ts';
import { sha256Hex } from '../../../controllers/shared/digest.ts';
import { binary } from '../harness/binaries.ts';
import { createWorkspace, defineService, freePorts, waitUntilReady } from '../harness/processes.ts';

const workspace = createWorkspace();
const folder = `${workspace.directory}/objects`;
const [port = 0] = await freePorts(1);
const server = defineService(workspace, 'versitygw', await binary('versitygw'), ['--access', 'tester', '--secret', 'a-secret-of-the-test', '--port', `127.0.0.1:${port}`, '--quiet', 'posix', '--nometa', folder]);
const endpoint = `http://127.0.0.1:${port}`;
const bytes = Buffer.alloc(3_000_000, 'model');

beforeAll(async () => {
  mkdirSync(`${folder}/models/ml`, { recursive: true });
  writeFileSync(`${folder}/models/ml/model.onnx`, bytes);
  server.start();
  await waitUntilReady(server, 'versitygw', async () => void (await request(endpoint)).body.dump(), 20_000);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.kill();
  workspace.remove();
});

function storeFor(secret: string, url = endpoint): ArtifactStore {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'tester');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', secret);
  return createArtifactStore({ endpoint: url, region: 'us-east-1', deadlineMs: 5000 });
}

describe('the artifact store over S3', () => {
  it('tells digest and size of an object, and reads a small one whole', async () => {
    const store = storeFor('a-secret-of-the-test');
    expect(await store.digest('s3://models/ml/model.onnx')).toEqual({ sha256: sha256Hex(bytes), sizeBytes: bytes.byteLength });
    expect((await store.read('s3://models/ml/model.onnx', 4_000_000)).bytes.equals(bytes)).toBe(true);
    await expect(store.read('s3://models/ml/model.onnx', 1000)).rejects.toMatchObject({ reason: 'TooLarge' });
  });
  it.each<[name: string, store: () => ArtifactStore, uri: string, reason: string]>([
    ['an object that is not there', () => storeFor('a-secret-of-the-test'), 's3://models/ml/none.onnx', 'ArtifactNotFound'],
    ['a bucket that is not there', () => storeFor('a-secret-of-the-test'), 's3://nowhere/model.onnx', 'ArtifactNotFound'],
    ['a wrong secret', () => storeFor('a-guess'), 's3://models/ml/model.onnx', 'StoreForbidden'],
    ['nobody at the address', () => storeFor('a-secret-of-the-test', 'http://127.0.0.1:1'), 's3://models/ml/model.onnx', 'StoreUnreachable'],
  ])('%s: %s', async (_name, store, uri, reason) => {
    await expect(store().digest(uri)).rejects.toMatchObject({ name: 'StoreError', reason });
  });
});
