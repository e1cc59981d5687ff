import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFakeClock } from './testing/fake-clock.ts';
import { createMetrics } from './metrics.ts';
import { seriesValue } from './testing/silent.ts';
import { keyString } from './types.ts';
import type { Key } from './types.ts';
import { createWorkQueue } from './workqueue.ts';

const a: Key = { namespace: 'ns', name: 'a' };
const b: Key = { namespace: 'ns', name: 'b' };

function setUp() {
  const clock = createFakeClock();
  const metrics = createMetrics();
  return { clock, metrics, queue: createWorkQueue({ clock, metrics: metrics.controller('test', 1).queue }) };
}

describe('work queue', () => {
  it('hands out keys in the order they were added', async () => {
    const { queue } = setUp();
    queue.add(a);
    queue.add(b);
    expect(await queue.take()).toEqual(a);
    expect(await queue.take()).toEqual(b);
  });

  it('collapses a burst of adds of one key into one', async () => {
    const { queue } = setUp();
    for (let count = 0; count < 100; count += 1) queue.add({ ...a });
    expect(queue.depth).toBe(1);
    await queue.take();
    expect(queue.depth).toBe(0);
  });

  it('holds a key added during its own work back until that work is finished', async () => {
    const { queue } = setUp();
    queue.add(a);
    await queue.take();
    queue.add(a);
    expect(queue.depth).toBe(0);
    queue.finish(a);
    expect(queue.depth).toBe(1);
    expect(await queue.take()).toEqual(a);
    queue.finish(a);
    expect(queue.depth).toBe(0);
  });

  it('wakes a waiting worker', async () => {
    const { queue } = setUp();
    const taken = queue.take();
    queue.add(a);
    expect(await taken).toEqual(a);
  });

  it('adds after a delay, the earliest of several winning', async () => {
    const { clock, queue } = setUp();
    queue.addAfter(a, 5_000);
    queue.addAfter(a, 1_000);
    queue.addAfter(a, 9_000);
    await clock.advance(999);
    expect(queue.depth).toBe(0);
    await clock.advance(1);
    expect(queue.depth).toBe(1);
    await queue.take();
    queue.finish(a);
    await clock.advance(20_000);
    expect(queue.depth).toBe(0);
  });

  it('backs off from 750 ms to 15 minutes per key and starts over after forget', () => {
    const { queue } = setUp();
    const delays = Array.from({ length: 13 }, () => queue.addRateLimited(a));
    expect(delays.slice(0, 5)).toEqual([750, 1_500, 3_000, 6_000, 12_000]);
    expect(delays.at(-1)).toBe(15 * 60_000);
    expect(queue.addRateLimited(b)).toBe(750);
    expect(queue.failures(a)).toBe(13);
    queue.forget(a);
    expect(queue.addRateLimited(a)).toBe(750);
  });

  it('never comes back before the server wants it to', () => {
    expect(setUp().queue.addRateLimited(a, 60_000)).toBe(60_000);
  });

  it('drains: drops what has not begun, waits for what has', async () => {
    const { clock, queue } = setUp();
    queue.add(a);
    queue.add(b);
    queue.addAfter({ namespace: 'ns', name: 'c' }, 5_000);
    await queue.take();
    const idle = queue.take(); // takes b
    const waiting = queue.take();
    let drained = false;
    const drain = queue.drain().then(() => (drained = true));
    expect(await waiting).toBeUndefined();
    queue.add({ namespace: 'ns', name: 'late' });
    await clock.advance(1_000);
    expect([drained, queue.depth, clock.pending]).toEqual([false, 0, 0]);
    queue.finish(a);
    expect(await idle).toEqual(b);
    queue.finish(b);
    await drain;
    expect(await queue.take()).toBeUndefined();
  });

  it('counts as controller-runtime does, unfinished work included', async () => {
    const { clock, metrics, queue } = setUp();
    queue.add(a);
    queue.add(b);
    await clock.advance(2_000);
    await queue.take();
    await clock.advance(3_000);
    const labels = { name: 'test', controller: 'test' };
    expect(await seriesValue(metrics, 'workqueue_adds_total', labels)).toBe(2);
    expect(await seriesValue(metrics, 'workqueue_depth', labels)).toBe(1);
    expect(await seriesValue(metrics, 'workqueue_unfinished_work_seconds', labels)).toBe(3);
    expect(await seriesValue(metrics, 'workqueue_longest_running_processor_seconds', labels)).toBe(3);
    expect(await seriesValue(metrics, 'workqueue_retries_total', labels)).toBe(0);
  });

  it('refuses to finish a key that nobody took', () => {
    expect(() => setUp().queue.finish(a)).toThrow('was not in work');
  });

  it('never hands out one key twice at once and never loses one, whatever the order of operations', async () => {
    const operation = fc.record({ what: fc.constantFrom('add', 'addAfter', 'addRateLimited', 'take', 'finish', 'time'), name: fc.constantFrom('a', 'b', 'c', 'd'), ms: fc.integer({ min: 0, max: 2_000 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { maxLength: 60 }), async (operations) => {
        const { clock, queue } = setUp();
        const inWork = new Set<string>();
        const owed = new Set<string>(); // added and not taken since
        const take = async (): Promise<void> => {
          if (queue.depth === 0) return;
          const key = await queue.take();
          const id = key === undefined ? '' : keyString(key);
          if (inWork.has(id)) throw new Error(`${id} was handed out twice at once`);
          inWork.add(id);
          owed.delete(id);
        };
        for (const { what, name, ms } of operations) {
          const key = { namespace: '', name };
          if (what === 'add') queue.add(key);
          if (what === 'addAfter') queue.addAfter(key, ms);
          if (what === 'addRateLimited') queue.addRateLimited(key);
          if (what.startsWith('add')) owed.add(name);
          if (what === 'take') await take();
          if (what === 'finish' && inWork.delete(name)) queue.finish(key);
          if (what === 'time') await clock.advance(ms);
        }
        // Let everything come due and work it off: nothing may be left over.
        for (let round = 0; round < 3; round += 1) {
          await clock.advance(20 * 60_000);
          while (queue.depth > 0) await take();
          for (const name of [...inWork]) if (inWork.delete(name)) queue.finish({ namespace: '', name });
        }
        expect([...owed]).toEqual([]);
        expect([queue.depth, queue.processing]).toEqual([0, 0]);
      }),
      { numRuns: 100 },
    );
  });
});
