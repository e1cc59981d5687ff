import { describe, expect, it } from 'vitest';
import { binomialUpper } from './binomial-upper.ts';
import { seededRandom, type Random } from './random.ts';

const draws = 40_000;

function moments(draw: (random: Random) => number): { mean: number; variance: number } {
  const random = seededRandom(42);
  const values = Array.from({ length: draws }, () => draw(random));
  const mean = values.reduce((sum, value) => sum + value, 0) / draws;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (draws - 1) };
}

describe('random numbers', () => {
  // 0.5 multiplies, 11.9 is the last that does, 12 and 600 are drawn by rejection.
  it.each([0.5, 11.9, 12, 600])('of a Poisson distribution with mean %f have that mean and that variance', (mean) => {
    const seen = moments((random) => random.poisson(mean));
    expect(Math.abs(seen.mean - mean)).toBeLessThan(5 * Math.sqrt(mean / draws));
    expect(Math.abs(seen.variance / mean - 1)).toBeLessThan(0.06);
  });
  it('of a geometric distribution count the trials up to the first success', () => {
    const seen = moments((random) => random.geometric(0.2));
    expect(seen.mean).toBeGreaterThan(4.85);
    expect(seen.mean).toBeLessThan(5.15);
    expect([seededRandom(1).geometric(1), seededRandom(1).geometric(0)]).toEqual([1, Infinity]);
  });
});

describe('the upper binomial bound', () => {
  it.each([
    [0, 2000, 0.001497],
    [6, 2000, 0.00591],
    [2000, 2000, 1],
  ])('of %i in %i is %f', (successes, trials, bound) => expect(binomialUpper(successes, trials, 0.05)).toBeCloseTo(bound, 5));
});
