import type { Session, Tensors } from '../model/session.ts';

export type Execution = 'Auto' | 'Inline' | 'Worker';

/** The event loop stands still while a graph runs inline: health checks and every other model wait. Milliseconds. */
const LONGEST_INLINE = 5;
const MEASUREMENTS = 3;
/** Rows that are measured, and that any batch may have. */
export const FEWEST_BATCH_ROWS = 64;
const MOST_BATCH_ROWS = 1024;
/** Who comes while a batch runs waits for it. Milliseconds. */
const LONGEST_BATCH = 3;

export interface Measured {
  /** Milliseconds of one run of `rows` rows: the best of a few, so that a busy machine does not decide. */
  readonly millis: number;
  readonly rows: number;
}

/** How long so many rows take. */
export async function measure(session: Session, feeds: Tensors, rows: number, outputs: readonly string[], now: () => number): Promise<Measured> {
  let millis = Infinity;
  for (let i = 0; i < MEASUREMENTS; i++) {
    const began = now();
    await session.run(feeds, outputs);
    millis = Math.min(millis, now() - began);
  }
  return { millis, rows };
}

export function runsInline(execution: Execution, { millis }: Measured): boolean {
  return execution === 'Auto' ? millis <= LONGEST_INLINE : execution === 'Inline';
}

/**
 * Rows that are put together where nobody says how many. Requests that are read and answered in one go, between two runs,
 * find the processor's caches warm: with requests of 64 rows, batches of 1024 answer 1.6 times as many as batches of 64.
 */
export function batchRows({ millis, rows }: Measured): number {
  const fitting = Math.floor((LONGEST_BATCH / Math.max(millis, 0.001)) * rows);
  return Math.min(MOST_BATCH_ROWS, Math.max(FEWEST_BATCH_ROWS, fitting));
}

/** Rows that a run may have and still let the event loop turn in time. */
export function inlineRows({ millis, rows }: Measured): number {
  return Math.max(rows, Math.floor((LONGEST_INLINE / Math.max(millis, 0.001)) * rows));
}
