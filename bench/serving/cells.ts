// What is measured of a server, and in which order the servers come.
import type { ModelName } from './models.ts';

export const loops = ['closed', 'open-50', 'open-80'] as const;
/** `open-80`: at 80 % of what the closed loop has just shown. */
export type Loop = (typeof loops)[number];

export interface Cell {
  readonly rows: number;
  readonly loop: Loop;
  /** Seconds of load. */
  readonly seconds: number;
}

/** A batching server answers 32 requests of 64 rows at once, every second and a half: a short window would round that. */
const slowFactor = 5;

export function shareOf(loop: Loop): number | undefined {
  return loop === 'closed' ? undefined : Number(loop.slice('open-'.length)) / 100;
}

/** The closed loop before the open ones, which are at a share of its rate. */
export function cellsOf(model: ModelName, seconds: number): Cell[] {
  const cells = [1, 8, 64].flatMap((rows) => loops.map((loop) => ({ rows, loop, seconds })));
  if (model === 'forest') return cells;
  // With more rows there are too few requests a second for percentiles at a constant rate.
  const told = cells.filter(({ rows, loop }) => rows === 1 || loop === 'closed');
  return told.map((cell) => (cell.rows < 64 ? cell : { ...cell, seconds: seconds * slowFactor }));
}

/** A copy in random order (Fisher and Yates). */
export function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const result = [...values];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}
