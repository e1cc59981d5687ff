import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { Agent, request, type ClientRequest, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';

import type { ModelSpec } from './config.ts';
import { slow, store, tumour } from './test/models.ts';

const ROW = JSON.stringify({ 'mean radius': 1, 'mean texture': null, stage: 'late', visits: 3 });

interface Running {
  readonly process: ChildProcess;
  readonly exited: Promise<number | null>;
  readonly terminationLog: string;
  /** Resolves with the ports of the "listening" line, or when the process ends without one. */
  readonly ports: Promise<{ port: number; metricsPort: number }>;
  readonly log: () => string;
}

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** The real server: `node main.ts` on free ports. */
async function start(models: readonly ModelSpec[] | string, env: Record<string, string> = {}): Promise<Running> {
  const terminationLog = join(await mkdtemp(join(tmpdir(), 'model-server-')), 'termination');
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: {
      TRAINYARD_MODELS: typeof models === 'string' ? models : JSON.stringify(models),
      PORT: '0', METRICS_PORT: '0', TERMINATION_LOG: terminationLog, DRAIN_SECONDS: '1', ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  let log = '';
  const listening = Promise.withResolvers<{ port: number; metricsPort: number }>();
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    log += chunk;
    const line = log.split('\n').find((entry) => entry.includes('"listening"'));
    if (line) listening.resolve(JSON.parse(line));
  });
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  return { process: child, exited, terminationLog, ports: listening.promise, log: () => log };
}

interface Answer {
  readonly status: number;
  readonly connection: string | undefined;
  readonly body: string;
}

const call = (port: number, method: string, path: string, body?: string, agent?: Agent): Promise<Answer> => {
  const sent = request({ host: '127.0.0.1', port, method, path, ...(agent ? { agent } : {}) });
  const answer = answerTo(sent);
  sent.end(body);
  return answer;
};

/** Sends the first part of a body; `finish` sends the rest. */
function begin(port: number, path: string, part: string): { finish(rest: string): Promise<Answer> } {
  const sent = request({ host: '127.0.0.1', port, method: 'POST', path });
  const answer = answerTo(sent);
  sent.write(part);
  return {
    finish(rest) {
      sent.end(rest);
      return answer;
    },
  };
}

async function answerTo(sent: ClientRequest): Promise<Answer> {
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, connection: response.headers.connection, body: await text(response) };
}

async function ready(server: Running): Promise<number> {
  const { port } = await server.ports;
  await expect.poll(() => call(port, 'GET', '/v2/health/ready').then((answer) => answer.status), { timeout: 10_000, interval: 10 }).toBe(200);
  return port;
}

const termination = async (server: Running) => JSON.parse(await readFile(server.terminationLog, 'utf8')) as unknown;

describe('the process', () => {
  test('serves, and keeps its metrics on the other port', async () => {
    const server = await start([await store(tumour(), 'tumour')]);
    const port = await ready(server);
    expect((await call(port, 'POST', '/predict', ROW)).status).toBe(200);
    const { metricsPort } = await server.ports;
    expect((await call(metricsPort, 'GET', '/metrics')).body)
      .toContain('trainyard_inference_requests_total{model="tumour",version="tumour-1",revision="tumour-ab12cd34",code="2xx"} 1');
    expect((await call(port, 'GET', '/metrics')).status).toBe(404);
  });

  test('tells nobody what it serves', async () => {
    // onnxruntime's telemetry would begin by leaving a device id in the home folder (and stays quiet where CI is set).
    const home = await mkdtemp(join(tmpdir(), 'model-server-'));
    const server = await start([await store(tumour(), 'tumour')], { HOME: home, XDG_CACHE_HOME: home, CI: '' });
    await ready(server);
    expect(await readdir(home)).toEqual([]);
  });

  test('leaves service on SIGTERM under load without failing one request', async () => {
    const server = await start([await store(tumour(), 'tumour')], { DRAIN_SECONDS: '2' });
    const port = await ready(server);
    const agent = new Agent({ keepAlive: true, maxSockets: 16 });
    const seen = { answers: 0, closing: 0 };
    let stop = false;
    const client = async (): Promise<void> => {
      while (!stop) {
        const answer = await call(port, 'POST', '/predict', ROW, agent);
        expect(answer.status).toBe(200);
        seen.answers++;
        if (answer.connection === 'close') seen.closing++;
      }
    };
    const load = Promise.all(Array.from({ length: 16 }, client));
    await sleep(500);
    const before = seen.answers;
    server.process.kill('SIGTERM');
    await expect.poll(() => call(port, 'GET', '/v2/health/ready').then((answer) => answer.status), { interval: 5 }).toBe(503);
    // Callers learn late that a pod goes away: they go on for most of the drain window.
    await sleep(1_500);
    stop = true;
    await load;
    agent.destroy();
    expect(await server.exited).toBe(0);
    expect(seen.answers - before).toBeGreaterThan(100);
    expect(seen.closing).toBeGreaterThan(100);
  });

  test('finishes what is in flight when the drain window is over', async () => {
    const server = await start([await store(tumour(), 'tumour')], { DRAIN_SECONDS: '0' });
    const port = await ready(server);
    const { metricsPort } = await server.ports;
    const half = Math.floor(ROW.length / 2);
    const begun = Array.from({ length: 4 }, () => begin(port, '/predict', ROW.slice(0, half)));
    await expect.poll(async () => (await call(metricsPort, 'GET', '/metrics')).body).toMatch(/trainyard_inference_in_flight\{[^}]*\} 4/);
    server.process.kill('SIGTERM');
    await expect.poll(() => call(port, 'GET', '/v2').catch((refused: NodeJS.ErrnoException) => refused.code)).toBe('ECONNREFUSED');
    const answers = await Promise.all(begun.map((request) => request.finish(ROW.slice(half))));
    expect(answers.map(({ status, connection }) => [status, connection])).toEqual(new Array(4).fill([200, 'close']));
    expect(await server.exited).toBe(0);
  });

  test('ends in peace though a thread still runs the graph for somebody who has left', async () => {
    const server = await start([await store(slow(), 'slow')], { DRAIN_SECONDS: '0', EXECUTION: 'Worker' });
    const port = await ready(server);
    const { metricsPort } = await server.ports;
    const sent = request({ host: '127.0.0.1', port, method: 'POST', path: '/predict' });
    const gone = once(sent, 'error');
    sent.end(JSON.stringify({ x: 1 }));
    await expect.poll(async () => (await call(metricsPort, 'GET', '/metrics')).body, { interval: 5 }).toMatch(/trainyard_inference_queue_seconds_count\{[^}]*\} 1/);
    sent.destroy(new Error('enough'));
    await gone;
    server.process.kill('SIGTERM');
    // An abort would have no code: Node must not end while native code runs in a thread.
    expect(await server.exited).toBe(0);
  });

  test('ends at once on a second SIGTERM', async () => {
    const server = await start([await store(tumour(), 'tumour')], { DRAIN_SECONDS: '60' });
    const port = await ready(server);
    server.process.kill('SIGTERM');
    await expect.poll(() => call(port, 'GET', '/v2/health/ready').then((answer) => answer.status)).toBe(503);
    server.process.kill('SIGTERM');
    expect(await server.exited).toBe(143);
  });

  test('ends at once on SIGTERM while it is still loading', async () => {
    const spec = await store(tumour(), 'tumour');
    const server = await start([{ ...spec, artifact: { ...spec.artifact, uri: 'http://127.0.0.1:1/model.onnx' } }], { DRAIN_SECONDS: '60' });
    await expect.poll(server.log).toContain('trying again');
    server.process.kill('SIGTERM');
    expect(await server.exited).toBe(0);
  });

  test('says while it waits for a store that it does, and ends with 75 when the store stays away', { timeout: 60_000 }, async () => {
    const spec = await store(tumour(), 'tumour');
    const server = await start([{ ...spec, artifact: { ...spec.artifact, uri: 'http://127.0.0.1:1/model.onnx' } }]);
    const { port } = await server.ports;
    await expect.poll(() => call(port, 'GET', '/v2/models/tumour/ready').then((answer) => answer.body)).toContain('could not be read in');
    expect(await server.exited).toBe(75);
    expect(await termination(server)).toEqual({ error: { reason: 'ArtifactUnreachable', message: expect.stringContaining('http://127.0.0.1:1/model.onnx could not be read in 7 attempts: ') } });
  });

  test('ends with 65 and a termination message when the artifact has other bytes', async () => {
    const spec = await store(tumour(), 'tumour');
    const server = await start([{ ...spec, artifact: { ...spec.artifact, sha256: '0'.repeat(64) } }]);
    expect(await server.exited).toBe(65);
    expect(await termination(server)).toEqual({ error: { reason: 'ArtifactDigestMismatch', message: expect.stringContaining(`expected ${'0'.repeat(64)}`) } });
    expect(server.log()).toContain('"reason":"ArtifactDigestMismatch"');
  });

  test('ends with 78 and a termination message when its configuration is wrong', async () => {
    const server = await start('{');
    expect(await server.exited).toBe(78);
    expect(await termination(server)).toEqual({ error: { reason: 'ConfigInvalid', message: expect.stringContaining('TRAINYARD_MODELS is not valid JSON') } });
  });
});
