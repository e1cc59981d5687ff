import { describe, expect, it } from 'vitest';
import { createController } from './controller.ts';
import { ApiError } from './errors.ts';
import type { Change, Informer } from './informer.ts';
import { createMetrics } from './metrics.ts';
import type { Outcome } from './outcome.ts';
import { done, retry, stalled, waiting } from './outcome.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import { configMap, configMapType } from './testing/samples.ts';
import type { ConfigMap } from './testing/samples.ts';
import { seriesValue, silentSurroundings } from './testing/silent.ts';
import type { Key } from './types.ts';
import { keyOf, keyString } from './types.ts';

const key: Key = { namespace: 'ns', name: 'a' };

function setUp(reconcile: (key: Key, signal: AbortSignal) => Promise<Outcome>, workers = 4) {
  const clock = createFakeClock();
  const metrics = createMetrics();
  const calls: { readonly key: string; readonly atMs: number }[] = [];
  const controller = createController({
    name: 'test',
    workers,
    ...silentSurroundings({ clock, metrics }),
    reconcile: (one, { signal }) => {
      calls.push({ key: keyString(one), atMs: clock.monotonicMs() });
      return reconcile(one, signal);
    },
  });
  const value = (name: string, labels = {}) => seriesValue(metrics, name, { controller: 'test', ...labels });
  return { clock, metrics, calls, controller, value, times: () => calls.map((one) => one.atMs) };
}

describe('controller outcomes', () => {
  it.each<[string, () => Outcome, number[], string]>([
    ['done is not looked at again', done, [0], 'success'],
    ['waiting comes back after its time plus at most 10 % of jitter', () => waiting(1_000), [0, 1_050, 2_100, 3_150], 'requeue_after'],
    ['retry comes back with growing pauses', () => retry(new Error('x')), [0, 750, 2_250], 'error'],
    ['stalled is not looked at again', () => stalled('NoSuchModel'), [0], 'error'],
  ])('%s', async (_name, outcome, expected, result) => {
    const { clock, controller, times, value } = setUp(() => Promise.resolve(outcome()));
    controller.start();
    controller.enqueue(key);
    await clock.advance(4_000);
    expect(times()).toEqual(expected);
    expect(await value('controller_runtime_reconcile_total', { result })).toBe(expected.length);
  });

  it('counts a stall as a terminal error, and an error only as an error', async () => {
    const { clock, controller, value } = setUp((one) => Promise.resolve(one.name === 'a' ? stalled('Bad') : retry(new Error('x'))));
    controller.start();
    controller.enqueue(key);
    controller.enqueue({ namespace: 'ns', name: 'b' });
    await clock.advance(0);
    expect([await value('controller_runtime_terminal_reconcile_errors_total'), await value('controller_runtime_reconcile_errors_total'), await value('controller_runtime_reconcile_panics_total')]).toEqual([1, 2, 0]);
  });

  it('takes an exception for a retry, and for a panic unless it is an API error', async () => {
    const errors: Error[] = [new ApiError({ status: 409, reason: 'Conflict', message: 'conflict' }), new TypeError('bug'), 'not even an error' as unknown as Error];
    const { clock, controller, times, value } = setUp(() => {
      const error = errors.shift();
      return error === undefined ? Promise.resolve(done()) : Promise.reject(error);
    });
    controller.start();
    controller.enqueue(key);
    await clock.advance(10_000);
    expect(times()).toEqual([0, 750, 2_250, 5_250]);
    expect([await value('controller_runtime_reconcile_panics_total'), await value('controller_runtime_reconcile_errors_total')]).toEqual([2, 3]);
  });

  it('waits at least as long as the server asked', async () => {
    const { clock, controller, times } = setUp(() => Promise.resolve(retry(new ApiError({ status: 429, reason: 'TooManyRequests', message: 'busy', retryAfterMs: 20_000 }))));
    controller.start();
    controller.enqueue(key);
    await clock.advance(20_000);
    expect(times()).toEqual([0, 20_000]);
  });

  it('starts the backoff over after a success', async () => {
    const outcomes = [retry(new Error('1')), retry(new Error('2')), done(), retry(new Error('3')), done()];
    const { clock, controller, times } = setUp(() => Promise.resolve(outcomes.shift() ?? done()));
    controller.start();
    controller.enqueue(key);
    await clock.advance(10_000);
    controller.enqueue(key);
    await clock.advance(10_000);
    expect(times()).toEqual([0, 750, 2_250, 10_000, 10_750]);
  });
});

describe('controller workers', () => {
  it('work in parallel on different keys and never on one key twice', async () => {
    let running = 0;
    let most = 0;
    const { clock, controller, calls, value } = setUp(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => clock.setTimeout(resolve, 100));
      running -= 1;
      return done();
    }, 3);
    controller.start();
    for (const name of ['a', 'b', 'c', 'd', 'e']) controller.enqueue({ namespace: '', name });
    await clock.advance(50);
    expect([most, await value('controller_runtime_active_workers'), await value('controller_runtime_max_concurrent_reconciles')]).toEqual([3, 3, 3]);
    controller.enqueue({ namespace: '', name: 'a' });
    await clock.advance(1_000);
    expect([calls.map((one) => one.key).sort(), most]).toEqual([['a', 'a', 'b', 'c', 'd', 'e'], 3]);
  });
});

describe('controller shutdown', () => {
  it('waits for work under way and drops what has not begun', async () => {
    const { clock, controller, calls } = setUp(async () => {
      await new Promise<void>((resolve) => clock.setTimeout(resolve, 100));
      return waiting(1);
    }, 1);
    controller.start();
    controller.enqueue(key);
    controller.enqueue({ namespace: 'ns', name: 'b' });
    await clock.advance(10);
    const stopped = controller.stop(1_000);
    await clock.advance(90);
    expect([await stopped, calls.length]).toEqual([true, 1]);
    await clock.advance(10_000);
    expect([calls.length, clock.pending]).toEqual([1, 0]);
  });

  it('gives up after the drain time and tells the work so', async () => {
    let aborted = false;
    const { clock, controller } = setUp((_key, signal) => {
      signal.addEventListener('abort', () => (aborted = true));
      return new Promise(() => undefined);
    });
    controller.start();
    controller.enqueue(key);
    await clock.advance(0);
    const stopped = controller.stop(1_000);
    await clock.advance(999);
    expect(aborted).toBe(false);
    await clock.advance(1);
    expect([await stopped, aborted]).toEqual([false, true]);
  });

  it('stops at once when idle, and before it was ever started', async () => {
    const { controller } = setUp(() => Promise.resolve(done()));
    expect(await controller.stop()).toBe(true);
    expect(() => controller.start()).toThrow('was started before');
  });
});

describe('controller watches', () => {
  it('enqueues nothing before the start, then what is there, then every change', async () => {
    const handlers = new Set<(change: Change<ConfigMap>) => void>();
    const informer: Informer<ConfigMap> = {
      type: configMapType,
      store: { get: () => undefined, list: () => [], byIndex: () => [] },
      start: () => undefined,
      stop: () => Promise.resolve(),
      hasSynced: () => true,
      onChange(handler) {
        handlers.add(handler);
        handler({ type: 'added', object: configMap('there') });
        return () => void handlers.delete(handler);
      },
    };
    const { clock, controller, calls } = setUp(() => Promise.resolve(done()));
    controller.watches(informer, (change) => [keyOf(change.object), { namespace: '', name: 'owner' }]);
    expect(handlers.size).toBe(0);
    controller.start();
    await clock.advance(0);
    expect(calls.map((one) => one.key)).toEqual(['default/there', 'owner']);
    for (const handler of handlers) handler({ type: 'deleted', object: configMap('gone') });
    await clock.advance(0);
    expect(calls.map((one) => one.key).slice(2)).toEqual(['default/gone', 'owner']);
    await controller.stop();
    expect(handlers.size).toBe(0);
  });
});
