import { describe, expect, it } from 'vitest';
import { addWindow, eValue } from './relative.ts';
import { addSpaced, noSpaced, spacedAbsolute, spacedRelative, stakes, type Spaced } from './spaced.ts';

type Look = readonly [seconds: number, requests: number, bad: number, stable?: readonly [requests: number, bad: number]];
const after = (...looks: readonly Look[]): Spaced =>
  looks.reduce((state, [seconds, requests, bad, [stableRequests, stableBad] = [100, 0]]) => addSpaced(state, { requests, bad }, { requests: stableRequests, bad: stableBad }, 0.01, seconds * 1000), noSpaced);

describe('looks far apart', () => {
  it.each<[name: string, looks: readonly Look[], counted: object]>([
    ['leave out the rest of a burst', [[0, 20, 20], [2, 20, 20], [4, 20, 5], [5.9, 20, 0]], { bad: 1, quiet: 0 }],
    ['go on when its rest is over, to the millisecond', [[0, 20, 20], [5.999, 20, 20], [6, 20, 20]], { bad: 2, quiet: 0 }],
    ['count a candidate that keeps failing each time', [0, 2, 4, 6, 8, 10, 12, 14, 16].map((at) => [at, 20, 4] as const), { bad: 3, quiet: 0 }],
    ['do not rest after a good one', [[0, 20, 0], [1, 20, 0], [2, 20, 1]], { bad: 1, quiet: 2 }],
    ['do not rest after failures of stable', [[0, 20, 0, [100, 9]], [1, 20, 0]], { bad: 0, quiet: 2 }],
    ['are not those without requests', [[0, 0, 0], [2, 0, 0]], { bad: 0, quiet: 0 }],
  ])('%s', (_name, looks, counted) => expect(after(...looks)).toMatchObject(counted));
  it('are worth 1 before the first', () => expect([spacedAbsolute(noSpaced), spacedRelative(noSpaced)]).toEqual([1, 1]));
});

describe('looks far apart, against the bound', () => {
  it('pay by the share of bad requests: the mean of the capitals', () => {
    // A fifth is bad, 20 times what is allowed.
    const capital = stakes.reduce((sum, stake) => sum + 1 - stake + 20 * stake, 0) / stakes.length;
    expect(spacedAbsolute(after([0, 50, 10]))).toBeCloseTo(capital, 9);
  });
  it('multiply, and cost their stake when nothing is bad', () => {
    const capital = stakes.reduce((sum, stake) => sum + (1 - stake) * (1 + 99 * stake) * (1 - stake) * (1 + 9 * stake), 0) / stakes.length;
    const state = after([0, 5, 0], [2, 4, 4], [8, 5, 0], [10, 10, 1]);
    expect(state).toMatchObject({ quiet: 2, bad: 2 });
    expect(spacedAbsolute(state)).toBeCloseTo(capital, 9);
  });
  it('are worth 1 on average at the bound, however failures are bundled', () => {
    // A look of ten requests fails whole with probability 0.01, or each request does.
    const whole = 0.01 * spacedAbsolute(after([0, 10, 10])) + 0.99 * spacedAbsolute(after([0, 10, 0]));
    let single = 0;
    let probability = 0.99 ** 10;
    for (let bad = 0; bad <= 10; bad += 1) {
      single += probability * spacedAbsolute(after([0, 10, bad]));
      probability *= ((10 - bad) / (bad + 1)) * (0.01 / 0.99);
    }
    expect(whole).toBeCloseTo(1, 9);
    expect(single).toBeCloseTo(1, 9);
  });
});

describe('looks far apart, against stable', () => {
  const one = (candidate: number, stable: number): number => eValue(addWindow([], { requests: 10, bad: candidate }, { requests: 90, bad: stable }));
  it('take a bad look for one failure, however many it shows', () => {
    expect(spacedRelative(after([0, 10, 1, [90, 0]]))).toBeCloseTo(one(1, 0), 12);
    expect(spacedRelative(after([0, 10, 9, [90, 0]]))).toBeCloseTo(one(1, 0), 12);
  });
  it('count every failure of stable', () => {
    expect(spacedRelative(after([0, 10, 0, [90, 7]]))).toBeCloseTo(one(0, 7), 12);
    expect(spacedRelative(after([0, 10, 4, [90, 7]]))).toBeCloseTo(one(1, 7), 12);
  });
  it('do not count those of stable either while they rest', () => {
    expect(spacedRelative(after([0, 10, 4, [90, 0]], [2, 10, 0, [90, 7]]))).toBeCloseTo(one(1, 0), 12);
  });
  it('add up', () => {
    expect(spacedRelative(after([0, 10, 2, [90, 0]], [6, 10, 3, [90, 0]]))).toBeCloseTo(one(2, 0), 12);
  });
});
