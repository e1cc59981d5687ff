const WINDOW_MILLIS = 1_000;

/** Chooses the rows that are counted: all of them at a low rate, each with the same chance above it. */
export interface RowSampler {
  /** Of the next `rows` rows: EVERY, or how many were picked; these are then in `picked`, growing. */
  take(rows: number, now: number): number;
  readonly picked: Uint32Array;
}

export const EVERY = -1;

/**
 * Every row is counted while no second has more than `budget` of them. Where the last second had more, each row of this
 * one is taken with probability budget / rows of the last, whatever it holds. Where a second turns out to have many more
 * than the last one, the probability is halved again and again: N budgets of rows cost about 2 + log2(N) / 2 budgets.
 *
 * @param budget rows a second.
 * @param seed of the random numbers, which are made here: one is drawn a row that is taken.
 */
export function createRowSampler(budget: number, seed = 1): RowSampler {
  let picked = new Uint32Array(64);
  let random = seed | 0;
  let share = 1;
  let gapScale = 0;
  /** Rows to pass over until the next one is taken. */
  let gap = 0;
  let seen = 0;
  let taken = 0;
  let limit = 2 * budget;
  // Numbers with a fraction are boxed anew at every write, but not in here.
  const windowStart = new Float64Array([-Infinity]);

  // Skips between independent picks are geometric: one logarithm a row that is taken, none for the others.
  const drawGap = (): number => {
    random = (random + 0x6d2b79f5) | 0;
    let mixed = Math.imul(random ^ (random >>> 15), random | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    const uniform = ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    return Math.floor(Math.log1p(-uniform) * gapScale);
  };
  const setShare = (next: number): void => {
    share = next;
    if (next >= 1) return;
    gapScale = 1 / Math.log1p(-next);
    gap = drawGap();
  };
  const openWindow = (now: number): void => {
    const rate = (seen * WINDOW_MILLIS) / (now - (windowStart[0] as number));
    windowStart[0] = now;
    seen = 0;
    taken = 0;
    limit = 2 * budget;
    setShare(rate > budget ? budget / rate : 1);
  };
  const halve = (): void => {
    setShare(share / 2);
    limit = taken + Math.ceil(budget / 2);
  };

  return {
    take(rows, now) {
      if (now - (windowStart[0] as number) >= WINDOW_MILLIS) openWindow(now);
      seen += rows;
      if (share === 1) {
        if (taken + rows <= limit) {
          taken += rows;
          return EVERY;
        }
        halve();
      }
      if (gap < rows && picked.length < rows) picked = new Uint32Array(rows);
      let count = 0;
      let at = gap;
      while (at < rows) {
        picked[count++] = at;
        taken++;
        if (taken >= limit) {
          halve();
          at += 1 + gap;
        } else at += 1 + drawGap();
      }
      gap = at - rows;
      return count;
    },
    get picked() {
      return picked;
    },
  };
}
