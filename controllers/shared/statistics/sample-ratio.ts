import gammaln from '@stdlib/math-base-special-gammaln';

/** How strongly the prior believes in the weights: deviations of some percent of a weight are what it looks for. */
const concentration = 10_000;

/**
 * Logarithm of the Bayes factor "the split is another one" over "the split is as the weights say": Dirichlet-multinomial
 * against multinomial (Lindon & Malek, arXiv 2011.03567). A martingale under the weights, so 1/factor is a p-value at
 * every look at once when its smallest value so far is taken.
 */
export function logSplitFactor(counts: readonly number[], weights: readonly number[]): number {
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
