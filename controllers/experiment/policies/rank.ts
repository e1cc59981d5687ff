import type { Experiment } from '../../../crds/generated/experiment.ts';
import type { Trial } from '../trials.ts';

type Direction = Experiment['spec']['objective']['direction'];

export type Ranked = Trial & { readonly score: NonNullable<Trial['score']> };

/** Trials with a score, best first; equal scores keep their order. */
export function rank(trials: readonly Trial[], direction: Direction): readonly Ranked[] {
  const sign = direction === 'Maximize' ? -1 : 1;
  return trials.filter((trial): trial is Ranked => trial.score !== undefined).sort((a, b) => sign * (a.score.mean - b.score.mean));
}

/** The trial that competes for each candidate, best first: its best one that passed the gates, or else its best one. */
export function bestOfEach(ranked: readonly Ranked[]): readonly Ranked[] {
  const best = new Map<string, Ranked>();
  for (const trial of ranked) {
    const before = best.get(trial.candidate);
    if (before === undefined || (trial.gatesPassed && !before.gatesPassed)) best.set(trial.candidate, trial);
  }
  const chosen = new Set(best.values());
  return ranked.filter((trial) => chosen.has(trial));
}

/**
 * Only candidates measured on the same folds can be compared. The folds of the most trials count; whoever was measured
 * on others (the data changed in between) is a failed trial and says so.
 */
export function onSameFolds(trials: readonly Trial[]): { readonly trials: readonly Trial[]; readonly foldsDigest: string | undefined } {
  const counts = new Map<string, number>();
  for (const { score } of trials) if (score !== undefined) counts.set(score.foldsDigest, (counts.get(score.foldsDigest) ?? 0) + 1);
  const [foldsDigest] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  const compared = trials.map((trial): Trial => {
    if (trial.score === undefined || trial.score.foldsDigest === foldsDigest) return trial;
    return { ...trial, state: 'Failed', score: undefined, problem: `FoldsDiffer: measured on folds ${trial.score.foldsDigest.slice(0, 12)}, the others on ${foldsDigest?.slice(0, 12) ?? ''}` };
  });
  return { trials: compared, foldsDigest };
}
