import { sleep, type Clock } from '../../../operator/runtime/clock.ts';

/**
 * Waits for all, but after the first success no longer than `graceMs`: a source that hangs must not hold back what
 * another one has already said. Whoever is late is reported as a failure.
 */
export async function firstThenGrace<T>(clock: Clock, tasks: readonly Promise<T>[], graceMs: number): Promise<PromiseSettledResult<T>[]> {
  const results = tasks.map((): PromiseSettledResult<T> => ({ status: 'rejected', reason: new Error(`no answer within ${graceMs} ms after another source had answered`) }));
  const first = Promise.withResolvers<undefined>();
  const all = Promise.all(
    tasks.map(async (task, i) => {
      const [result] = await Promise.allSettled([task]);
      results[i] = result;
      if (result.status === 'fulfilled') first.resolve(undefined);
    }),
  );
  const over = new AbortController();
  await Promise.race([all, first.promise.then(() => sleep(clock, graceMs, over.signal))]);
  over.abort();
  return [...results];
}
