import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KubeConfig } from '@kubernetes/client-node';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from './clock.ts';
import { startFaultServer } from './testing/fault-server.ts';
import { createTransport } from './transport.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function setUp() {
  const directory = mkdtempSync(join(tmpdir(), 'transport-'));
  const caFile = join(directory, 'ca.crt');
  const tokenFile = join(directory, 'token');
  writeFileSync(caFile, 'first');
  writeFileSync(tokenFile, 'token-1');
  const server = await startFaultServer((request, reply) => {
    if (request.path === '/prefix/hang') return;
    if (request.path === '/prefix/stream') reply.write('{}\n');
    else reply.json(200, { path: request.path });
  });
  const kubeConfig = new KubeConfig();
  const user = { name: 'u', authProvider: { name: 'tokenFile', config: { tokenFile } } };
  kubeConfig.loadFromClusterAndUser({ name: 'c', server: `${server.url}/prefix/`, skipTLSVerify: true, caFile }, user);
  const transport = createTransport({ kubeConfig, clock: systemClock() });
  cleanups.push(() => rmSync(directory, { recursive: true }), () => server.close(), () => transport.close());
  return { server, transport, caFile };
}

const get = (path: string) => ({ method: 'GET' as const, path, deadlineMs: 2_000 });

describe('transport', () => {
  it('keeps the path of a server behind a prefix and reads the token file', async () => {
    const { server, transport } = await setUp();
    expect((await transport.send(get('/api?x=1'))).text).toBe('{"path":"/prefix/api"}');
    expect(server.requests[0]?.headers.authorization).toBe('Bearer token-1');
  });

  it('opens new connections when the CA file is rotated, and only then', async () => {
    const { server, transport, caFile } = await setUp();
    const calls = async (): Promise<number> => {
      for (let call = 0; call < 20; call += 1) await transport.send(get('/a'));
      return server.connections;
    };
    const before = await calls();
    expect(await calls()).toBe(before);
    writeFileSync(caFile, 'second');
    const after = await calls();
    expect(after).toBeGreaterThan(before);
    expect(await calls()).toBe(after);
  });

  it('lets no number of watches starve the calls', async () => {
    const { transport } = await setUp();
    const streams = await Promise.all(Array.from({ length: 40 }, () => transport.stream(get('/stream'))));
    expect((await transport.send(get('/a'))).status).toBe(200);
    for (const stream of streams) stream.abort();
  });

  it('ends a call at once when its signal aborts', async () => {
    const { transport } = await setUp();
    const stop = new AbortController();
    const call = transport.send({ ...get('/hang'), signal: stop.signal });
    setTimeout(() => stop.abort(), 20);
    await expect(call).rejects.toMatchObject({ status: 0, reason: 'Aborted' });
    await expect(transport.send({ ...get('/a'), signal: stop.signal })).rejects.toMatchObject({ reason: 'Aborted' });
  });

  it('makes an unreachable server an ApiError with its cause', async () => {
    const { server, transport } = await setUp();
    await server.close();
    const error: unknown = await transport.send(get('/a')).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ApiError', status: 0, reason: 'Unreachable' });
    expect((error as Error).cause).toMatchObject({ code: 'ECONNREFUSED' });
  });
});
