import { describe, expect, it } from 'vitest';
import { addPredictions, driftBreach, driftFigures, driftShortfall, freshDrift, type Drift, type DriftFigures } from './drift.ts';
import { addInvalid, invalidBreach, type InvalidOutputs } from './invalid-outputs.ts';

describe('invalid outputs', () => {
  const after = (...looks: readonly number[]): InvalidOutputs => looks.reduce(addInvalid, { count: 0, looks: 0 });
  it.each<[name: string, looks: readonly number[], requests: number, ratio: number, broken: boolean]>([
    ['three in two looks, none tolerated', [1, 2], 1000, 0, true],
    ['two in two looks', [1, 1], 1000, 0, false],
    ['many in one look', [50], 1000, 0, false],
    ['three in two looks with quiet ones between', [1, 0, 0, 2], 1000, 0, true],
    ['as many as are tolerated', [5, 5], 1000, 0.01, false],
    ['more than are tolerated', [5, 6], 1000, 0.01, true],
  ])('%s', (_name, looks, requests, ratio, broken) => {
    expect(invalidBreach(after(...looks), requests, ratio) !== undefined).toBe(broken);
  });
});

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
    state = addPredictions(state, counts[0]!, counts[1]!);
    broken = driftBreach(driftFigures(state, alpha), allowed, 1 / alpha) !== undefined;
  }
  return { state, broken };
}

const deciles = Array.from({ length: 10 }, () => 0.1);
const extremes = [0.4, 0.02, 0.02, 0.02, 0.04, 0.04, 0.02, 0.02, 0.02, 0.4];
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
    ['too few predictions of the candidate', { candidate: 199 }, false],
    ['too few predictions of stable', { stable: 199 }, false],
  ])('breaks by %s: %o', (_name, figures, broken) => {
    expect(driftBreach({ psi: 0.3, lower: 0.21, eValue: 100, candidate: 200, stable: 200, ...figures }, 0.2, 100) !== undefined).toBe(broken);
  });
  it('learns the odds from the looks before, never from the one that it weighs', () => {
    const first = addPredictions(freshDrift, { a: 30 }, { b: 30 });
    expect(first.logE).toBe(0);
    expect(addPredictions(first, { a: 3 }, { b: 3 }).logE).toBeGreaterThan(0);
  });
  it('of a few predictions of the same model is nothing', () => {
    expect(driftFigures({ candidate: { a: 3, b: 1 }, stable: { a: 30, b: 20 }, logE: 0 }, 0.01).psi).toBe(0);
  });
  it('is proven when the answers come from elsewhere', () => {
    const { state, broken } = stream(1, [20, 60], 200, extremes, deciles, 0.01, 0.2);
    expect(broken).toBe(true);
    expect(driftBreach(driftFigures(state, 0.01), 0.2, 100)).toMatch(/^predictions differ from those of stable by \d\.\d+, at least 0\.\d+ > 0\.2 \(population stability index of \d+ against \d+ predictions; e-value /);
  });
  it('is not proven by fewer than 200 predictions, whatever they are', () => {
    expect(stream(1, [19, 60], 10, [1], [0, 1], 0.01, 0.2).broken).toBe(false);
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
