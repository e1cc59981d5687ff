import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';

import { sha256 } from '../test/models.ts';
import { fetchVerified, sources, type FetchDeps } from './fetch.ts';
import type { OpenSource } from './source.ts';

const BYTES = Buffer.from('graph '.repeat(50_000));
const never = new AbortController().signal;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** A real store on a real port, answering as told. */
async function store(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function deps(open: OpenSource = sources({ region: 'us-east-1' })): FetchDeps & { readonly pauses: number[] } {
  const pauses: number[] = [];
  return { open, pauses, random: () => 1, onRetry: () => undefined, sleep: async (millis) => pauses.push(millis) };
}

const fetched = (from: FetchDeps, uri: string, digest = sha256(BYTES)) => fetchVerified(from, { uri, sha256: digest }, 'ArtifactDigestMismatch', never);

describe('fetchVerified', () => {
  test.each(['with a length', 'without a length'])('reads an http object %s', async (length) => {
    const host = await store((_request, response) => {
      if (length === 'with a length') response.setHeader('content-length', BYTES.length);
      response.write(BYTES.subarray(0, 100));
      response.end(BYTES.subarray(100));
    });
    expect(Buffer.from(await fetched(deps(), `http://${host}/model.onnx`)).equals(BYTES)).toBe(true);
  });

  test('reads an S3 object by path, signed', async () => {
    const seen: (string | undefined)[] = [];
    const host = await store((request, response) => {
      seen.push(request.url, request.headers.authorization);
      response.end(BYTES);
    });
    const s3 = sources({ region: 'eu-west-1', endpoint: `http://${host}`, credentials: { accessKeyId: 'id', secretAccessKey: 'key' } });
    expect(Buffer.from(await fetched(deps(s3), 's3://models/tumour/model.onnx')).equals(BYTES)).toBe(true);
    expect(seen[0]).toMatch(/^\/models\/tumour\/model\.onnx/);
    expect(seen[1]).toMatch(/^AWS4-HMAC-SHA256 Credential=id\/\d{8}\/eu-west-1\/s3\/aws4_request/);
  });

  test('refuses other bytes at once, and names both digests', async () => {
    let asked = 0;
    const host = await store((_request, response) => {
      asked++;
      response.end(BYTES);
    });
    const expected = '0'.repeat(64);
    await expect(fetched(deps(), `http://${host}/m`, expected)).rejects.toMatchObject({
      reason: 'ArtifactDigestMismatch', exitCode: 65, message: expect.stringContaining(`has sha256 ${sha256(BYTES)}, expected ${expected}`),
    });
    expect(asked).toBe(1);
  });

  test.each<[string, (host: string) => string]>([
    ['an http object', (host) => `http://${host}/absent`],
    ['an S3 object', () => 's3://models/absent'],
    ['a file', () => 'file:///nowhere/absent.onnx'],
  ])('says at once that %s does not exist', async (_name, uri) => {
    const host = await store((_request, response) => {
      response.writeHead(404, { 'content-type': 'application/xml' });
      response.end('<Error><Code>NoSuchKey</Code><Message>absent</Message></Error>');
    });
    const s3 = sources({ region: 'us-east-1', endpoint: `http://${host}`, credentials: { accessKeyId: 'id', secretAccessKey: 'key' } });
    const from = deps(s3);
    await expect(fetched(from, uri(host))).rejects.toMatchObject({ reason: 'ArtifactNotFound', exitCode: 65 });
    expect(from.pauses).toEqual([]);
  });

  test('tries again with growing pauses, then gives up', async () => {
    const host = await store((_request, response) => void response.writeHead(503).end());
    const from = deps();
    await expect(fetched(from, `http://${host}/m`)).rejects.toMatchObject({
      reason: 'ArtifactUnreachable', exitCode: 75, message: expect.stringContaining('in 7 attempts: the store answered 503'),
    });
    expect(from.pauses).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000]);
  });

  test('recovers when the store does, even from half an answer', async () => {
    let asked = 0;
    const host = await store((request, response) => {
      asked++;
      if (asked === 1) return void request.socket.destroy();
      if (asked > 2) return void response.end(BYTES);
      response.setHeader('content-length', BYTES.length);
      response.write(BYTES.subarray(0, 10), () => request.socket.destroy());
    });
    expect((await fetched(deps(), `http://${host}/m`)).length).toBe(BYTES.length);
    expect(asked).toBe(3);
  });

  test('stops trying when told to', async () => {
    const stop = new AbortController();
    const from: FetchDeps = { ...deps(), onRetry: () => stop.abort(), sleep: async (_millis, signal) => signal.throwIfAborted() };
    const refused = await store(() => undefined);
    servers.splice(0).forEach((server) => server.close());
    await expect(fetchVerified(from, { uri: `http://${refused}/m`, sha256: '' }, 'ArtifactDigestMismatch', stop.signal)).rejects.toThrow('aborted');
  });
});
