import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createArtifactStore } from './artifact-store.ts';
import { sha256Hex } from './digest.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  vi.unstubAllEnvs();
  for (const close of closers.splice(0)) close();
});

/** Answers every request with the path and query that it was asked for. */
async function echo(): Promise<string> {
  const server = createServer((request, response) => void response.end(request.url));
  closers.push(() => server.closeAllConnections(), () => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('an object that has versions', () => {
  it.each([
    ['is read as it is now where none is named', undefined, '/data/a.csv?x-id=GetObject'],
    ['is read as it was', 'v1', '/data/a.csv?versionId=v1&x-id=GetObject'],
  ])('%s', async (_name, versionId, asked) => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'a');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'b');
    const store = createArtifactStore({ endpoint: await echo(), region: 'us-east-1', deadlineMs: 5000 });
    expect((await store.digest('s3://data/a.csv', versionId)).sha256).toBe(sha256Hex(asked));
  });
});

describe('a file of the process', () => {
  const uri = import.meta.url;
  it('is not read: whoever writes an address must not learn of it', async () => {
    const store = createArtifactStore({ endpoint: undefined, region: 'us-east-1', deadlineMs: 5000 });
    await expect(store.digest(uri)).rejects.toMatchObject({ reason: 'ArtifactNotFound', message: expect.stringContaining('is not an address') as string });
  });
  it('is read where a person asks for it', async () => {
    const store = createArtifactStore({ endpoint: undefined, region: 'us-east-1', deadlineMs: 5000, openFile: (url) => Readable.from([Buffer.from(url.href)]) });
    expect((await store.digest(uri)).sha256).toBe(sha256Hex(uri));
  });
});
