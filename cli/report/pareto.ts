import type { Scored } from './trials.ts';

/** What a trial costs: less is better in each. */
export const costs = { latencyP99Ms: 'latency', sizeBytes: 'size', fairness: 'fairness' } as const;
export type Cost = keyof typeof costs;

export interface Pareto {
  readonly members: readonly Scored[];
  /** What counted beside the score: what every one of them was measured by. */
  readonly measured: readonly Cost[];
}

/** Of trials in the order of their scores, best first: those of which no other one is better in something and worse in nothing. */
export function paretoOf(trials: readonly Scored[]): Pareto {
  const measured = (Object.keys(costs) as Cost[]).filter((cost) => trials.length > 0 && trials.every((trial) => trial[cost] !== undefined));
  const dominates = (a: Scored, b: Scored): boolean =>
    measured.every((cost) => (a[cost] as number) <= (b[cost] as number)) && (a.score !== b.score || measured.some((cost) => (a[cost] as number) < (b[cost] as number)));
  // Only one with at least as good a score can dominate: those before it, and its equals.
  const members = trials.filter((trial, place) => !trials.some((other, before) => (before < place || other.score === trial.score) && dominates(other, trial)));
  return { members, measured };
}
