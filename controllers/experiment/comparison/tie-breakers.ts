import type { ExperimentSpec } from '../../../crds/generated/experiment.ts';
import type { Ranked } from '../policies/rank.ts';

export type TieBreaker = ExperimentSpec['comparison']['tieBreakers'][number];

export interface Tie {
  readonly winner: Ranked;
  /** What decided, and undefined where nothing did: then it is the best score. */
  readonly by: TieBreaker | undefined;
}

/** Latencies and sizes closer than this are the same: measured again they might be the other way round. */
const sameRatio = 1.05;

/** How easily people understand what a model does: its weights, then the exact SHAP values of its trees, then neither. */
const opacity: Readonly<Record<string, number>> = {
  logistic: 0, ridge: 0, elasticNet: 0,
  randomForest: 1, extraTrees: 1, gradientBoosting: 1, xgboost: 1,
  knn: 2, svm: 2, mlp: 2,
};

/** Less is better, everywhere. Undefined: not measured, which decides nothing. */
const measures: Readonly<Record<TieBreaker, { readonly of: (trial: Ranked) => number | undefined; readonly same: (a: number, b: number) => boolean }>> = {
  LatencyP99: { of: ({ latencyP99Ms }) => latencyP99Ms, same: alike },
  ModelSize: { of: ({ sizeBytes }) => sizeBytes, same: alike },
  Fairness: { of: ({ fairness }) => fairness, same: (a, b) => Math.abs(a - b) < 0.01 },
  Explainability: { of: ({ algorithm }) => opacity[algorithm], same: (a, b) => a === b },
};

/** `contenders`: best score first, none of them proven worse than the first. One measure after the other leaves only those that are not behind. */
export function breakTie(contenders: readonly [Ranked, ...Ranked[]], tieBreakers: readonly TieBreaker[]): Tie {
  let left: readonly [Ranked, ...Ranked[]] = contenders;
  let by: TieBreaker | undefined;
  for (const tieBreaker of tieBreakers) {
    const { of, same } = measures[tieBreaker];
    const values = left.map(of);
    // Who was not measured can neither win nor lose by it.
    if (values.includes(undefined)) continue;
    const least = Math.min(...(values as number[]));
    const ahead = left.filter((_, i) => same(values[i] as number, least));
    if (ahead.length === left.length) continue;
    left = ahead as [Ranked, ...Ranked[]];
    by = tieBreaker;
    if (left.length === 1) break;
  }
  return { winner: left[0], by };
}

function alike(a: number, b: number): boolean {
  return Math.max(a, b) <= sameRatio * Math.min(a, b);
}
