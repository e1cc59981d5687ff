/** What a generator saw of one load. */
export interface Measured {
  /** Of whatever status. */
  readonly answers: number;
  /** Good answers. */
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly p999Ms: number;
  /** Answers that were not good, and requests that got none. */
  readonly failed: number;
}
