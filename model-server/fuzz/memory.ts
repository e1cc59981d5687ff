import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export interface Memory {
  readonly heapBytes: number;
  readonly rssBytes: number;
}

/** Bytes a request that cannot be noise: 200,000 requests grow by 4 MB. */
const MOST_BYTES_A_REQUEST = 20;
/** And what a short run may grow by: caches of the runtime that fill once. */
const HEAP_ALLOWANCE = 8e6;
/** The allocators keep freed pages: the same again, many times. */
const RSS_ALLOWANCE = 96e6;

/** Collects the garbage, as `node --expose-gc` would let it, and measures what is left. */
export function createMemoryProbe(): () => Memory {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  return () => {
    collect();
    collect();
    const { heapUsed, external, rss } = process.memoryUsage();
    return { heapBytes: heapUsed + external, rssBytes: rss };
  };
}

/** How much more there is at the end of a run than after its first third; a text says that it is too much. */
export function growth(samples: readonly Memory[], requests: number): { readonly heapBytes: number; readonly rssBytes: number; readonly tooMuch?: string } {
  const after = samples.slice(Math.floor(samples.length / 3));
  const [first, last] = [after[0], after.at(-1)];
  if (!first || !last) return { heapBytes: 0, rssBytes: 0 };
  const heapBytes = last.heapBytes - first.heapBytes;
  const rssBytes = last.rssBytes - first.rssBytes;
  const counted = (requests * 2) / 3;
  const most = Math.max(HEAP_ALLOWANCE, counted * MOST_BYTES_A_REQUEST);
  const mostRss = RSS_ALLOWANCE + most;
  const tooMuch = heapBytes > most ? `the heap grew by ${heapBytes} bytes, of ${most} at most` : rssBytes > mostRss ? `the resident memory grew by ${rssBytes} bytes, of ${mostRss} at most` : undefined;
  return { heapBytes, rssBytes, ...(tooMuch === undefined ? {} : { tooMuch }) };
}
