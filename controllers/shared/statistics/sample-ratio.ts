import gammaln from '@stdlib/math-base-special-gammaln';

/** How strongly the prior believes in the weights: deviations of some percent of a weight are what it looks for. */
const strong = 10_000;

/**
 * Logarithm of the Bayes factor "the split is another one" over "the split is as the weights say": Dirichlet-multinomial
 * against multinomial (Lindon & Malek, arXiv 2011.03567). A martingale under the weights, so 1/factor is a p-value at
 * every look at once when its smallest value so far is taken.
 */
export function logSplitFactor(counts: readonly number[], weights: readonly number[], concentration = strong): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let log = gammaln(concentration) - gammaln(concentration + total);
  counts.forEach((count, i) => {
    const weight = weights[i] ?? 0;
    log += gammaln(concentration * weight + count) - gammaln(concentration * weight) - count * Math.log(weight);
  });
  return log;
}

export function splitPValue(counts: readonly number[], weights: readonly number[], before = 1): number {
  return Math.min(before, Math.exp(-logSplitFactor(counts, weights)));
}

/**
 * The same from the mean of two factors, which is a factor again: one for small deviations in much traffic, one for
 * gross ones, such as a candidate that gets nothing, which a strong prior is slow to believe.
 */
export function quickSplitPValue(counts: readonly number[], weights: readonly number[], before = 1): number {
  const logs = [strong, 10].map((concentration) => logSplitFactor(counts, weights, concentration));
  const greatest = Math.max(...logs);
  const mean = logs.reduce((sum, log) => sum + Math.exp(log - greatest), 0) / logs.length;
  return Math.min(before, Math.exp(-greatest) / mean);
}
