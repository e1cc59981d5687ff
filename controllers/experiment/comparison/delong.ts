import { bothTails } from '../../shared/statistics/normal.ts';

/** Areas under the ROC curves of two models on the same rows, and what is known of their difference. */
export interface DeLong {
  readonly auc: readonly [a: number, b: number];
  readonly variance: readonly [a: number, b: number];
  readonly covariance: number;
  /** Of the first minus the second, standard normal if there is no difference. */
  readonly z: number;
  readonly pValue: number;
}

/** Pairs of a positive and a negative row that are in the right order, ties half, by row: halves, so sums are exact. */
export interface Wins {
  readonly ofPositives: Float64Array;
  readonly ofNegatives: Float64Array;
}

/**
 * The test of DeLong, DeLong and Clarke-Pearson (Biometrics 44, 1988), in n log n steps: what Sun and Xu (IEEE Signal
 * Processing Letters 21, 2014) get from midranks, a look into the sorted scores of the other class gives too.
 * `labels`: 1 is positive; `a` and `b`: the scores, finite, in any increasing unit. Undefined with fewer than two rows of
 * either class, and where the difference does not vary, as for equal scores or models that both make no mistake: then its
 * noise is unknown.
 */
export function deLong(labels: readonly number[], a: readonly number[], b: readonly number[]): DeLong | undefined {
  return compareWins(winsOf(labels, a), winsOf(labels, b));
}

/** The same of what `winsOf` found, which takes longest and is the same whomever a model is compared with. */
export function compareWins(first: Wins, second: Wins): DeLong | undefined {
  const [positives, negatives] = [first.ofPositives.length, first.ofNegatives.length];
  if (positives < 2 || negatives < 2) return undefined;
  const pairs = positives * negatives;
  const area = ({ ofPositives }: Wins): number => sum(ofPositives) / pairs;
  const shared = (x: Wins, y: Wins): number => covariance(x.ofPositives, y.ofPositives) / (positives * negatives ** 2) + covariance(x.ofNegatives, y.ofNegatives) / (negatives * positives ** 2);
  const difference = { ofPositives: minus(first.ofPositives, second.ofPositives), ofNegatives: minus(first.ofNegatives, second.ofNegatives) };
  const variance = shared(difference, difference);
  if (variance === 0) return undefined;
  const z = area(difference) / Math.sqrt(variance);
  return { auc: [area(first), area(second)], variance: [shared(first, first), shared(second, second)], covariance: shared(first, second), z, pValue: bothTails(z) };
}

export function winsOf(labels: readonly number[], scores: readonly number[]): Wins {
  const positives = Float64Array.from(scores.filter((_score, row) => labels[row] === 1));
  const negatives = Float64Array.from(scores.filter((_score, row) => labels[row] !== 1));
  const [low, high] = [negatives.toSorted(), positives.toSorted()];
  return { ofPositives: positives.map((score) => below(low, score)), ofNegatives: negatives.map((score) => high.length - below(high, score)) };
}

/** How many of the sorted values are less than this one, and half of those that equal it. */
function below(sorted: Float64Array, value: number): number {
  return (firstFrom(sorted, (one) => one >= value) + firstFrom(sorted, (one) => one > value)) / 2;
}

/** Place of the first value that has passed a bound; their number where none has. */
function firstFrom(sorted: Float64Array, passed: (one: number) => boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (passed(sorted[middle] as number)) to = middle;
    else from = middle + 1;
  }
  return from;
}

function covariance(x: Float64Array, y: Float64Array): number {
  const [meanX, meanY] = [sum(x) / x.length, sum(y) / y.length];
  return x.reduce((total, one, i) => total + (one - meanX) * ((y[i] as number) - meanY), 0) / (x.length - 1);
}

function minus(x: Float64Array, y: Float64Array): Float64Array {
  return x.map((one, i) => one - (y[i] as number));
}

function sum(values: Float64Array): number {
  return values.reduce((total, one) => total + one, 0);
}
