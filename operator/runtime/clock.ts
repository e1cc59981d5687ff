export interface Timer {
  cancel(): void;
}

/** Time, injected: tests drive it by hand (testing/fake-clock.ts). */
export interface Clock {
  /** Wall-clock time: for what people and other machines read. */
  now(): Date;
  /** Milliseconds that never step back: for every duration and deadline. */
  monotonicMs(): number;
  setTimeout(callback: () => void, ms: number): Timer;
}

// setTimeout(fn, ms > 2^31-1) fires at once in Node: longer waits are cut into pieces.
const longestTimerMs = 2 ** 31 - 1;

export function systemClock(): Clock {
  return {
    now: () => new Date(),
    monotonicMs: () => performance.now(),
    setTimeout(callback, ms) {
      let handle: NodeJS.Timeout;
      const arm = (left: number): void => {
        handle = left > longestTimerMs ? setTimeout(() => arm(left - longestTimerMs), longestTimerMs) : setTimeout(callback, Math.max(0, left));
      };
      arm(ms);
      return { cancel: () => clearTimeout(handle) };
    },
  };
}

/** Resolves after `ms`, or at once when `signal` aborts; never rejects, so that callers re-check their own state. */
export function sleep(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) return resolve();
    const end = (): void => {
      timer.cancel();
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = clock.setTimeout(end, ms);
    signal?.addEventListener('abort', end, { once: true });
  });
}
