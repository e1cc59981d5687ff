/** Sign, exponent and three bits of the fraction of a 32-bit float: 4096 buckets, eight to a power of two. */
const SHIFT = 20;
export const BUCKETS = 1 << (32 - SHIFT);
const NEGATIVE = BUCKETS / 2;
/** The bucket of infinity; it and those above it hold NaN too. */
const INFINITE = 0x7f8;

/**
 * Where the search for a value's bin begins, by the bucket of its bits: at how many edges are <= all of the bucket. Few
 * steps are left then, where a binary search of nine edges guesses wrong at every other branch (measured: three times
 * as long). NaN has no bin, and 255 edges are the most.
 */
export function compileBinTable(edges: Float32Array): Uint8Array {
  const bits = new Int32Array(1);
  const float = new Float32Array(bits.buffer);
  return Uint8Array.from({ length: BUCKETS }, (_, bucket) => {
    const size = bucket % NEGATIVE;
    if (size >= INFINITE) return bucket < NEGATIVE ? edges.length : 0;
    // Below zero the least value of a bucket is the one whose other bits are all 1.
    bits[0] = bucket < NEGATIVE ? bucket << SHIFT : (bucket << SHIFT) | ((1 << SHIFT) - 1);
    return binOf(edges, float[0] as number);
  });
}

/** The bucket of a float by its bits. */
export function bucketOf(bits: number): number {
  return bits >>> SHIFT;
}

/** How many edges are <= value. */
export function binOf(edges: Float32Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((edges[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
