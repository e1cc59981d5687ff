import { describe, expect, it } from 'vitest';
import { ApiError } from './errors.ts';
import { createWatchBackoff } from './watch-backoff.ts';

const timing = { firstPauseMs: 800, longestPauseMs: 30_000, longestAwayPauseMs: 10_000 };
const away = new ApiError({ status: 0, reason: 'Unreachable', message: 'connection refused' });
const gone = new ApiError({ status: 410, reason: 'Expired', message: 'too old resource version' });
const busy = new ApiError({ status: 429, reason: 'TooManyRequests', message: 'later', retryAfterMs: 5_000 });
const nonsense = new Error('not a watch event');

describe('the pause of a watcher after a fault', () => {
  it.each<{ name: string; faults: readonly Error[]; pausesMs: readonly number[] }>([
    { name: 'a server that is away is asked every 10 s', faults: Array<Error>(7).fill(away), pausesMs: [800, 1_600, 3_200, 6_400, 10_000, 10_000, 10_000] },
    { name: 'a server that refuses is asked every 30 s', faults: Array<Error>(8).fill(gone), pausesMs: [800, 1_600, 3_200, 6_400, 12_800, 25_600, 30_000, 30_000] },
    { name: 'an answer that makes no sense is an answer', faults: Array<Error>(3).fill(nonsense), pausesMs: [800, 1_600, 3_200] },
    { name: 'the 410 after a long outage waits for a moment only', faults: [...Array<Error>(6).fill(away), gone], pausesMs: [800, 1_600, 3_200, 6_400, 10_000, 10_000, 800] },
    { name: 'one that is away and there in turns is not asked ever faster', faults: [away, gone, away, gone, away, gone], pausesMs: [800, 800, 1_600, 1_600, 3_200, 3_200] },
    { name: 'what the server asks for is the least', faults: [busy, busy, busy, busy], pausesMs: [5_000, 5_000, 5_000, 6_400] },
  ])('$name', ({ faults, pausesMs }) => {
    const backoff = createWatchBackoff(timing, () => 0);
    expect(faults.map((error) => backoff.after(error).pauseMs)).toEqual(pausesMs);
  });

  it('is longer by up to a half, also than what the server asks for', () => {
    const backoff = createWatchBackoff(timing, () => 1);
    expect([backoff.after(away).pauseMs, backoff.after(busy).pauseMs]).toEqual([1_200, 5_400]);
  });

  it('starts over after progress', () => {
    const backoff = createWatchBackoff(timing, () => 0);
    for (const error of [away, away, gone, gone]) backoff.after(error);
    backoff.progress();
    expect([backoff.after(away), backoff.after(gone)]).toEqual([{ faults: 1, pauseMs: 800 }, { faults: 2, pauseMs: 800 }]);
  });
});
