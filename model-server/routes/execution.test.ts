// How requests get their turn at a model: threads, batches, a bounded queue, deadlines.
import { describe, expect, test, vi } from 'vitest';

import { unloadModel } from '../model/unload.ts';
import { lookup, ratio, slow, species } from '../test/models.ts';
import { metric, serve, type TestServer } from '../test/serve.ts';

async function post(server: TestServer, url: string, payload: unknown, headers: Record<string, string> = {}) {
  const answer = await server.app.inject({ method: 'POST', url, payload: JSON.stringify(payload), headers });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json<Record<string, unknown>>() };
}

const close = async ({ app, models }: TestServer): Promise<void> => {
  await Promise.all(models.all.map(unloadModel));
  await app.close();
};
const labels = (name: string): string => `{model="${name}",version="${name}-1",revision="${name}-ab12cd34"}`;

describe('where a graph runs', () => {
  test.each<['Auto' | 'Inline', string[], string]>([
    ['Auto', ['health', 'answer'], 'a slow graph has a thread of its own'],
    ['Inline', ['answer', 'health'], 'inline it stops everything else'],
  ])('%s: %j, because %s', async (mode, expected) => {
    const server = await serve({ slow: slow() }, { mode });
    const begun = vi.spyOn(server.models.first.metrics, 'batch');
    const order: string[] = [];
    const inference = post(server, '/predict/slow', { x: 2 }).then(({ body }) => (order.push('answer'), body));
    while (begun.mock.calls.length === 0) await new Promise(setImmediate);
    // Inline the graph runs before this turn of the event loop, and its answer is on its way.
    await new Promise(setImmediate);
    await server.app.inject('/v2/health/live').then(() => order.push('health'));
    expect((await inference)['predictions']).toEqual([{ value: 2 }]);
    expect(order).toEqual(expected);
    await close(server);
  });

  test('in threads the answers are the same, and so are the failures', async () => {
    const server = await serve({ lookup: lookup(), species: species() }, { mode: 'Worker', workers: 2 });
    const [good, bad, text] = await Promise.all([
      post(server, '/predict/lookup', { rows: [{ index: 2 }, { index: 0 }] }),
      post(server, '/predict/lookup', { rows: [{ index: 9 }] }),
      post(server, '/predict/species', { x: 5 }),
    ]);
    expect(good.body['predictions']).toEqual([{ value: 30 }, { value: 10 }]);
    expect([bad.status, bad.body['error']]).toEqual([500, expect.stringContaining('model lookup version lookup-1 failed')]);
    expect(text.body['predictions']).toMatchObject([{ label: 'owl' }]);
    await close(server);
  });
});

describe('requests at the same time', () => {
  test('are answered together, each with its own rows, and counted so', async () => {
    const server = await serve({ ratio: ratio() });
    const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => post(server, '/predict', { rows: Array.from({ length: 1 + (i % 3) }, (_row, r) => ({ a: i + r, b: 2 })) })));
    expect(answers.map(({ body }) => body['predictions'])).toEqual(Array.from({ length: 40 }, (_, i) => Array.from({ length: 1 + (i % 3) }, (_row, r) => ({ value: (i + r) / 2 }))));
    const runs = await metric(server, `trainyard_inference_batch_rows_count${labels('ratio')}`);
    expect(runs).toBeLessThan(40);
    expect(await metric(server, `trainyard_inference_batch_rows_sum${labels('ratio')}`)).toBe(79);
    expect(await metric(server, `trainyard_inference_queue_seconds_count${labels('ratio')}`)).toBe(40);
    await close(server);
  });

  test('reach twenty models in one process, each its own', async () => {
    const names = Array.from({ length: 20 }, (_, i) => `ratio-${i}`);
    const server = await serve(Object.fromEntries(names.map((name) => [name, ratio()])));
    const asked = Array.from({ length: 400 }, (_, i) => ({ name: names[(i * 7) % 20] as string, a: i }));
    const answers = await Promise.all(asked.map(({ name, a }) => post(server, `/predict/${name}`, { a, b: 1 })));
    expect(answers.map(({ body }) => body)).toEqual(asked.map(({ name, a }) => ({ model: name, version: `${name}-1`, predictions: [{ value: a }] })));
    for (const name of names) expect(await metric(server, `trainyard_inference_rows_total${labels(name)}`)).toBe(20);
    await close(server);
  });

  test('one that the graph fails on does not touch the others', async () => {
    const server = await serve({ lookup: lookup() });
    const answers = await Promise.all([0, 1, 9, 2, 1].map((index) => post(server, '/predict', { index })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 500, 200, 200]);
    expect(answers[3]?.body['predictions']).toEqual([{ value: 30 }]);
    await close(server);
  });

  test('are refused with 503 when too many rows wait, to be sent again', async () => {
    const server = await serve({ slow: slow() }, { mode: 'Worker', limits: { maxRows: 1, maxDelayMillis: 0, maxQueueRows: 2 } });
    const answers = await Promise.all([1, 2, 3, 4, 5].map((x) => post(server, '/predict', { x })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 503, 503]);
    expect(answers[4]).toMatchObject({ headers: { 'retry-after': '1' }, body: { error: 'model "slow" has 2 rows waiting, and room for 2; try again later' } });
    await close(server);
  });

  test.each<[string, object, Record<string, string>]>([
    ['of the proxy', {}, { 'x-envoy-expected-rq-timeout-ms': '1' }],
    ['of the request, in microseconds', { timeout: 1_000 }, {}],
  ])('whose time %s is over when their turn comes are not run', async (_name, parameters, headers) => {
    const server = await serve({ slow: slow() }, { mode: 'Worker' });
    const body = { inputs: [{ name: 'x', datatype: 'FP32', shape: [1, 1], data: [1] }], parameters };
    const first = post(server, '/predict', { x: 1 });
    const late = await post(server, '/v2/models/slow/infer', body, headers);
    expect([late.status, late.body]).toEqual([503, { error: 'model "slow" was not free before the time of the request was over' }]);
    expect((await first).status).toBe(200);
    await close(server);
  });
});
