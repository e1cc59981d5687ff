import { describe, expect, test, vi } from 'vitest';

import { Tensor } from '../model/onnxruntime.ts';
import type { Tensors } from '../model/session.ts';
import { createQueue, type QueueDeps } from './queue.ts';
import type { Executor } from './work.ts';

const column = (...values: number[]): Tensors => ({ x: new Tensor('float32', Float32Array.from(values), [values.length, 1]) });
const numbers = (tensors: Tensors): number[] => [...((tensors['y'] as Tensor).data as Float32Array)];

/** A model that doubles, whose runs end when they are told to, and that fails on 13. */
function model(changes: Partial<QueueDeps> = {}) {
  const runs: { readonly rows: number[]; end: () => void }[] = [];
  const metrics = { waited: vi.fn<(seconds: number) => void>(), batch: vi.fn<(rows: number) => void>() };
  const clock = { now: 0 };
  const queue = createQueue({
    model: 'm', runners: 1, rowWise: true, limits: { maxRows: 4, maxDelayMillis: 0, maxQueueRows: 10 }, metrics,
    now: () => clock.now,
    run: (feeds) => {
      const rows = [...((feeds['x'] as Tensor).data as Float32Array)];
      return new Promise((resolve, reject) => {
        const end = (): void => (rows.includes(13) ? reject(new Error('unlucky')) : resolve({ y: new Tensor('float32', Float32Array.from(rows, (x) => 2 * x), [rows.length, 1]) }));
        runs.push({ rows, end });
      });
    },
    ...changes,
  });
  return { queue, runs, metrics, clock };
}

const ask = (queue: Executor, values: number[], more = {}): Promise<number[]> => queue.run({ feeds: column(...values), rows: values.length, outputs: ['y'], ...more }).then(numbers);
const settled = (promise: Promise<unknown>): Promise<unknown> => promise.then((value) => value, (cause: Error) => cause.message);

/** Ends runs until nobody waits. */
async function endAll(runs: readonly { end: () => void }[], all: Promise<unknown>): Promise<void> {
  let over = false;
  void all.finally(() => {
    over = true;
  });
  for (let i = 0; !over && i < 100; i++) {
    runs[i]?.end();
    await new Promise(setImmediate);
  }
}

describe('the queue before a model', () => {
  test('sends a request at once when the model is idle, and puts together those that wait meanwhile', async () => {
    const { queue, runs, metrics } = model();
    const answers = Promise.all([ask(queue, [1]), ask(queue, [2]), ask(queue, [3, 4]), ask(queue, [5])]);
    expect(runs.map(({ rows }) => rows)).toEqual([[1]]);
    await endAll(runs, answers);
    expect(await answers).toEqual([[2], [4], [6, 8], [10]]);
    expect(runs.map(({ rows }) => rows)).toEqual([[1], [2, 3, 4, 5]]);
    expect(metrics.batch.mock.calls).toEqual([[1], [4]]);
    expect(metrics.waited).toHaveBeenCalledTimes(4);
  });

  test('never makes more rows than it may, but for a request that has more by itself', async () => {
    const { queue, runs } = model();
    const answers = Promise.all([ask(queue, [1]), ask(queue, [2, 3]), ask(queue, [4, 5, 6]), ask(queue, [7]), ask(queue, [8])]);
    await endAll(runs, answers);
    expect(runs.map(({ rows }) => rows)).toEqual([[1], [2, 3, 7, 8], [4, 5, 6]]);
    const large = ask(queue, [1, 2, 3, 4, 5, 6]);
    await endAll(runs.slice(3), large);
    expect(await large).toHaveLength(6);
  });

  test('puts only requests for the same outputs and the same shapes together', async () => {
    const { queue, runs } = model();
    const wide: Tensors = { x: new Tensor('float32', Float32Array.of(7, 7), [1, 2]) };
    const answers = Promise.all([ask(queue, [1]), ask(queue, [2]), ask(queue, [3], { outputs: ['z'] }).catch(() => undefined), queue.run({ feeds: wide, rows: 1, outputs: ['y'] }), ask(queue, [4])]);
    await endAll(runs, answers);
    expect(runs.map(({ rows }) => rows)).toEqual([[1], [2, 4], [3], [7, 7]]);
  });

  test('a model without rows gets one request at a time', async () => {
    const { queue, runs } = model({ rowWise: false });
    const answers = Promise.all([ask(queue, [1]), ask(queue, [2]), ask(queue, [3])]);
    await endAll(runs, answers);
    expect(runs.map(({ rows }) => rows)).toEqual([[1], [2], [3]]);
  });

  test('a row on which the graph fails harms only its sender', async () => {
    const { queue, runs } = model();
    const answers = Promise.all([ask(queue, [1]), ask(queue, [2]), settled(ask(queue, [13])), ask(queue, [3])]);
    await endAll(runs, answers);
    expect(await answers).toEqual([[2], [4], 'unlucky', [6]]);
    expect(runs.map(({ rows }) => rows)).toEqual([[1], [2, 13, 3], [2], [13], [3]]);
  });

  test('when together they get another number of rows than they asked about, everybody is run by itself', async () => {
    const sum = (feeds: Tensors): Promise<Tensors> => {
      const data = (feeds['x'] as Tensor).data as Float32Array;
      return Promise.resolve({ y: new Tensor('float32', Float32Array.of(data.reduce((all, x) => all + x, 0)), [1, 1]) });
    };
    const { queue, metrics } = model({ run: sum });
    expect(await Promise.all([ask(queue, [1]), ask(queue, [2]), ask(queue, [3, 4])])).toEqual([[1], [2], [7]]);
    expect(metrics.batch.mock.calls).toEqual([[1], [1], [2]]);
  });

  test('refuses what would make it longer than it may be, and takes a large request when nothing waits', async () => {
    const { queue, runs } = model();
    const large = Array.from({ length: 12 }, (_, i) => i);
    const answers = Promise.all([ask(queue, [1]), ask(queue, large), settled(ask(queue, [2]))]);
    await endAll(runs, answers);
    expect((await answers)[2]).toBe('model "m" has 12 rows waiting, and room for 10; try again later');
    expect(runs).toHaveLength(2);
  });

  test('drops who has left, and whose time is over, without running the graph for them', async () => {
    const { queue, runs, clock } = model();
    let left = false;
    const answers = Promise.all([ask(queue, [1]), settled(ask(queue, [2], { left: () => left })), settled(ask(queue, [3], { deadline: 4 })), ask(queue, [4], { deadline: 40 })]);
    left = true;
    clock.now = 4;
    await endAll(runs, answers);
    expect(await answers).toEqual([[2], 'the client left before the model began', 'model "m" was not free before the time of the request was over', [8]]);
    expect(runs.map(({ rows }) => rows)).toEqual([[1], [4]]);
  });

  test('waits for company as long as it was told to, and no longer when there are rows enough', async () => {
    vi.useFakeTimers();
    try {
      const { queue, runs, clock } = model({ limits: { maxRows: 4, maxDelayMillis: 10, maxQueueRows: 10 } });
      void ask(queue, [1]);
      clock.now = 4;
      void ask(queue, [2]);
      await vi.advanceTimersByTimeAsync(9);
      expect(runs).toHaveLength(0);
      clock.now = 10;
      await vi.advanceTimersByTimeAsync(1);
      expect(runs.map(({ rows }) => rows)).toEqual([[1, 2]]);
      runs[0]?.end();
      await vi.advanceTimersByTimeAsync(0);
      void ask(queue, [3, 4, 5, 6]);
      expect(runs.map(({ rows }) => rows)).toEqual([[1, 2], [3, 4, 5, 6]]);
    } finally {
      vi.useRealTimers();
    }
  });

  test.each<[string, number, number[][], number[], number[][]]>([
    ['a long run that others waited for: a rest, in which more of them come', 20, [[1], [2]], [3], [[1], [2, 3]]],
    ['a short run: none', 3, [[1], [2]], [3], [[1], [2], [3]]],
    ['a long run that nobody waited for: none', 20, [[1]], [2], [[1], [2]]],
    ['a rest ends when there are rows enough', 20, [[1], [2, 3]], [4, 5], [[1], [2, 3, 4, 5]]],
  ])('after %s', async (_name, millis, asked, later, expected) => {
    vi.useFakeTimers();
    try {
      const { queue, runs, clock } = model();
      const pass = async (count: number): Promise<void> => {
        for (let i = 0; i < count; i++) {
          clock.now += 1;
          await vi.advanceTimersByTimeAsync(1);
        }
      };
      for (const values of asked) void ask(queue, values);
      await pass(millis);
      runs[0]?.end();
      await pass(1);
      void ask(queue, later);
      await pass(3);
      runs[1]?.end();
      await pass(3);
      expect(runs.map(({ rows }) => rows)).toEqual(expected);
    } finally {
      vi.useRealTimers();
    }
  });

  test('runs as many at once as there are threads, and says when all is done', async () => {
    const { queue, runs } = model({ runners: 2, limits: { maxRows: 1, maxDelayMillis: 0, maxQueueRows: 10 } });
    const answers = Promise.all([ask(queue, [1]), ask(queue, [2]), ask(queue, [3])]);
    expect(runs).toHaveLength(2);
    let idle = false;
    const waited = queue.idle().then(() => {
      idle = true;
    });
    await new Promise(setImmediate);
    expect(idle).toBe(false);
    await endAll(runs, answers);
    await waited;
    await queue.idle();
  });
});
