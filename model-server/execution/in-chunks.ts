import type { Session, Tensors } from '../model/session.ts';
import { merge, slice } from './merge.ts';

/** A session that runs at most `maxRows` rows at a time, so that the event loop turns in between. For row-wise graphs only. */
export function inChunks(session: Session, maxRows: number, rowsOf: (feeds: Tensors) => number): Session {
  return {
    ...session,
    async run(feeds, outputs) {
      const rows = rowsOf(feeds);
      if (rows <= maxRows) return session.run(feeds, outputs);
      const parts: Tensors[] = [];
      for (let from = 0; from < rows; from += maxRows) parts.push(await session.run(slice(feeds, from, Math.min(maxRows, rows - from)), outputs));
      return merge(parts, rows);
    },
  };
}
