import type { Ranked } from '../policies/rank.ts';

/** Less is better in each; undefined where it was not measured. */
const costs: readonly ((trial: Ranked) => number | undefined)[] = [({ latencyP99Ms }) => latencyP99Ms, ({ sizeBytes }) => sizeBytes, ({ fairness }) => fairness];

/**
 * The trials of which no other one is better in something and worse in nothing: score, latency, size, fairness. `ranked`: best
 * score first. A cost that any of them lacks is left out: who was not measured could not be worse in it.
 */
export function paretoOf(ranked: readonly Ranked[]): readonly Ranked[] {
  const measured = costs.filter((cost) => ranked.every((trial) => cost(trial) !== undefined));
  /** `a` has at least as good a score. */
  const dominates = (a: Ranked, b: Ranked): boolean => {
    if (measured.some((cost) => (cost(a) as number) > (cost(b) as number))) return false;
    return a.score.mean !== b.score.mean || measured.some((cost) => (cost(a) as number) < (cost(b) as number));
  };
  return ranked.filter((trial, place) => !ranked.some((other, before) => other !== trial && (before < place || other.score.mean === trial.score.mean) && dominates(other, trial)));
}
