/** What is kept of one answer: one row of it, so that another version's answer to the same request can be compared with it. */
export type RecentAnswer = readonly [
  /** The request's id, which a mirrored copy of the request carries too. */
  id: string,
  /** Rows of the answer; 0 for a request that was refused. */
  rows: number,
  /** The row that is told, from 0. */
  row: number,
  /** Its label or its number; null for a request that was refused. */
  value: string | number | null,
];

/** The newest answers of this process, in bounded memory. */
export interface RecentAnswers {
  add(id: string, rows: number, row: number, value: string | number): void;
  /** A request that was refused as wrong: where one version takes it and the other does not, they differ. */
  addRefused(id: string): void;
  /** The answers since a cursor, or all that are still known where the cursor is of another process or there is none. */
  since(cursor: string | undefined): RecentPage;
}

export interface RecentPage {
  /** Where to go on from. */
  readonly cursor: string;
  readonly answers: readonly RecentAnswer[];
}

export const RECENT = 4096;

/**
 * Always on, because the pods of a revision that serves are never changed: columns that are made once, and nothing but
 * references is written per answer.
 *
 * @param process tells this process from others of the same pod.
 */
export function createRecentAnswers(process: string, capacity = RECENT): RecentAnswers {
  const ids = new Array<string>(capacity).fill('');
  const rowCounts = new Uint32Array(capacity);
  const rowNumbers = new Uint32Array(capacity);
  const values = new Array<string | number | null>(capacity).fill(null);
  let total = 0;

  const put = (id: string, rows: number, row: number, value: string | number | null): void => {
    const at = total % capacity;
    ids[at] = id;
    rowCounts[at] = rows;
    rowNumbers[at] = row;
    values[at] = value;
    total += 1;
  };

  return {
    add: put,
    addRefused: (id) => put(id, 0, 0, null),
    since(cursor) {
      const first = Math.max(seen(cursor, process, total), total - capacity);
      const answers = Array.from({ length: total - first }, (_, i): RecentAnswer => {
        const at = (first + i) % capacity;
        return [ids[at] as string, rowCounts[at] as number, rowNumbers[at] as number, values[at] as string | number | null];
      });
      return { cursor: `${process}.${total}`, answers };
    },
  };
}

/** How many answers the bearer of a cursor has seen. */
function seen(cursor: string | undefined, process: string, total: number): number {
  if (cursor === undefined || !cursor.startsWith(`${process}.`)) return 0;
  const count = Number(cursor.slice(process.length + 1));
  return Number.isInteger(count) && count >= 0 ? Math.min(count, total) : 0;
}
