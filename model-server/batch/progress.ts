import type { Logger } from 'pino';

import type { Totals } from './predict.ts';

/** Tells the log how far it is; `kubectl trainyard predict --wait` reads the newest of these lines. */
export interface Progress {
  rowsRead(rows: number, share: number): void;
  partWritten(totals: Totals, share: number): void;
}

export interface ProgressDeps {
  readonly log: Logger;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** Parts and rows of earlier processes. */
  readonly before: Totals;
}

const PAUSE_MILLIS = 5_000;

export function createProgress({ log, now, before }: ProgressDeps): Progress {
  const began = now();
  let told = began;
  let read = 0;
  let totals = before;

  function tell(share: number): void {
    told = now();
    const seconds = (told - began) / 1_000;
    log.info({ percent: Math.floor(share * 1_000) / 10, rows: totals.rows, skipped: totals.skipped, parts: totals.parts, rowsPerSecond: seconds === 0 ? 0 : Math.round(read / seconds) }, 'progress');
  }

  return {
    rowsRead(rows, share) {
      read += rows;
      if (now() - told >= PAUSE_MILLIS) tell(share);
    },
    partWritten(written, share) {
      totals = written;
      tell(share);
    },
  };
}
