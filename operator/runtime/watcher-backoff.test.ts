import { describe, expect, it } from 'vitest';
import type { WatchClient } from './client.ts';
import { ApiError } from './errors.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import { configMapType } from './testing/samples.ts';
import { silentSurroundings } from './testing/silent.ts';
import { createWatcher } from './watcher.ts';

describe('watcher backoff', () => {
  it('grows from 0.8 s to 10 s with jitter while the server is away', async () => {
    const clock = createFakeClock();
    const triedMs: number[] = [];
    const away: WatchClient = {
      listPage() {
        triedMs.push(clock.monotonicMs());
        return Promise.reject(new ApiError({ status: 0, reason: 'Unreachable', message: 'away' }));
      },
      watch: () => Promise.reject(new Error('never reached')),
    };
    const watcher = createWatcher({ client: away, type: configMapType, namespace: '', emit: () => undefined, ...silentSurroundings({ clock, random: () => 0.5 }) });
    watcher.start();
    await clock.advance(5 * 60_000);
    await watcher.stop();
    const pauses = triedMs.slice(1).map((ms, index) => ms - (triedMs[index] ?? 0));
    expect(pauses.slice(0, 6)).toEqual([1_000, 2_000, 4_000, 8_000, 12_500, 12_500]);
    expect(clock.pending).toBe(0);
  });
});
