import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createArtifactStore } from '../shared/artifact-store.ts';
import { startHttpStore } from '../shared/testing/http-store.ts';
import { filesOf } from '../shared/testing/manifest.ts';
import { specOf } from './testing/version.ts';
import { verify } from './verify.ts';

const http = await startHttpStore();
afterAll(() => http.close());
const store = createArtifactStore({ endpoint: undefined, region: 'us-east-1', deadlineMs: 300 });
const files = filesOf();
const { sha256, sizeBytes } = files.manifest.artifact;
const at = (path: string): string => `${http.url}${path}`;
const spec = (more: object = {}): ReturnType<typeof specOf> => specOf({ artifact: { uri: at('model.onnx'), sha256, sizeBytes }, manifest: { uri: at('manifest.json'), sha256: files.manifestSha256 }, ...more });

/** Another manifest lies in the store, and the spec knows its digest. */
function pointedAt(other: ReturnType<typeof filesOf>): object {
  http.put('manifest.json', other.bytes);
  return { manifest: { uri: at('manifest.json'), sha256: other.manifestSha256 } };
}

beforeEach(() => {
  http.put('manifest.json', files.bytes);
  http.put('model.onnx', files.model);
});

describe('verifying a version', () => {
  it('reads both objects and hands the manifest on', async () => {
    expect(await verify(store, spec())).toEqual({ verified: true, manifest: files.manifest });
    expect(http.asked.slice(-2)).toEqual(['manifest.json', 'model.onnx']);
  });
  it.each<[name: string, prepare: () => object, reason: string, transient: boolean, message: string]>([
    ['a manifest that is not there', () => (http.fail('manifest.json', 404), {}), 'ArtifactNotFound', false, 'does not exist (HTTP 404)'],
    ['a model file that is not there', () => (http.fail('model.onnx', 404), {}), 'ArtifactNotFound', false, 'model.onnx does not exist'],
    ['an address of no known kind', () => ({ artifact: { uri: 's3://models', sha256, sizeBytes } }), 'ArtifactNotFound', false, 'is not an address of the form'],
    ['a store that refuses us', () => (http.fail('model.onnx', 403), {}), 'StoreForbidden', true, 'access denied'],
    ['a store that asks who we are', () => (http.fail('manifest.json', 401), {}), 'StoreForbidden', true, 'access denied'],
    ['a store that fails', () => (http.fail('manifest.json', 500), {}), 'StoreUnreachable', true, 'HTTP 500'],
    ['a store that nobody listens at', () => ({ manifest: { uri: 'http://127.0.0.1:1/manifest.json', sha256 } }), 'StoreUnreachable', true, 'ECONNREFUSED'],
    ['a store that never answers', () => (http.fail('model.onnx', 'hang'), {}), 'StoreUnreachable', true, 'timeout'],
    ['a connection that breaks in the middle', () => (http.fail('model.onnx', 'reset'), {}), 'StoreUnreachable', true, 'model.onnx'],
    ['a manifest with other bytes', () => (http.put('manifest.json', `${files.bytes.toString()}\n`), {}), 'DigestMismatch', false, `expected ${files.manifestSha256}`],
    ['a model file with other bytes', () => (http.put('model.onnx', 'the bytes of a modem'), {}), 'DigestMismatch', false, `expected ${sha256}`],
    ['a size that is wrong', () => ({ artifact: { uri: at('model.onnx'), sha256, sizeBytes: 21 } }), 'DigestMismatch', false, 'has 20 bytes, expected 21'],
    ['a manifest about another model', () => pointedAt(filesOf({ model: 'lung' })), 'ManifestMismatch', false, 'the manifest is about model lung, spec.model is tumour'],
    ['a manifest about another file', () => pointedAt(filesOf({}, 'another model')), 'ManifestMismatch', false, 'the manifest is about a model file with sha256'],
    ['a manifest of another format', () => pointedAt(filesOf({ schemaVersion: 2 } as unknown as Parameters<typeof filesOf>[0])), 'ManifestInvalid', false, 'does not follow the manifest schema: /schemaVersion'],
  ])('%s: %s', async (_name, prepare, reason, transient, message) => {
    const found = await verify(store, spec(prepare()));
    expect(found).toMatchObject({ verified: false, reason, transient });
    expect(found.verified ? '' : found.message).toContain(message);
  });
  it('a manifest that is not JSON: ManifestInvalid', async () => {
    http.put('manifest.json', '{');
    const digest = '021fb596db81e6d02bf3d2586ee3981fe519f275c0ac9ca76bbcf2ebb4097d96';
    expect(await verify(store, spec({ manifest: { uri: at('manifest.json'), sha256: digest } }))).toMatchObject({ verified: false, reason: 'ManifestInvalid' });
  });
  it('a manifest that is too large is not read to its end', async () => {
    http.put('manifest.json', Buffer.alloc(5 * 1024 * 1024));
    expect(await verify(store, spec())).toMatchObject({ verified: false, reason: 'TooLarge', transient: false });
  });
  it('does not read a large model file for nothing when the manifest is wrong', async () => {
    const asked = http.asked.length;
    http.fail('manifest.json', 404);
    await verify(store, spec());
    expect(http.asked.slice(asked)).toEqual(['manifest.json']);
  });
});
