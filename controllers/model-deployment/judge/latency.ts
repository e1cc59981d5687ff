import type { Reading } from './counters.ts';
import type { RatioObjective } from './objective.ts';

/**
 * The bucket bound that stands for a latency objective: the smallest one at or above it that every process knows, so
 * that candidate and stable are measured alike. Undefined where no process tells times, or all its buckets end below.
 */
export function bucketBound(readings: readonly Reading[], maxSeconds: number): string | undefined {
  const told = readings.flatMap(({ within }) => (within === undefined ? [] : [within]));
  const [first, ...others] = told;
  if (first === undefined) return undefined;
  const shared = Object.keys(first).filter((bound) => Number(bound) >= maxSeconds && Number.isFinite(Number(bound)) && others.every((within) => within[bound] !== undefined));
  return shared.sort((a, b) => Number(a) - Number(b))[0];
}

/** The bound for people, and that it is not quite what was asked for. */
export function boundText({ maxSeconds = 0 }: RatioObjective, bound: string | undefined): string {
  const asked = `${maxSeconds} s`;
  return bound === undefined || Number(bound) === maxSeconds ? asked : `${bound} s (the next bucket of the server above ${asked})`;
}
