import { request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { TrainingRun } from '../../../crds/generated/training-run.ts';
import type { Endpoint } from '../../../operator/runtime/listen.ts';
import { seriesValue, silentSurroundings } from '../../../operator/runtime/testing/silent.ts';
import { runOf } from '../testing/run-story.ts';
import type { LaunchId } from './inbox.ts';
import { createProgressMetrics } from './metrics.ts';
import { refusals, Refused, type RefusalReason } from './refusals.ts';
import type { Report } from './report.ts';
import { serveProgress, type ProgressDeps } from './server.ts';

const token = `e30.${Buffer.from(JSON.stringify({ aud: ['trainyard'] })).toString('base64url')}.c2ln`;
const body = JSON.stringify({ percent: 62, stage: 'Fit', message: 'fold 3 of 5' });
const pod = { namespace: 'ml', name: 'tumour-xgb-1-x', uid: 'pod-uid' };
const stores: ProgressDeps['stores'] = {
  trainingRuns: { get: (): TrainingRun => ({ ...runOf(), status: { launches: 1 } }) },
  jobs: { get: () => ({ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'tumour-xgb-1', uid: 'job-uid', ownerReferences: [{ apiVersion: 'v1', kind: 'TrainingRun', name: 'tumour-xgb', uid: runOf().metadata.uid ?? '', controller: true }] } }) },
  pods: { get: () => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: pod.name, uid: pod.uid, ownerReferences: [{ apiVersion: 'v1', kind: 'Job', name: 'tumour-xgb-1', uid: 'job-uid', controller: true }] } }) },
};

const open: Endpoint[] = [];
afterEach(async () => {
  for (const endpoint of open.splice(0)) await endpoint.close();
});

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Without a length: nobody knows how much will come. */
  readonly chunked?: boolean;
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly reason: string | undefined;
}

async function serving(more: Partial<ProgressDeps> = {}): Promise<{ readonly taken: [LaunchId, Report][]; readonly port: number; send(sent?: Sent): Promise<Answer>; count(reason?: RefusalReason): Promise<number | undefined> }> {
  const { clock, logger, metrics } = silentSurroundings();
  const taken: [LaunchId, Report][] = [];
  const endpoint = await serveProgress({ port: 0, host: '127.0.0.1', leads: () => true, reviewer: { identify: () => Promise.resolve(pod) }, stores, inbox: { put: (...one) => void taken.push(one) }, metrics: createProgressMetrics(metrics.registry), clock, logger, ...more });
  open.push(endpoint);
  return {
    taken,
    port: endpoint.port,
    send: (sent = {}) => post(endpoint.port, sent),
    count: (reason) => (reason === undefined ? seriesValue(metrics, 'trainyard_progress_accepted_total') : seriesValue(metrics, 'trainyard_progress_refused_total', { reason })),
  };
}

function post(port: number, { method = 'POST', path = '/progress?run=ml/tumour-xgb', headers = { authorization: `Bearer ${token}` }, body: text = body, chunked = false }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, method, path, headers: { ...headers, ...(chunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': String(Buffer.byteLength(text)) }) } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const said = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'], reason: said === '' ? undefined : (JSON.parse(said) as { reason: string }).reason });
      });
    });
    call.on('error', reject);
    call.end(text);
  });
}

describe('the progress endpoint', () => {
  it('takes a report of the run that its pod belongs to', async () => {
    const { send, taken, count } = await serving();
    expect(await send()).toMatchObject({ status: 204 });
    expect(taken).toEqual([[{ key: { namespace: 'ml', name: 'tumour-xgb' }, uid: runOf().metadata.uid, launch: 1 }, { percent: 62, stage: 'Fit', message: 'fold 3 of 5' }]]);
    expect(await count()).toBe(1);
  });

  it.each<[name: string, reason: RefusalReason, sent: Sent, more: Partial<ProgressDeps>]>([
    ['another path', 'NotFound', { path: '/progress/' }, {}],
    ['a path that is none', 'NotFound', { path: '//' }, {}],
    ['another method', 'MethodNotAllowed', { method: 'PUT' }, {}],
    ['a replica that stands by', 'NotLeading', {}, { leads: () => false }],
    ['a body that says it is too large', 'TooLarge', { body: 'x'.repeat(900_000) }, {}],
    ['a body that turns out to be too large', 'TooLarge', { body: 'x'.repeat(200_000), chunked: true }, {}],
    ['no run', 'RunNotNamed', { path: '/progress' }, {}],
    ['no token', 'TokenMissing', { headers: {} }, {}],
    ['a token for another audience', 'WrongAudience', { headers: { authorization: 'Bearer e30.e30.e30' } }, {}],
    ['a run of another namespace', 'OtherNamespace', { path: '/progress?run=other/tumour-xgb' }, {}],
    ['a body that is no JSON', 'Malformed', { body: '{' }, {}],
    ['a reviewer that refuses', 'TooManyReports', {}, { reviewer: { identify: () => Promise.reject(new Refused('TooManyReports')) } }],
  ])('refuses %s as %s, takes nothing, and counts it', async (_name, reason, sent, more) => {
    const { send, taken, count } = await serving(more);
    const refusal: { status: number; again?: number } = refusals[reason];
    expect(await send(sent)).toEqual({ status: refusal.status, reason, retryAfter: refusal.again === undefined ? undefined : String(refusal.again) });
    expect([taken, await count(reason), await count()]).toEqual([[], 1, 0]);
  });

  it('takes a body of exactly 64 KiB', async () => {
    const { send, taken } = await serving();
    expect(await send({ body: body + ' '.repeat(64 * 1024 - body.length) })).toMatchObject({ status: 204 });
    expect(taken).toHaveLength(1);
  });

  it('asks nobody about a body that is too large by its own word', async () => {
    const asked: string[] = [];
    const { send } = await serving({ reviewer: { identify: (one) => (asked.push(one), Promise.resolve(pod)) } });
    expect(await send({ body: 'x'.repeat(64 * 1024 + 1) })).toMatchObject({ reason: 'TooLarge' });
    expect(asked).toEqual([]);
  });

  it('answers a refusal after the body has come: one that is still sending may lose an answer on a closed connection', async () => {
    const { port } = await serving({ leads: () => false });
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => void (answer += text));
    socket.write('POST /progress HTTP/1.1\r\nhost: x\r\ncontent-length: 200000\r\n\r\n');
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(answer).toBe('');
    socket.write('x'.repeat(200_000));
    await new Promise((resolve) => socket.once('close', resolve));
    expect(answer).toContain('HTTP/1.1 503');
  });

  it('shows every reason at 0 from the start', async () => {
    const { count } = await serving();
    for (const reason of Object.keys(refusals) as RefusalReason[]) expect(await count(reason), reason).toBe(0);
  });

  it('outlives a client that goes away in the middle of a body', async () => {
    const { port, send, count } = await serving();
    const socket = connect(port, '127.0.0.1');
    socket.write(`POST /progress?run=ml/tumour-xgb HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\ncontent-length: 100\r\n\r\n{"percent"`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    await expect.poll(() => count('Malformed')).toBe(1);
    expect(await send()).toMatchObject({ status: 204 });
  });

  it('does not wait for ever for a body that does not come', { timeout: 15_000 }, async () => {
    const { port, count } = await serving();
    const socket = connect(port, '127.0.0.1');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined).resume();
    socket.write(`POST /progress?run=ml/tumour-xgb HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\ncontent-length: 100\r\n\r\n`);
    await closed;
    expect(await count('Malformed')).toBe(1);
  });
});
