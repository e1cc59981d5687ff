import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { ratio, tumour } from '../test/models.ts';
import { metric, serve, type TestServer } from '../test/serve.ts';

let server: TestServer;
beforeEach(async () => {
  server = await serve({ tumour: tumour(), ratio: ratio() });
});
afterEach(() => server.app.close());

const own = 'tumour-ab12cd34';
const other = 'tumour-00ff00ff';

async function post(payload: unknown, url = '/feedback', headers: Record<string, string> = {}) {
  const answer = await server.app.inject({ method: 'POST', url, payload: typeof payload === 'string' ? payload : JSON.stringify(payload), headers });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json<Record<string, unknown>>() };
}
const rewards = async (revision: string, model = 'tumour') => Promise.all(['count', 'sum', 'sum_squares'].map((name) => metric(server, `trainyard_feedback_reward_${name}{model="${model}",revision="${revision}"}`)));

describe('POST /feedback', () => {
  test('counts a reward under the revision that answered, here or elsewhere, and under its own where none is named', async () => {
    expect(await rewards(own)).toEqual([0, 0, 0]);
    expect(await post({ reward: 2 })).toMatchObject({ status: 200, headers: { 'x-trainyard-revision': own }, body: { revision: own, counted: true } });
    await post({ reward: -0.5, revision: own });
    expect(await post({ reward: 3, revision: other, requestId: 'a' })).toMatchObject({ status: 200, body: { revision: other, counted: true } });
    expect([await rewards(own), await rewards(other)]).toEqual([[2, 1.5, 4.25], [1, 3, 9]]);
  });

  test('keeps the models of one server apart', async () => {
    expect(await post({ reward: 1 }, '/feedback/ratio')).toMatchObject({ status: 200, body: { revision: 'ratio-ab12cd34' } });
    expect([await rewards('ratio-ab12cd34', 'ratio'), await rewards(own)]).toEqual([[1, 1, 1], [0, 0, 0]]);
    expect((await post({ reward: 1 }, '/feedback/nobody')).status).toBe(404);
  });

  test('counts a request once, however often its reward is told', async () => {
    const told = [];
    for (const requestId of ['a', 'b', 'a']) told.push((await post({ reward: 1, requestId })).body['counted']);
    expect(told).toEqual([true, true, false]);
    expect(await rewards(own)).toEqual([2, 2, 2]);
  });

  test('remembers ten thousand ids and no more', async () => {
    for (let i = 0; i <= 10_000; i += 1) await post({ reward: 1, requestId: `id-${i}` });
    expect((await post({ reward: 1, requestId: 'id-1' })).body['counted']).toBe(false);
    expect((await post({ reward: 1, requestId: 'id-0' })).body['counted']).toBe(true);
  });

  test('is no inference request: objectives are about answers, not about opinions', async () => {
    await post({ reward: 1 });
    await post({ reward: 'good' });
    for (const code of ['2xx', '4xx']) expect(await metric(server, `trainyard_inference_requests_total{model="tumour",version="tumour-1",revision="${own}",code="${code}"}`)).toBe(0);
  });

  test.each<[what: string, payload: unknown, text: string]>([
    ['no reward', {}, '"reward" must be a number from -1000000000 to 1000000000, not nothing'],
    ['a text for a reward', { reward: '1' }, '"reward" must be a number from -1000000000 to 1000000000, not "1"'],
    ['a truth for a reward', { reward: true }, '"reward" must be a number from -1000000000 to 1000000000, not true'],
    ['null for a reward', { reward: null }, '"reward" must be a number from -1000000000 to 1000000000, not null'],
    ['infinity', '{"reward": 1e999}', '"reward" must be a number from -1000000000 to 1000000000, not Infinity'],
    ['a reward whose square swallows all others', { reward: -1.1e9 }, '"reward" must be a number from -1000000000 to 1000000000, not -1100000000'],
    ['a revision of another deployment', { reward: 1, revision: 'iris-00ff00ff' }, '"revision" must be a revision of this deployment, as the answer\'s header x-trainyard-revision names it (such as tumour-ab12cd34), not "iris-00ff00ff"'],
    ['a revision that is none', { reward: 1, revision: 'tumour-00ff00f"' }, '"revision" must be a revision of this deployment, as the answer\'s header x-trainyard-revision names it (such as tumour-ab12cd34), not "tumour-00ff00f\\""'],
    ['a version for a revision', { reward: 1, revision: 7 }, '"revision" must be a revision of this deployment, as the answer\'s header x-trainyard-revision names it (such as tumour-ab12cd34), not 7'],
    ['an id of nothing', { reward: 1, requestId: '' }, '"requestId" must be a text of at most 128 characters, not ""'],
    ['an id without end', { reward: 1, requestId: 'a'.repeat(129) }, `"requestId" must be a text of at most 128 characters, not "${'a'.repeat(36)}…`],
    ['what is no JSON', 'reward=1', 'the body is not valid JSON'],
    ['an array', [1], 'the body must be a JSON object, not an array'],
    ['nothing', '', 'the body is empty'],
  ])('refuses %s in words, and counts nothing', async (_what, payload, text) => {
    expect(await post(payload)).toMatchObject({ status: 400, body: { error: expect.stringContaining(text) } });
    expect(await rewards(own)).toEqual([0, 0, 0]);
    expect(await server.metrics.registry.metrics()).not.toContain('00ff00');
  });

  test('takes any content type, and no encoding', async () => {
    expect((await post({ reward: 1 }, '/feedback', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(200);
    expect((await post({ reward: 1 }, '/feedback', { 'content-encoding': 'gzip' })).status).toBe(415);
  });

  test('tells thirty-two revisions apart, and no more than that a client can make up', async () => {
    const named = (i: number): string => `tumour-${i.toString(16).padStart(8, '0')}`;
    for (let i = 1; i < 32; i += 1) expect((await post({ reward: 1, revision: named(i) })).status).toBe(200);
    expect(await post({ reward: 1, revision: named(32), requestId: 'late' })).toMatchObject({ status: 400, body: { error: `this server counts rewards of 32 revisions already, and "${named(32)}" is not one of them` } });
    expect((await post({ reward: 1, revision: named(31) })).status).toBe(200);
    expect((await post({ reward: 1, requestId: 'late' })).body['counted']).toBe(true);
  });
});
