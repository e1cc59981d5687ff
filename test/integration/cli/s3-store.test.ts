// What `verify` reads from a real S3 server, by the environment of whoever asks.
import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'undici';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { personalStore } from '../../../cli/personal-store.ts';
import { version } from '../../../cli/testing/provenance.ts';
import { readAll } from '../../../cli/verify/read.ts';
import { sha256Hex } from '../../../controllers/shared/digest.ts';
import { filesOf } from '../../../controllers/shared/testing/manifest.ts';
import { binary } from '../harness/binaries.ts';
import { createWorkspace, defineService, freePorts, waitUntilReady } from '../harness/processes.ts';

const workspace = createWorkspace();
const folder = `${workspace.directory}/objects`;
const [port = 0] = await freePorts(1);
const server = defineService(workspace, 'versitygw', await binary('versitygw'), ['--access', 'ada', '--secret', 'her-own-secret', '--port', `127.0.0.1:${port}`, '--quiet', 'posix', '--nometa', folder]);
const files = filesOf();
const table = Buffer.from('radius,malignant\n1,0\n');
const good = { AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`, AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'ada', AWS_SECRET_ACCESS_KEY: 'her-own-secret' };
const none = { AWS_PROFILE: undefined, AWS_DEFAULT_REGION: undefined, AWS_SESSION_TOKEN: undefined, AWS_EC2_METADATA_DISABLED: 'true', AWS_CONFIG_FILE: `${workspace.directory}/none`, AWS_SHARED_CREDENTIALS_FILE: `${workspace.directory}/none` };
const uri = 's3://lake/ml';
const asked = { ...version, spec: { ...version.spec, manifest: { uri: `${uri}/manifest.json`, sha256: files.manifestSha256 }, artifact: { ...version.spec.artifact, uri: `${uri}/model.onnx` } }, status: { lineage: { data: { uri: `${uri}/data.csv`, sha256: sha256Hex(table) } } } };

beforeAll(async () => {
  mkdirSync(`${folder}/lake/ml`, { recursive: true });
  writeFileSync(`${folder}/lake/ml/data.csv`, table);
  writeFileSync(`${folder}/lake/ml/manifest.json`, files.bytes);
  writeFileSync(`${folder}/lake/ml/model.onnx`, files.model);
  server.start();
  await waitUntilReady(server, 'versitygw', async () => void (await request(good.AWS_ENDPOINT_URL)).body.dump(), 20_000);
});
afterEach(() => vi.unstubAllEnvs());
afterAll(async () => {
  await server.kill();
  workspace.remove();
});

function environment(values: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value);
}

describe('the stores of a version', () => {
  it('are read by the credentials of the shell', async () => {
    environment({ ...none, ...good });
    expect(await readAll(personalStore(10_000), asked)).toEqual({
      data: { sha256: sha256Hex(table), sizeBytes: table.byteLength },
      manifest: { sha256: files.manifestSha256, sizeBytes: files.bytes.byteLength, manifest: files.manifest },
      artifact: { sha256: sha256Hex(files.model), sizeBytes: files.model.byteLength },
    });
  });

  it.each<[name: string, values: Readonly<Record<string, string | undefined>>, unread: string]>([
    ['a wrong secret', { AWS_SECRET_ACCESS_KEY: 'a-guess' }, 'access denied: the credentials are those of your shell'],
    ['no credentials', { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined }, 'no credentials for the store were found: set AWS_ACCESS_KEY_ID'],
    ['no region', { AWS_REGION: undefined }, 'the region of the store is not known: set AWS_REGION'],
    ['nobody at the address', { AWS_ENDPOINT_URL: 'http://127.0.0.1:1' }, 'ECONNREFUSED'],
  ])('cannot be read with %s, and it is said what to do', async (_name, values, unread) => {
    environment({ ...none, ...good, ...values });
    const { data, manifest, artifact } = await readAll(personalStore(10_000), asked);
    for (const reading of [data, manifest, artifact]) expect(reading).toEqual({ unread: expect.stringContaining(unread) as string });
  });
});
