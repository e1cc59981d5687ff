import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { StoreError, type ArtifactStore } from '../../controllers/shared/artifact-store.ts';
import { filesOf } from '../../controllers/shared/testing/manifest.ts';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import { readAll } from './read.ts';

const sha = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');
const digestOf = (objects: Readonly<Record<string, string>>): string => sha(Object.entries(objects).map(([name, text]) => `${sha(text)}  ${name}\n`).join(''));

const parts = { 'a/1.csv': 'one', 'b.csv': 'two' };
const objects = Object.entries(parts).map(([name, text]) => ({ name, versionId: `v-${name}`, sha256: sha(text), sizeBytes: 3 }));

/** What reading the data of a version says, whose manifest lists `listed` and whose store holds `held` by address and version. */
async function dataOf(uri: string, sha256: string, held: Readonly<Record<string, string>>, listed: readonly object[] = []): Promise<unknown> {
  const plain = filesOf();
  const { model, bytes, manifestSha256 } = filesOf({ data: { ...plain.manifest.data, uri, sha256, ...(listed.length === 0 ? {} : { objects: listed as typeof objects }) } });
  const files: Record<string, string | Uint8Array> = { 's3://m/manifest.json': bytes, 's3://m/model.onnx': model, ...held };
  const digest = (address: string, version?: string): Promise<{ sha256: string; sizeBytes: number }> => {
    const found = files[version === undefined ? address : `${address}@${version}`];
    if (found === undefined) return Promise.reject(new StoreError('ArtifactNotFound', address));
    return Promise.resolve({ sha256: sha(found), sizeBytes: found.length });
  };
  const store: ArtifactStore = { digest, read: async (address) => ({ ...(await digest(address)), bytes: Buffer.from(files[address] ?? '') }) };
  const version: ModelVersion = {
    apiVersion: 'trainyard.dev/v1alpha1',
    kind: 'ModelVersion',
    metadata: { name: 'tumour-1' },
    spec: { model: 'tumour', version: 1, artifact: { uri: 's3://m/model.onnx', sha256: sha(model), sizeBytes: model.byteLength, format: 'ONNX' }, manifest: { uri: 's3://m/manifest.json', sha256: manifestSha256 }, stage: 'Development' } as ModelVersion['spec'],
    status: { lineage: { data: { uri, sha256 } } },
  };
  return (await readAll(store, version)).data;
}

describe('the data of a version, read again', () => {
  it('is one object', async () => {
    expect(await dataOf('s3://d/t.csv', sha('x'), { 's3://d/t.csv': 'x' })).toEqual({ sha256: sha('x'), sizeBytes: 1 });
  });
  it('is every object of a folder, in the version that was read', async () => {
    const held = { 's3://d/f/a/1.csv@v-a/1.csv': 'one', 's3://d/f/b.csv@v-b.csv': 'two', 's3://d/f/b.csv': 'newer' };
    expect(await dataOf('s3://d/f/', digestOf(parts), held, objects)).toEqual({ sha256: digestOf(parts), sizeBytes: 6 });
    const changed = { ...held, 's3://d/f/b.csv@v-b.csv': 'ten' };
    expect(await dataOf('s3://d/f/', digestOf(parts), changed, objects)).toEqual({ sha256: digestOf({ ...parts, 'b.csv': 'ten' }), sizeBytes: 6 });
  });
  it.each([
    ['an object is gone', digestOf(parts), objects, 'b.csv: it does not exist'],
    ['the list was cut off', digestOf(parts), objects.slice(0, 1), 'the manifest does not list all of its objects, only 1'],
    ['there is no list', digestOf(parts), [], 'the manifest that lists its objects could not be read'],
  ])('says so when %s', async (_, sha256, listed, unread) => {
    expect(await dataOf('s3://d/f/', sha256, { 's3://d/f/a/1.csv@v-a/1.csv': 'one' }, listed)).toEqual({ unread });
  });
  it.each(['pvc://lake/t.csv', 'pvc://lake/', 'configmap://small/t.csv'])('is out of reach at %s', async (uri) => {
    expect(await dataOf(uri, sha('x'), {})).toEqual({ unread: expect.stringContaining('it lies in the cluster') as string });
  });
});
