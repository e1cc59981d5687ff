import { describe, expect, it } from 'vitest';
import { asymptoticHalfWidth, asymptoticPValue } from './asymptotic-interval.ts';
import { bernoulliInterval, lowerBound, upperBound } from './bernoulli-interval.ts';
import { betaBinomial, betaBinomialBound, logBetaBinomial } from './beta-binomial.ts';
import { gammaExponentialBound, gammaPoissonBound, logGammaExponential, logGammaPoisson } from './gamma-mixtures.ts';
import { logOneSidedNormal, logTwoSidedNormal, oneSidedNormalBound, oneSidedRho, twoSidedNormalBound, twoSidedRho } from './normal-mixture.ts';
import { polyStitchingBound } from './poly-stitching.ts';
import { quickSplitPValue, splitPValue } from './sample-ratio.ts';

// Published values: gostevehoward/confseq, test/uniform_boundaries_unittest.cpp; GrowthBook gbstats; delivery reference
// §4.5 and §4.7. Relative tolerance: all printed digits.
const close = (actual: number, published: number, digits = 6): void => expect(Math.abs(actual / published - 1), `${actual} instead of ${published}`).toBeLessThan(5 * 10 ** -digits);
const [v, alpha] = [100, 0.05];
const [two, one] = [twoSidedRho(v, alpha), oneSidedRho(v, alpha)];

describe('mixture martingales and their bounds at v = 100, alpha = 0.05', () => {
  it.each<[name: string, actual: number, published: number]>([
    ['precision of the two-sided normal mixture', two, 12.60056],
    ['two-sided normal, log at 10', logTwoSidedNormal(10, v, two), -0.6510052],
    ['two-sided normal, bound', twoSidedNormalBound(v, alpha, two), 30.35209],
    ['one-sided normal, log at 10', logOneSidedNormal(10, v, one), -0.06502391],
    ['one-sided normal, bound', oneSidedNormalBound(v, alpha, one), 27.66071],
    ['gamma-exponential of scale 2, log at 10', logGammaExponential(10, v, one, 2), -0.2490165],
    ['gamma-exponential, bound', gammaExponentialBound(v, alpha, one, 2), 33.02017],
    ['gamma-Poisson of scale 2, log at 10', logGammaPoisson(10, v, one, 2), -0.06991219],
    ['gamma-Poisson, bound', gammaPoissonBound(v, alpha, one, 2), 30.1949],
    ['two-sided beta-binomial, log at 10', logBetaBinomial(10, v, betaBinomial(v, alpha, 0.2, 0.8, false)), -0.6941012],
    ['two-sided beta-binomial, bound', betaBinomialBound(v, alpha, betaBinomial(v, alpha, 0.2, 0.8, false)), 31.4308],
    ['one-sided beta-binomial, log at 10', logBetaBinomial(10, v, betaBinomial(v, alpha, 0.2, 0.8, true)), -0.07134019],
    ['one-sided beta-binomial, bound', betaBinomialBound(v, alpha, betaBinomial(v, alpha, 0.2, 0.8, true)), 28.41238],
    ['polynomial stitching', polyStitchingBound(v, alpha, 10, 3), 64.48755],
  ])('acceptance 31: %s', (_name, actual, published) => {
    close(actual, published);
  });
});

describe('confidence sequences for a probability', () => {
  it.each([
    [700, 1000, 100, 0.651629, 0.745949],
    [15, 50, 50, 0.129556, 0.511896],
    [5, 50, 50, 0.013021, 0.269264],
    [100, 200, 1, 0.328923, 0.671076],
  ])('%i of %i, tightest at %i: %f to %f', (x, n, tOpt, low, high) => {
    const interval = bernoulliInterval(x, n, alpha, tOpt);
    expect(interval[0]).toBeCloseTo(low, 5);
    expect(interval[1]).toBeCloseTo(high, 5);
  });
  it('1 of 50 begins at 0 and ends at 0.13489', () => {
    const interval = bernoulliInterval(1, 50, alpha, 50);
    expect(interval[0]).toBeLessThan(1e-3);
    expect(interval[1]).toBeCloseTo(0.13489, 5);
  });
  it('the one-sided bound lies below the upper end of the two-sided interval, and above the share', () => {
    for (const [x, n] of [[0, 30], [1, 50], [5, 50], [9, 1000]] as const) {
      expect(upperBound(x, n, alpha, 50)).toBeLessThan(bernoulliInterval(x, n, alpha, 50)[1]);
      expect(upperBound(x, n, alpha, 50)).toBeGreaterThan(x / n);
    }
  });
  it('lower and upper bounds mirror each other, and nothing seen bounds nothing', () => {
    expect(lowerBound(45, 50, alpha, 50)).toBeCloseTo(1 - upperBound(5, 50, alpha, 50), 12);
    expect([upperBound(0, 0, alpha, 50), lowerBound(0, 0, alpha, 50), upperBound(7, 7, alpha, 50)]).toEqual([1, 0, 1]);
  });
});

describe('asymptotic confidence sequences', () => {
  // Relative effect of B over A by the delta method, as GrowthBook reports it.
  const relative = (a: { mean: number; variance: number; n: number }, b: { mean: number; variance: number; n: number }): { effect: number; se: number; n: number } => ({
    effect: (b.mean - a.mean) / a.mean,
    se: Math.sqrt(b.variance / (b.n * a.mean ** 2) + (a.variance * b.mean ** 2) / (a.n * a.mean ** 4)),
    n: a.n + b.n,
  });
  const mean = (sum: number, squares: number, n: number): { mean: number; variance: number; n: number } => ({ mean: sum / n, variance: (squares - sum ** 2 / n) / (n - 1), n });
  const share = (x: number, n: number): { mean: number; variance: number; n: number } => ({ mean: x / n, variance: (x / n) * (1 - x / n), n });

  it('give GrowthBook\'s interval of a relative mean', () => {
    const { effect, se, n } = relative(mean(1396.87, 52377.9767, 3000), mean(2422.7, 134698.29, 3461));
    const half = asymptoticHalfWidth(se, n, alpha, 1000);
    expect([effect, se, effect - half, effect + half].map((value) => Number(value.toFixed(5)))).toEqual([0.50336, 0.33341, -0.55844, 1.56516]);
    expect(asymptoticPValue(effect, se, n, alpha, 1000)).toBe(1);
  });
  it('give GrowthBook\'s interval of a relative proportion', () => {
    const { effect, se, n } = relative(share(1396, 3000), share(2422, 3461));
    const half = asymptoticHalfWidth(se, n, alpha, 5000);
    expect([effect, se, effect - half, effect + half].map((value) => Number(value.toFixed(5)))).toEqual([0.50386, 0.03386, 0.40098, 0.60675]);
    expect(asymptoticPValue(effect, se, n, alpha, 5000)).toBeLessThan(1e-20);
  });
});

describe('the sequential check of a split', () => {
  it.each([
    [[500, 500], [0.5, 0.5], 1],
    [[500, 600], [0.5, 0.5], 0.67145],
    [[100, 900], [0.5, 0.5], 2.368e-13],
  ])('acceptance 31: %j against %j has p = %f', (counts, weights, published) => {
    close(splitPValue(counts, weights), published, 4);
  });
  it('takes the smallest value so far when days add up', () => {
    const days = [1, 2, 3].map((day) => [150 * day, 850 * day]);
    let p = 1;
    const seen = days.map((counts) => (p = splitPValue(counts, [0.1, 0.9], p)));
    [0.307696, 0.012359, 0.000108877].forEach((published, i) => close(seen[i]!, published, 5));
    expect(splitPValue([300, 2700], [0.1, 0.9], p)).toBe(p);
  });
  it('that is quick believes gross deviations much sooner, and small ones hardly later', () => {
    expect(splitPValue([0, 150], [0.1, 0.9])).toBeGreaterThan(1e-4);
    expect(quickSplitPValue([0, 150], [0.1, 0.9])).toBeLessThan(1e-4);
    // The mean of two factors is at least half of either.
    expect(quickSplitPValue([450, 2550], [0.1, 0.9])).toBeLessThanOrEqual(2 * splitPValue([450, 2550], [0.1, 0.9]));
    expect(quickSplitPValue([1000, 9000], [0.1, 0.9])).toBe(1);
  });
});
