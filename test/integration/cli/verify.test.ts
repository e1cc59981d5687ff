// `kubectl trainyard verify` and `lineage` over a version that a real operator verified, and what became of its files afterwards.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelVersionResource } from '../../../crds/generated/resources.ts';
import type { ModelVersion, ModelVersionInput } from '../../../crds/generated/model-version.ts';
import { sha256Hex } from '../../../controllers/shared/digest.ts';
import { filesOf, type Files } from '../../../controllers/shared/testing/manifest.ts';
import { crds } from '../controllers/fixtures/crd-paths.ts';
import { worlds, type World } from '../controllers/fixtures/world.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import { plugin, type Ended } from './plugin.ts';

const env = sharedEnv({ crds });
const newWorld = worlds(() => env);
const folder = mkdtempSync(join(tmpdir(), 'trainyard-verify-'));
const table = 'radius,malignant\n1,0\n2,1\n';
let world: World;
let files: Files;

/** Puts everything where the version says it is. */
function restore(): void {
  world.store.put('1/data.csv', table);
  world.store.put('1/model.onnx', files.model);
  world.store.put('1/manifest.json', files.bytes);
}

function dataOf(uri: string): Files {
  const { data } = filesOf().manifest;
  return filesOf({ data: { ...data, uri, sha256: sha256Hex(table) } });
}

async function make(number: number, made: Files): Promise<void> {
  const { sha256, sizeBytes } = made.manifest.artifact;
  await env.client.create<ModelVersionInput>(modelVersionResource, {
    apiVersion: 'trainyard.dev/v1alpha1',
    kind: 'ModelVersion',
    metadata: { name: `tumour-${number}`, namespace: world.namespace },
    spec: { model: 'tumour', version: number, artifact: { uri: `${world.store.url}${number}/model.onnx`, sha256, sizeBytes }, manifest: { uri: `${world.store.url}${number}/manifest.json`, sha256: made.manifestSha256 } },
  });
  await world.condition(modelVersionResource, `tumour-${number}`, 'Ready', 'True Verified');
}

const verify = (...args: readonly string[]): Promise<Ended> => plugin(env.kubeconfigPath, 'verify', '-n', world.namespace, ...args);

beforeAll(async () => {
  world = await newWorld();
  files = dataOf(`${world.store.url}1/data.csv`);
  restore();
  await make(1, files);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('verify', () => {
  it('ends with 0 when every byte and every value is as recorded', async () => {
    const { code, out } = await verify('mv/tumour-1');
    expect(out).toMatch(/^data +equal +http.*data\.csv +sha256 /m);
    expect(out).toMatch(/^manifest +equal/m);
    expect(out).toMatch(/^record +equal +status of tumour-1 +[0-9]+ values are as in the manifest$/m);
    expect(out).toMatch(/^artifact +equal/m);
    expect([out.trimEnd().split('\n').at(-1), code]).toEqual(['Everything is as recorded.', 0]);
  });

  it.each<[name: string, tamper: () => void, text: string]>([
    ['a row of the data was changed', () => world.store.put('1/data.csv', table.replace('2,1', '2,0')), 'First difference: data: '],
    ['the model file was exchanged', () => world.store.put('1/model.onnx', 'the bytes of a medal'), 'First difference: artifact: '],
    ['the manifest was rewritten', () => world.store.put('1/manifest.json', JSON.stringify({ ...files.manifest, seed: 8 })), 'First difference: manifest: '],
    ['the data is gone', () => world.store.fail('1/data.csv', 404), 'it does not exist'],
    ['the data may not be read', () => world.store.fail('1/data.csv', 403), 'access denied: the credentials are those of your shell'],
    ['the store is down', () => world.store.fail('1/model.onnx', 500), 'Could not be read: artifact: '],
  ])('ends with 1, and says so, when %s', async (_name, tamper, text) => {
    tamper();
    const { code, out } = await verify('tumour-1');
    restore();
    expect(out).toContain(text);
    expect(code).toBe(1);
  });

  it('ends with 1 when somebody wrote another value into the record', async () => {
    await world.kill();
    const key = { namespace: world.namespace, name: 'tumour-1' };
    await env.client.patch<ModelVersion>(modelVersionResource, key, { status: { lineage: { parameters: { max_depth: 5 } } } }, { subresource: 'status' });
    const { code, out } = await verify('tumour-1', '-o', 'json');
    const { verdict, checks } = JSON.parse(out) as { verdict: string; checks: { what: string; result: string; text: string }[] };
    expect([verdict, code]).toEqual(['different', 1]);
    expect(checks.find(({ result }) => result === 'different')).toMatchObject({ what: 'record', text: 'status.lineage.parameters.max_depth is 5, and the manifest says 4' });
    await env.client.patch<ModelVersion>(modelVersionResource, key, { status: { lineage: { parameters: { max_depth: 4 } } } }, { subresource: 'status' });
    await world.restart();
  });

  it('reads data of a laptop, which the operator never would', async () => {
    const path = join(folder, 'data.csv');
    writeFileSync(path, table);
    const own = dataOf(pathToFileURL(path).href);
    world.store.put('2/model.onnx', own.model);
    world.store.put('2/manifest.json', own.bytes);
    await make(2, own);
    expect((await verify('tumour-2')).code).toBe(0);
    rmSync(path);
    const { code, out } = await verify('tumour-2');
    expect(out).toMatch(/Could not be read: data: file:.*: it does not exist/);
    expect(code).toBe(1);
  });

  it('leaves its lineage to other programs, with less of it where the manifest is gone', async () => {
    const lineage = (...args: readonly string[]): Promise<Ended> => plugin(env.kubeconfigPath, 'lineage', '-n', world.namespace, 'tumour-1', ...args);
    const bom = await lineage('-o', 'cyclonedx');
    expect([bom.code, bom.err]).toEqual([0, '']);
    expect(JSON.parse(bom.out)).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', metadata: { component: { hashes: [{ content: files.manifest.artifact.sha256 }], modelCard: { modelParameters: { task: 'BinaryClassification' } } } } });
    world.store.fail('1/manifest.json', 404);
    const events = await lineage('-o', 'openlineage');
    restore();
    expect([events.code, events.err]).toEqual([0, expect.stringMatching(/^warning: .*manifest\.json is left out.*: it does not exist\n$/)]);
    expect(events.out.trimEnd().split('\n').map((line) => (JSON.parse(line) as { eventType: string }).eventType)).toEqual(['START', 'COMPLETE']);
  });

  it('ends with 2 for wrong usage, and with 1 for a version that is not there', async () => {
    expect((await verify()).code).toBe(2);
    expect((await verify('tumour-1', '--full')).code).toBe(2);
    expect((await verify('tumour-1', '-o', 'yaml')).code).toBe(2);
    expect(await verify('tumour-9')).toMatchObject({ code: 1, err: expect.stringContaining('there is no ModelVersion tumour-9') as string });
  });
});
