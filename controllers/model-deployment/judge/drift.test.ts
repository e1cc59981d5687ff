import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addPredictions, driftBreach, driftFigures, driftShortfall, freshDrift, type Drift, type DriftFigures } from './drift.ts';
import { lowerOfFew } from './drift-of-few.ts';

/** Seeded, so that every run of the tests sees the same streams. */
function dice(seed: number): (shares: readonly number[]) => string {
  let state = seed;
  const random = (): number => ((state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32);
  return (shares) => {
    let rest = random();
    const at = shares.findIndex((share) => (rest -= share) < 0);
    return String(at < 0 ? shares.length - 1 : at);
  };
}

/** The time of a look: one a second. */
const at = (second: number): Date => new Date(Date.UTC(2026, 0, 1) + 1000 * second);

function stream(seed: number, perLook: readonly [candidate: number, stable: number], looks: number, candidate: readonly number[], stable: readonly number[], alpha: number, allowed: number): { state: Drift; broken: boolean } {
  const throwOne = dice(seed);
  let state = freshDrift;
  let broken = false;
  for (let i = 0; i < looks && !broken; i += 1) {
    const counts = [candidate, stable].map((shares, side) => {
      const bins: Record<string, number> = {};
      for (let n = 0; n < perLook[side]!; n += 1) {
        const bin = throwOne(shares);
        bins[bin] = (bins[bin] ?? 0) + 1;
      }
      return bins;
    });
    state = addPredictions(state, counts[0]!, counts[1]!, at(i));
    // Without the first proof the second need not be worked out.
    broken = state.logE >= -Math.log(alpha) && driftBreach(driftFigures(state, alpha), allowed, 1 / alpha) !== undefined;
  }
  return { state, broken };
}

const deciles = Array.from({ length: 10 }, () => 0.1);
const extremes = [0.4, 0.02, 0.02, 0.02, 0.04, 0.04, 0.02, 0.02, 0.02, 0.4];
/** As a model that is sure of itself. */
const sure = [0.48, 0.005, 0.005, 0.005, 0.005, 0.005, 0.005, 0.005, 0.005, 0.48];
// Index of about 0.05 against the deciles.
const shifted = [0.13, 0.12, 0.12, 0.11, 0.1, 0.1, 0.09, 0.09, 0.08, 0.06];

describe('prediction drift', () => {
  it('is the population stability index, less what chance gives', () => {
    const figures = driftFigures({ candidate: { a: 6000, b: 4000 }, stable: { a: 5000, b: 5000 }, logE: 0 }, 0.01);
    // (0.6 - 0.5) ln(0.6 / 0.5) + (0.4 - 0.5) ln(0.4 / 0.5), less 2 / 10000.
    expect(figures.psi).toBeCloseTo(0.1 * Math.log(1.2) - 0.1 * Math.log(0.8) - 0.0002, 4);
    expect(figures.lower).toBeGreaterThan(0);
    expect(figures.lower).toBeLessThan(figures.psi);
  });
  it.each<[name: string, figures: Partial<DriftFigures>, broken: boolean]>([
    ['both proofs', {}, true],
    ['an index that may still be within the bound', { lower: 0.2 }, false],
    ['no proof that the distributions differ at all', { eValue: 99 }, false],
    ['an index of which nothing is known', { lower: 0 }, false],
  ])('breaks by %s: %o', (_name, figures, broken) => {
    expect(driftBreach({ psi: 0.3, lower: 0.21, eValue: 100, candidate: 200, stable: 200, ...figures }, 0.2, 100) !== undefined).toBe(broken);
  });
  it('learns the odds from the looks before, never from the one that it weighs', () => {
    const first = addPredictions(freshDrift, { a: 30 }, { b: 30 }, at(0));
    expect(first.logE).toBe(0);
    expect(addPredictions(first, { a: 3 }, { b: 3 }, at(1)).logE).toBeGreaterThan(0);
  });
  it('of a few predictions of the same model is nothing', () => {
    expect(driftFigures({ candidate: { a: 3, b: 1 }, stable: { a: 30, b: 20 }, logE: 0 }, 0.01).psi).toBe(0);
  });
  it('is proven when the answers come from elsewhere', () => {
    const { state, broken } = stream(1, [20, 60], 200, extremes, deciles, 0.01, 0.2);
    expect(broken).toBe(true);
    expect(driftBreach(driftFigures(state, 0.01), 0.2, 100)).toMatch(/^predictions differ from those of stable by \d\.\d+, at least 0\.\d+ > 0\.2 \(population stability index of \d+ against \d+ predictions; e-value /);
  });
  it('of nonsense is proven as soon as it has lasted longer than a burst, by few predictions', () => {
    const nonsense = (looks: number): boolean => stream(1, [10, 40], looks, deciles, sure, 0.01, 0.2).broken;
    // The look at 0 s is the first; that at 6 s the seventh.
    expect([nonsense(7), nonsense(8)]).toEqual([false, true]);
  });
  it('is not proven by a single look, however much was predicted in it', () => {
    const state = addPredictions(addPredictions(freshDrift, { a: 60 }, { a: 90, b: 90 }, at(0)), { a: 50 }, { a: 10, b: 9 }, at(1));
    expect(driftFigures(state, 0.01).lower).toBe(0);
  });
  it('of small differences in every bin needs many predictions', () => {
    const slight = (looks: number): number => driftFigures(stream(3, [20, 60], looks, shifted, deciles, 1e-6, 9).state, 0.01).lower;
    expect(slight(20)).toBe(0);
    expect(slight(400)).toBeGreaterThan(0.01);
  });
  it('below what is allowed is none, though the distributions do differ', () => {
    const { state, broken } = stream(1, [50, 150], 200, shifted, deciles, 0.01, 0.2);
    expect(driftFigures(state, 0.01).eValue).toBeGreaterThan(100);
    expect([broken, driftShortfall(driftFigures(state, 0.01), 0.2)]).toEqual([false, undefined]);
  });
  it('holds where nothing can be compared, and where it is above the bound but not proven', () => {
    expect(driftShortfall(driftFigures(freshDrift, 0.01), 0.2)).toBe('no predictions of candidate and stable to compare');
    const { state } = stream(1, [30, 90], 9, extremes, deciles, 1e-9, 0.01);
    expect(driftShortfall(driftFigures(state, 1e-9), 0.5)).toContain('though that is not proven');
  });
  // A/A: both sides throw the same dice. At alpha = 0.05 of 400 canaries 20 may be false alarms.
  it.each([
    ['few predictions', [3, 27], 120],
    ['many predictions', [50, 450], 60],
  ] as const)('of the same model raises false alarms at most at the rate alpha: %s', (_name, perLook, looks) => {
    let alarms = 0;
    let largeE = 0;
    for (let seed = 1; seed <= 400; seed += 1) {
      const { state, broken } = stream(seed * 7919, perLook, looks, extremes, extremes, 0.05, 0.01);
      if (broken) alarms += 1;
      if (state.logE >= Math.log(20)) largeE += 1;
    }
    expect(alarms).toBeLessThanOrEqual(8);
    expect(largeE).toBeLessThanOrEqual(20);
  }, 120_000);
});

describe('the bound by few predictions', () => {
  const bins = fc.dictionary(fc.constantFrom('0', '1', '2', '3', '10', 'x'), fc.integer({ min: 0, max: 400 }), { minKeys: 2 });
  const total = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((sum, count) => sum + count, 0);
  it('is never above the index itself', () => {
    fc.assert(
      fc.property(bins, bins, (candidate, stable) => {
        fc.pre(total(candidate) > 0 && total(stable) > 0);
        const every = [...new Set([...Object.keys(candidate), ...Object.keys(stable)])];
        const share = (counts: Readonly<Record<string, number>>, bin: string): number => (counts[bin] ?? 0) / total(counts);
        const index = every.reduce((sum, bin) => {
          const [p, q] = [share(candidate, bin), share(stable, bin)];
          return p === q ? sum : sum + (p - q) * Math.log(p / q);
        }, 0);
        expect(lowerOfFew(candidate, stable, 0.01)).toBeLessThanOrEqual(index + 1e-9);
      }),
    );
  });
  it('grows with the data', () => {
    const times = (n: number): number => lowerOfFew({ low: n, high: 4 * n }, { low: 9 * n, high: n }, 0.01);
    expect(times(1)).toBe(0);
    expect(times(10)).toBeGreaterThan(0.2);
    expect(times(100)).toBeGreaterThan(times(10));
  });
  it('counts neighbours as numbers, and finds a run of them', () => {
    const candidate = { '1': 1, '2': 10, '10': 10, '11': 10, '20': 1 };
    const stable = { '1': 60, '2': 1, '10': 1, '11': 1, '20': 60 };
    expect(lowerOfFew(candidate, stable, 0.01)).toBeGreaterThan(0.5);
    expect(lowerOfFew({ ...candidate, '1': 10, '20': 10 }, { '1': 30, '2': 30, '10': 30, '11': 30, '20': 30 }, 0.01)).toBe(0);
  });
  it('says nothing without predictions of both, or with one bin alone', () => {
    expect([lowerOfFew({}, { a: 9 }, 0.01), lowerOfFew({ a: 9 }, {}, 0.01), lowerOfFew({ a: 90 }, { a: 90 }, 0.01)]).toEqual([0, 0, 0]);
  });
  // A/A: it may be above 0 at some look in 5 % of the streams.
  it('holds at every look', () => {
    let above = 0;
    for (let seed = 1; seed <= 400; seed += 1) {
      const throwOne = dice(seed * 7919);
      const counts: Record<string, number>[] = [{}, {}];
      let wrong = false;
      for (let i = 0; i < 150 && !wrong; i += 1) {
        for (const side of [0, 1, 1, 1]) {
          const bin = throwOne(extremes);
          counts[side]![bin] = (counts[side]![bin] ?? 0) + 1;
        }
        wrong = i % 5 === 4 && lowerOfFew(counts[0]!, counts[1]!, 0.05) > 0;
      }
      if (wrong) above += 1;
    }
    expect(above).toBeLessThanOrEqual(20);
  }, 120_000);
});
