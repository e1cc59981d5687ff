import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createArtifactStore } from '../shared/artifact-store.ts';
import { startHttpStore } from '../shared/testing/http-store.ts';
import { filesOf } from '../shared/testing/manifest.ts';
import { collect } from './collect.ts';

const http = await startHttpStore();
afterAll(() => http.close());
const store = createArtifactStore({ endpoint: undefined, region: 'us-east-1', deadlineMs: 200 });
const files = filesOf();
const told = { manifest: { uri: `${http.url}manifest.json`, sha256: files.manifestSha256 } };

beforeEach(() => {
  http.put('manifest.json', files.bytes);
  http.put('model.onnx', files.model);
});

describe('collecting a result', () => {
  it('computes every digest itself', async () => {
    const artifact = { uri: `${http.url}model.onnx`, sha256: 'f'.repeat(64), sizeBytes: 1 };
    expect(await collect(store, { ...told, artifact }, http.url)).toMatchObject({ found: true, pointer: told.manifest, artifact: { sha256: files.manifest.artifact.sha256, sizeBytes: files.model.byteLength } });
  });
  it('finds the manifest by its place when the pod was gone before its last words', async () => {
    expect(await collect(store, {}, http.url)).toMatchObject({ found: true, pointer: told.manifest });
  });
  it.each<[name: string, breakIt: () => void, reason: string, transient: boolean]>([
    ['a manifest that is not there', () => http.fail('manifest.json', 404), 'ArtifactNotFound', false],
    ['a manifest with other bytes', () => http.put('manifest.json', `${files.bytes.toString()} `), 'DigestMismatch', false],
    ['a model file that is not there', () => http.fail('model.onnx', 404), 'ArtifactNotFound', false],
    ['a model file with other bytes', () => http.put('model.onnx', 'the bytes of a modem'), 'DigestMismatch', false],
    ['a store that refuses', () => http.fail('model.onnx', 403), 'StoreForbidden', true],
    ['a store that fails', () => http.fail('model.onnx', 503), 'StoreUnreachable', true],
    ['a store that hangs', () => http.fail('model.onnx', 'hang'), 'StoreUnreachable', true],
    ['a connection that breaks in the middle', () => http.fail('model.onnx', 'reset'), 'StoreUnreachable', true],
  ])('%s: %s', async (_name, breakIt, reason, transient) => {
    breakIt();
    expect(await collect(store, told, http.url)).toMatchObject({ found: false, reason, transient });
  });
});
