import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { brokenBinaryAnswer } from './binary-bodies.ts';
import { fuzzConnections } from './fuzz-connections.ts';
import { fuzzRequests } from './fuzz-requests.ts';
import { judge } from './judge.ts';
import { growth } from './memory.ts';
import { createRandom } from './random.ts';
import { nextRequest, type FuzzRequest } from './requests.ts';
import { shrink } from './shrink.ts';
import { startSubject, type Subject } from './subject.ts';

let subject: Subject;
beforeEach(async () => {
  subject = await startSubject();
});
afterEach(() => subject.server.app.close());

describe('thousands of wrong requests', () => {
  test('are refused as they should be, and leave the server as it was', { timeout: 60_000 }, async () => {
    const { requests, outcomes, problems } = await fuzzRequests(subject, { seed: 20_260_901, requests: 5_000, seconds: 15, block: 500 });
    expect(problems).toEqual([]);
    expect(requests).toBeGreaterThan(500);
    // Neither are all of them refused before they are read, nor do all pass.
    expect(outcomes['answered']).toBeGreaterThan(requests / 20);
    expect(outcomes['refused']).toBeGreaterThan(requests / 2);
    expect(outcomes['invalid-output']).toBeGreaterThan(0);
  });

  test('are the same again with the same seed', () => {
    const requests = (seed: number): FuzzRequest[] => {
      const random = createRandom(seed);
      return Array.from({ length: 300 }, () => nextRequest(random, subject.targets));
    };
    expect(requests(5)).toEqual(requests(5));
    expect(requests(5)).not.toEqual(requests(6));
  });

  test('may be broken in their head too', { timeout: 60_000 }, async () => {
    const { connections, problems } = await fuzzConnections(subject, { seed: 1, connections: 300, seconds: 10 });
    expect(problems).toEqual([]);
    expect(connections).toBeGreaterThan(100);
  });
});

describe('what is wrong is seen:', () => {
  test('a server that fails, with the smallest body', async () => {
    // Before the first request, a hook that breaks on a byte.
    const broken = await startSubject();
    const infer = broken.server.models.find('texts').state;
    if (infer.phase !== 'ready') throw new Error('not loaded');
    Object.assign(infer.loaded.session, { run: () => Promise.reject(new Error('out of order')) });
    await expect(fuzzRequests(broken, { seed: 1, requests: 10, seconds: 5, block: 10 })).rejects.toThrow('a valid request is not answered before anything else was sent');
    await broken.server.app.close();
  });

  test('an answer that changes during the run', async () => {
    const { state } = subject.server.models.find('texts');
    if (state.phase !== 'ready') throw new Error('not loaded');
    const { session } = state.loaded;
    const run = session.run.bind(session);
    let runs = 0;
    Object.assign(session, { run: (...args: Parameters<typeof run>) => (++runs > 2 ? Promise.reject(new Error('worn out')) : run(...args)) });
    const { problems } = await fuzzRequests(subject, { seed: 1, requests: 600, seconds: 20, block: 600 });
    expect(problems.map(({ why }) => why)).toEqual([expect.stringContaining('status 500'), expect.stringContaining('at first it was 200')]);
    expect(problems[0]?.request?.url).toContain('texts');
  });

  test('a heap that grows, and not one that is only larger than at first', () => {
    const samples = (bytes: (i: number) => number) => Array.from({ length: 30 }, (_, i) => ({ heapBytes: bytes(i), rssBytes: 1e8 }));
    expect(growth(samples((i) => Math.min(i, 5) * 1e7), 200_000).tooMuch).toBeUndefined();
    expect(growth(samples((i) => i * 1e6), 200_000).tooMuch).toMatch(/^the heap grew by 19000000 bytes/);
    expect(growth(samples((i) => i * 1e5), 200_000).tooMuch).toBeUndefined();
  });

  test.each<[string, number, Record<string, unknown>, string, string]>([
    ['a status of 500', 500, {}, '{"error":"broken"}', 'status 500'],
    ['500 for an output that cannot be invalid', 500, {}, '{"error":"model table version table-1 gave NaN in output \\"x\\""}', 'status 500'],
    ['503 without a time to wait', 503, {}, '{"error":"busy"}', '503 without retry-after'],
    ['another content type', 400, { 'content-type': 'text/plain' }, '{"error":"x"}', 'content-type is text/plain'],
    ['an error that says more', 400, {}, '{"error":"x","statusCode":400}', 'an error is not exactly {"error": text}'],
    ['an error that says nothing', 400, {}, '{"error":""}', 'an error is not exactly {"error": text}'],
    ['a body that is no JSON', 400, {}, 'x', 'the body is no JSON object'],
    ['a redirect', 302, {}, '{"error":"x"}', 'status 302'],
    ['an answer of another form', 200, {}, '{"model":"table","version":"table-1","predictions":[{}]}', 'the answer is not as documented'],
  ])('%s', (_name, status, headers, body, why) => {
    const [target] = subject.targets;
    if (!target) throw new Error('no target');
    const request: FuzzRequest = { kind: 'bytes', target, method: 'POST', url: '/predict/table', headers: {}, body: Buffer.from('{}') };
    const told = { 'content-type': 'application/json; charset=utf-8', 'x-request-id': '1', 'x-trainyard-version': '1', 'x-trainyard-revision': '1', ...headers };
    expect(judge(subject.document, subject.check, request, { status, headers: told, body: Buffer.from(body) })).toMatchObject({ outcome: 'wrong', why: expect.stringContaining(why) });
  });

  test.each([
    ['nothing', undefined, Buffer.from('{}'), 'its header length is undefined of 2 bytes'],
    ['more than there is', '3', Buffer.from('{}'), 'its header length is 3 of 2 bytes'],
    ['something else', '2', Buffer.from('{x}'), 'its head is no JSON'],
    ['too little', '56', Buffer.from('{"outputs":[{"parameters":{"binary_data_size":4}}]}     x'), 'its outputs announce 4 bytes, and there are 1'],
  ])('a binary answer whose header says %s', (_name, length, body, why) => {
    expect(brokenBinaryAnswer(body, length)).toBe(why);
  });

  test('a valid request that is refused', () => {
    const [target] = subject.targets;
    if (!target) throw new Error('no target');
    const request: FuzzRequest = { kind: 'valid', target, method: 'POST', url: '/predict/table', headers: {}, body: Buffer.from('{}') };
    expect(judge(subject.document, subject.check, request, { status: 400, headers: { 'content-type': 'application/json; charset=utf-8' }, body: Buffer.from('{"error":"x"}') }).outcome).toBe('wrong');
  });
});

test('a failing body is cut to what makes it fail', async () => {
  const body = Buffer.from(`${'a'.repeat(300)}X${'b'.repeat(200)}Y${'c'.repeat(77)}`);
  const smallest = await shrink(body, async (smaller) => smaller.includes('X') && smaller.includes('Y'));
  expect(smallest.toString()).toBe('XY');
});
