import { LRUCache } from 'lru-cache';

export interface BucketOptions {
  readonly perSecond: number;
  readonly burst: number;
  /** Milliseconds that never step back. */
  readonly nowMs: () => number;
}

/** A token bucket: `burst` at once, `perSecond` in the long run. */
export interface Bucket {
  take(): boolean;
}

export function createBucket({ perSecond, burst, nowMs }: BucketOptions): Bucket {
  let left = burst;
  let at = nowMs();
  return {
    take() {
      const now = nowMs();
      left = Math.min(burst, left + ((now - at) / 1000) * perSecond);
      at = now;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}

/** A bucket for each id; the ones not used for longest are forgotten, which gives them a full one again. */
export function createBuckets({ most, ...options }: BucketOptions & { readonly most: number }): { take(id: string): boolean } {
  const buckets = new LRUCache<string, Bucket>({ max: most });
  return {
    take(id) {
      const bucket = buckets.get(id) ?? createBucket(options);
      buckets.set(id, bucket);
      return bucket.take();
    },
  };
}
