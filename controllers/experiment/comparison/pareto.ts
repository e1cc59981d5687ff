import type { Ranked } from '../policies/rank.ts';

export type Cost = 'latencyP99Ms' | 'sizeBytes' | 'fairness';
/** Less is better in each; undefined where it was not measured. */
const costs: readonly Cost[] = ['latencyP99Ms', 'sizeBytes', 'fairness'];

export interface Pareto {
  readonly members: readonly Ranked[];
  /** What counted beside the score: what every one of them was measured by. */
  readonly measured: readonly Cost[];
}

/**
 * The trials of which no other one is better in something and worse in nothing: score, latency, size, fairness. `ranked`: best
 * score first. A cost that any of them lacks is left out: who was not measured could not be worse in it.
 */
export function paretoOf(ranked: readonly Ranked[]): Pareto {
  const measured = costs.filter((cost) => ranked.length > 0 && ranked.every((trial) => trial[cost] !== undefined));
  /** `a` has at least as good a score. */
  const dominates = (a: Ranked, b: Ranked): boolean => {
    if (measured.some((cost) => (a[cost] as number) > (b[cost] as number))) return false;
    return a.score.mean !== b.score.mean || measured.some((cost) => (a[cost] as number) < (b[cost] as number));
  };
  const members = ranked.filter((trial, place) => !ranked.some((other, before) => other !== trial && (before < place || other.score.mean === trial.score.mean) && dominates(other, trial)));
  return { members, measured };
}
