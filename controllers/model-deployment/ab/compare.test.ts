import { describe, expect, it } from 'vitest';
import { asymptoticHalfWidth } from '../../shared/statistics/asymptotic-interval.ts';
import { armOf, compare, tunedFor, welchTest } from './compare.ts';
import { noRewards, plusRewards, type Rewards } from './rewards.ts';

const told = (...rewards: readonly number[]): Rewards => rewards.reduce((sum, reward) => plusRewards(sum, { count: 1, sum: reward, sumSquares: reward * reward }), noRewards);
const times = (count: number, reward: number): Rewards => ({ count, sum: count * reward, sumSquares: count * reward * reward });
const shares = (successes: number, count: number): Rewards => plusRewards(times(successes, 1), times(count - successes, 0));

describe('mean and variance of rewards', () => {
  it.each<[name: string, rewards: Rewards, arm: object | undefined]>([
    ['need two of them', told(3), undefined],
    ['are the sample\'s', told(1, 2, 3, 4), { mean: 2.5, variance: expect.closeTo(5 / 3, 12) }],
    ['may be below zero', told(-1, 1), { mean: 0, variance: 2 }],
    ['have no variance where all are alike, whatever rounding leaves', times(1000, 0.1), { mean: expect.closeTo(0.1, 12), variance: expect.closeTo(0, 12) }],
  ])('%s', (_name, rewards, arm) => {
    expect(armOf(rewards)).toEqual(arm);
    expect(armOf(rewards)?.variance ?? 0).toBeGreaterThanOrEqual(0);
  });
  it('are never less than nothing, though sums are rounded', () => {
    for (let i = 1; i < 200; i += 1) expect(armOf(times(i + 2, i * 0.1))!.variance, `${i}`).toBeGreaterThanOrEqual(0);
  });
});

// GrowthBook's published inputs (gbstats, delivery reference §4.5); asymptotic-interval itself is held to its outputs in
// controllers/shared/statistics. Here the difference of two means is made of the same sums by hand.
describe('the bounds of a difference', () => {
  const a: Rewards = { count: 3000, sum: 1396.87, sumSquares: 52377.9767 };
  const b: Rewards = { count: 3461, sum: 2422.7, sumSquares: 134698.29 };
  it('are the difference and the half width at all rewards of both, with the greater variance on each side', () => {
    const [va, vb] = [armOf(a)!.variance, armOf(b)!.variance];
    const all = armOf(plusRewards(a, b))!.variance;
    expect([va < all, vb > all]).toEqual([true, true]);
    const half = asymptoticHalfWidth(Math.sqrt(all / 3000 + vb / 3461), 6461, 0.05, tunedFor);
    const compared = compare(b, a, 0.05)!;
    expect(compared.difference).toBeCloseTo(2422.7 / 3461 - 1396.87 / 3000, 12);
    expect([compared.lower, compared.upper]).toEqual([compared.difference - half, compared.difference + half]);
  });
  it('mirror each other when the sides are changed', () => {
    const [one, other] = [compare(b, a, 0.05)!, compare(a, b, 0.05)!];
    [-one.difference, -one.upper, -one.lower].forEach((value, i) => expect([other.difference, other.lower, other.upper][i]).toBeCloseTo(value, 12));
  });
  it('find GrowthBook\'s proportions different, and its noisy means not', () => {
    expect(compare(shares(2422, 3461), shares(1396, 3000), 0.05)!.lower).toBeGreaterThan(0);
    expect(compare(b, a, 0.05)!.lower).toBeLessThan(0);
  });
  it('get narrower with more rewards and wider with a smaller alpha', () => {
    const width = (count: number, alpha: number): number => {
      const { lower, upper } = compare(shares(count / 2, count), shares(count / 2, count), alpha)!;
      return upper - lower;
    };
    expect([width(400, 0.05) < width(100, 0.05), width(100, 0.01) > width(100, 0.05)]).toEqual([true, true]);
  });
  it('do not take thirty failures of a rare thing for a proof that it never happens', () => {
    expect(compare(times(30, 0), shares(50, 5000), 0.05)!.upper).toBeGreaterThan(0);
    expect(compare(times(30, 0), times(30, 1), 0.05)!.upper).toBeLessThan(0);
  });
  it('are not there with one reward of a version', () => {
    expect(compare(told(1), told(1, 2, 3), 0.05)).toBeUndefined();
  });
});

describe("Welch's t", () => {
  // Student's tables: P(|T| > 2.228) = 0.05 at 10 degrees of freedom, P(|T| > 2.750) = 0.01 at 30.
  it.each([[2.228, 6, 0.05], [3.169, 6, 0.01], [2.75, 16, 0.01]])('of %f with %i rewards of equal variance a side has p = %f', (t, n, p) => {
    const mean = t * Math.sqrt(2 / n);
    const tested = welchTest({ mean, variance: 1 }, n, { mean: 0, variance: 1 }, n)!;
    expect([tested.t, tested.p]).toEqual([expect.closeTo(t, 10), expect.closeTo(p, 4)]);
  });
  it('uses degrees of freedom between those of the smaller side and of both', () => {
    // Worked by hand: va = 4/10, vb = 1/20, df = 0.45^2 / (0.16/9 + 0.0025/19) = 11.306.
    const { t, p } = welchTest({ mean: 2, variance: 4 }, 10, { mean: 0, variance: 1 }, 20)!;
    expect(t).toBeCloseTo(2 / Math.sqrt(0.45), 12);
    const within = (freedom: number): number => welchTest({ mean: t * Math.sqrt(2 / (freedom / 2 + 1)), variance: 1 }, freedom / 2 + 1, { mean: 0, variance: 1 }, freedom / 2 + 1)!.p;
    expect(p).toBeLessThan(within(10));
    expect(p).toBeGreaterThan(within(12));
    expect(p).toBeCloseTo(within(11.3061), 5);
  });
  it('is not there where nothing varies', () => {
    expect(welchTest({ mean: 1, variance: 0 }, 30, { mean: 0, variance: 0 }, 30)).toBeUndefined();
  });
});

describe('a test of a version against itself, looked at after every few rewards', () => {
  // Mulberry32: seeded, so that the figure below is the same on every machine.
  const random = (seed: number): (() => number) => {
    let state = seed;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
  };
  const kinds: Readonly<Record<string, (uniform: () => number) => number>> = {
    'one in two': (uniform) => (uniform() < 0.5 ? 1 : 0),
    'one in fifty': (uniform) => (uniform() < 0.02 ? 1 : 0),
    exponential: (uniform) => -Math.log(1 - uniform()),
  };
  const [runs, rewards, every] = [400, 3000, 10];
  it.each(Object.keys(kinds).flatMap((kind) => [[kind, 0.5], [kind, 0.1]] as const))('names no winner more often than alpha (rewards %s, split %f)', (kind, split) => {
    const uniform = random(7);
    let winners = 0;
    for (let run = 0; run < runs; run += 1) {
      let [candidate, stable] = [noRewards, noRewards];
      for (let i = 1; i <= rewards; i += 1) {
        const reward = kinds[kind]!(uniform);
        const one = { count: 1, sum: reward, sumSquares: reward * reward };
        if (uniform() < split) candidate = plusRewards(candidate, one);
        else stable = plusRewards(stable, one);
        if (i % every !== 0 || Math.min(candidate.count, stable.count) < 30) continue;
        const { lower, upper } = compare(candidate, stable, 0.05)!;
        if (lower > 0 || upper < 0) {
          winners += 1;
          break;
        }
      }
    }
    expect(winners / runs).toBeLessThanOrEqual(0.05);
  });
});
