import { describe, expect, test } from 'vitest';

import { Tensor } from '../model/onnxruntime.ts';
import type { Tensors } from '../model/session.ts';
import { echo, lookup } from '../test/models.ts';
import { silent } from '../test/serve.ts';
import type { startThread} from './thread.ts';
import { ThreadDied, type Thread } from './thread.ts';
import { openThreads } from './threads.ts';

const perThread = { intraOp: 1 };
const index = (value: bigint): Tensors => ({ index: new Tensor('int64', BigInt64Array.of(value), [1, 1]) });
const value = (tensors: Tensors): unknown => (tensors['prediction'] as Tensor).data[0];

describe('a session in threads', () => {
  test('answers as the graph does, fails as it does, and knows its signature', async () => {
    const session = await openThreads({ graph: lookup().onnx, count: 2, perThread, log: silent });
    expect(session.inputs).toMatchObject([{ name: 'index', type: 'int64' }]);
    expect(await Promise.all([0n, 1n, 2n, 1n].map((i) => session.run(index(i), ['prediction']).then(value)))).toEqual([10, 20, 30, 20]);
    await expect(session.run(index(7n), ['prediction'])).rejects.toThrow('out of data bounds');
    expect(await session.run(index(2n), ['prediction']).then(value)).toBe(30);
    expect(session.health()).toBe('Ready');
    await session.release();
  });

  test('carries texts and halves', async () => {
    const session = await openThreads({ graph: echo(['BYTES', 'FP16']).onnx, count: 1, perThread, log: silent });
    const results = await session.run({ 'in BYTES': new Tensor('string', ['a', 'ü'], [1, 2]), 'in FP16': new Tensor('float16', Uint16Array.of(1, 2), [1, 2]) }, ['out BYTES', 'out FP16']);
    expect((results['out BYTES'] as Tensor).data).toEqual(['a', 'ü']);
    expect([...((results['out FP16'] as Tensor).data as unknown as Uint16Array)]).toEqual([1, 2]);
    await session.release();
  });

  /** Threads of which those with the numbers in `mortal` die at their first run. */
  function dying(mortal: (started: number) => boolean) {
    let started = 0;
    const start: typeof startThread = async (): Promise<Thread> => {
      const number = ++started;
      const { promise: ended, resolve: end } = Promise.withResolvers<string>();
      return {
        inputs: [], outputs: [], ended,
        run: (feeds) => {
          if (!mortal(number)) return Promise.resolve(feeds);
          end('killed');
          return Promise.reject(new ThreadDied('killed'));
        },
        close: () => Promise.resolve(),
      };
    };
    return { start, count: (): number => started };
  }

  test('runs a request again that a dying thread had in hands', async () => {
    const { start, count } = dying((number) => number === 1);
    const session = await openThreads({ graph: lookup().onnx, count: 1, perThread, log: silent, start });
    const answer = session.run(index(1n), ['prediction']);
    await Promise.resolve();
    await expect(answer).resolves.toMatchObject({ index: expect.anything() });
    expect([count(), session.health()]).toEqual([2, 'Ready']);
  });

  test('is restarting while no thread is there, and dead after three that ended', async () => {
    const { start } = dying(() => true);
    const session = await openThreads({ graph: lookup().onnx, count: 1, perThread, log: silent, start });
    const answer = session.run(index(1n), ['prediction']);
    await expect.poll(() => session.health()).toBe('Restarting');
    await expect(answer).rejects.toThrow('killed');
    await expect(session.run(index(1n), ['prediction'])).rejects.toThrow();
    await expect.poll(() => session.health(), { timeout: 5_000 }).toBe('Dead');
    await expect(session.run(index(1n), ['prediction'])).rejects.toThrow('its threads keep ending');
  });

  test('a graph that cannot be opened says so', async () => {
    await expect(openThreads({ graph: Buffer.from('nothing'), count: 1, perThread, log: silent })).rejects.toThrow(/ended: .*/);
  });
});
