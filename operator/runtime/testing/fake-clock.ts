import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../clock.ts';

export interface FakeClock extends Clock {
  /**
   * Moves time on, firing timers in order and letting promises settle between them, so that code which arms a new timer
   * after an await is carried along.
   */
  advance(ms: number): Promise<void>;
  /** Timers armed and not yet fired. */
  readonly pending: number;
}

/** Time that stands still until a test moves it. */
export function createFakeClock(start: Date = new Date('2026-01-01T00:00:00Z')): FakeClock {
  const timers = new Set<{ readonly atMs: number; readonly order: number; readonly callback: () => void }>();
  let elapsedMs = 0;
  let order = 0;

  const nextBefore = (limitMs: number): { readonly atMs: number; readonly callback: () => void } | undefined => {
    const due = [...timers].filter((timer) => timer.atMs <= limitMs).sort((a, b) => a.atMs - b.atMs || a.order - b.order)[0];
    if (due !== undefined) timers.delete(due);
    return due;
  };

  return {
    now: () => new Date(start.getTime() + elapsedMs),
    monotonicMs: () => elapsedMs,
    setTimeout(callback, ms) {
      const timer = { atMs: elapsedMs + Math.max(0, ms), order: (order += 1), callback };
      timers.add(timer);
      return { cancel: () => void timers.delete(timer) };
    },
    async advance(ms) {
      const target = elapsedMs + ms;
      await settle();
      for (let timer = nextBefore(target); timer !== undefined; timer = nextBefore(target)) {
        elapsedMs = timer.atMs;
        timer.callback();
        await settle();
      }
      elapsedMs = target;
      await settle();
    },
    get pending() {
      return timers.size;
    },
  };
}

// A macrotask after every pending microtask chain, a few times over for chains that pass through setImmediate themselves.
async function settle(): Promise<void> {
  for (let round = 0; round < 3; round += 1) await setImmediate();
}
