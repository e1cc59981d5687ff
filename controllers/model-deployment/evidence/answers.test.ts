import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Pod } from '../../shared/kube-types.ts';
import { answersPage, startPod } from '../testing/evidence-servers.ts';
import { compareAnswers, type AnswerComparison } from './answers.ts';

const stable = await startPod('127.11.1.1');
const candidate = await startPod('127.11.1.2');
const second = await startPod('127.11.1.3');
afterAll(() => Promise.all([stable.close(), candidate.close(), second.close()]));

const pod = (name: string, podIP: string | undefined): Pod => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name }, status: podIP === undefined ? {} : { podIP } });
const target = { namespace: 'ml', deployment: 'web', candidate: 'web-2', stable: 'web-1', prometheusUrl: undefined, readPods: true, intervalMs: 2000, compare: { tolerance: 0.01 } };
const world = { pods: new Map<string, Pod[]>() };
const begin = (): AnswerComparison => compareAnswers({ podsOf: (namespace, revision) => world.pods.get(`${namespace}/${revision}`) ?? [] }, target, 'now');
const look = (comparison: AnswerComparison): ReturnType<AnswerComparison['look']> => comparison.look(AbortSignal.timeout(500));
const tells = (server: typeof stable, cursor: string, values: Readonly<Record<string, string | number>> = {}): void => server.answer(200, answersPage(cursor, values));
/** A look that finds answers, and one that counts them. */
async function after(comparison: AnswerComparison, cursor = 2): Promise<unknown> {
  await look(comparison);
  for (const server of [stable, candidate, second]) tells(server, `p.${cursor}`);
  return look(comparison);
}

beforeEach(() => {
  world.pods = new Map([['ml/web-1', [pod('s-0', '127.11.1.1')]], ['ml/web-2', [pod('c-0', '127.11.1.2')]]]);
  for (const server of [stable, candidate, second]) tells(server, 'p.0');
});

describe('the answers of two versions', () => {
  it('are compared from the first look on, and told since the beginning', async () => {
    const comparison = begin();
    expect(await look(comparison)).toEqual({ epoch: 'now', compared: 0, disagreed: 0 });
    tells(stable, 'p.3', { a: '0', b: '1', c: '0' });
    tells(candidate, 'q.2', { a: '0', b: '0' });
    expect(await after(comparison)).toEqual({ epoch: 'now', compared: 2, disagreed: 1 });
    tells(stable, 'p.4', { d: 1 });
    tells(candidate, 'q.3', { d: 1.005 });
    expect(await after(comparison)).toEqual({ epoch: 'now', compared: 3, disagreed: 1 });
  });
  it('from before it began are left out: another operator may have counted them', async () => {
    tells(stable, 'p.1', { a: '0' });
    tells(candidate, 'q.1', { a: '1' });
    expect(await after(begin())).toEqual({ epoch: 'now', compared: 0, disagreed: 0 });
  });
  it('are asked for from where the look before ended', async () => {
    const comparison = begin();
    await look(comparison);
    tells(stable, 'p.9', {});
    await look(comparison);
    await look(comparison);
    expect(stable.asked.slice(-3).map((text) => text.trim())).toEqual(['/answers', '/answers?after=p.0', '/answers?after=p.9']);
  });
  it('are gathered from all pods of a version', async () => {
    world.pods.set('ml/web-1', [pod('s-0', '127.11.1.1'), pod('s-1', '127.11.1.3')]);
    const comparison = begin();
    await look(comparison);
    tells(stable, 'p.1', { a: '0' });
    tells(second, 'p.1', { b: '0' });
    tells(candidate, 'q.2', { a: '0', b: '1' });
    expect(await after(comparison)).toEqual({ epoch: 'now', compared: 2, disagreed: 1 });
  });
  it('are not compared where two pods of a version had the same id', async () => {
    world.pods.set('ml/web-1', [pod('s-0', '127.11.1.1'), pod('s-1', '127.11.1.3')]);
    const comparison = begin();
    await look(comparison);
    for (const server of [stable, second, candidate]) tells(server, 'p.1', { a: '0' });
    expect(await after(comparison)).toMatchObject({ compared: 0 });
  });
});

describe('answers that cannot be read', () => {
  it.each<[name: string, breakIt: (server: typeof stable) => void, problem: string]>([
    ['because the connection is cut', (server) => server.fail('reset'), 'ECONNRESET'],
    ['because nobody answers', (server) => server.fail('hang'), 'timeout'],
    ['because the server is old', (server) => server.answer(404, 'here are /metrics and /healthz'), 'the model server of pod c-0 is too old to tell its answers'],
    ['because the server fails', (server) => server.answer(500, 'no'), 'pod c-0 answered 500 to /answers'],
    ['because they are no JSON', (server) => server.answer(200, 'what?'), 'JSON'],
    ['because they have another form', (server) => server.answer(200, '{"cursor":7,"answers":{}}'), 'pod c-0 tells its answers in a form that is not known'],
    ['because they are nothing', (server) => server.answer(200, 'null'), 'pod c-0 tells its answers in a form that is not known'],
    ['because there are too many', (server) => server.answer(200, ' '.repeat(4 * 1024 * 1024 + 1)), 'pod c-0 tells more than 4194304 bytes of answers'],
  ])('%s are no evidence, and the reason is told', async (_name, breakIt, problem) => {
    const comparison = begin();
    await look(comparison);
    tells(stable, 'p.1', { a: '0' });
    breakIt(candidate);
    const { problem: told, ...counts } = await look(comparison);
    expect(counts).toEqual({ epoch: 'now', compared: 0, disagreed: 0 });
    expect(told).toContain(problem);
    tells(stable, 'p.1');
    tells(candidate, 'q.1', { a: '0' });
    expect(await after(comparison)).toEqual({ epoch: 'now', compared: 1, disagreed: 0 });
  });
  it('of one pod of several are no problem', async () => {
    world.pods.set('ml/web-2', [pod('c-0', '127.11.1.2'), pod('c-1', '127.11.1.99'), pod('c-2', undefined)]);
    expect(await look(begin())).toEqual({ epoch: 'now', compared: 0, disagreed: 0 });
  });
  it('are not there where there are no pods', async () => {
    world.pods.clear();
    expect(await look(begin())).toEqual({ epoch: 'now', compared: 0, disagreed: 0 });
  });
  it('are left out one by one where only some have a form that is not known', async () => {
    const comparison = begin();
    await look(comparison);
    const broken = ['x', [], [1, 1, 0, '0'], ['a', '1', 0, '0'], ['a', 1, null, '0'], ['a', 1, 0, {}]];
    tells(stable, 'p.1', { a: '0' });
    candidate.answer(200, JSON.stringify({ cursor: 'p.1', answers: [...broken, ['a', 1, 0, '0']] }));
    expect(await after(comparison)).toEqual({ epoch: 'now', compared: 1, disagreed: 0 });
  });
});
