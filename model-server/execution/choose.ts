import type { Session, Tensors } from '../model/session.ts';

export type Execution = 'Auto' | 'Inline' | 'Worker';

/** The event loop stands still while a graph runs inline: health checks and every other model wait. Milliseconds. */
const LONGEST_INLINE = 5;
const MEASUREMENTS = 3;

export interface Measured {
  /** Milliseconds of one run of `rows` rows: the best of a few, so that a busy machine does not decide. */
  readonly millis: number;
  readonly rows: number;
}

/** How long the largest batch that the queue makes takes. */
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

/** Rows that a run may have and still let the event loop turn in time. */
export function inlineRows({ millis, rows }: Measured): number {
  return Math.max(rows, Math.floor((LONGEST_INLINE / Math.max(millis, 0.001)) * rows));
}
