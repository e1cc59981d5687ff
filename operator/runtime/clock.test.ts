import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sleep, systemClock } from './clock.ts';
import { createFakeClock } from './testing/fake-clock.ts';

describe('system clock', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('waits longer than Node can in one timer', () => {
    const days = 24 * 3_600_000;
    let fired = 0;
    systemClock().setTimeout(() => (fired += 1), 60 * days);
    vi.advanceTimersByTime(60 * days - 1);
    expect(fired).toBe(0);
    vi.advanceTimersByTime(1);
    expect(fired).toBe(1);
  });

  it('cancels, also in a later piece of a long wait', () => {
    const days = 24 * 3_600_000;
    let fired = 0;
    const timer = systemClock().setTimeout(() => (fired += 1), 60 * days);
    vi.advanceTimersByTime(40 * days);
    timer.cancel();
    vi.advanceTimersByTime(40 * days);
    expect(fired).toBe(0);
  });
});

describe('sleep', () => {
  it('ends after its time, or at once when aborted, leaving no timer', async () => {
    const clock = createFakeClock();
    const stop = new AbortController();
    let ended = 0;
    void sleep(clock, 1_000).then(() => (ended += 1));
    void sleep(clock, 9_000, stop.signal).then(() => (ended += 1));
    await clock.advance(1_000);
    expect(ended).toBe(1);
    stop.abort();
    await clock.advance(0);
    await sleep(clock, 5_000, stop.signal);
    expect([ended, clock.pending]).toEqual([2, 0]);
  });
});
