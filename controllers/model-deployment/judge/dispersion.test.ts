import { describe, expect, it } from 'vitest';
import { addFailures, closeWindow, dispersion, noDispersion, seenDispersion, type DispersionState } from './dispersion.ts';

const closed = (...windows: readonly number[]): DispersionState => windows.reduce(closeWindow, noDispersion);
/** As many windows as there are numbers in `some`, spread over `of` windows. */
const among = (of: number, ...some: readonly number[]): DispersionState => closed(...Array.from({ length: of }, (_, i) => some[i / Math.floor(of / some.length)] ?? 0));

describe('windows of stable', () => {
  it('are closed after ten seconds', () => {
    const open = addFailures(addFailures(noDispersion, 2, new Date(0)), 1, new Date(5000));
    expect(open.n).toBe(0);
    expect(addFailures(open, 0, new Date(10_000))).toMatchObject({ n: 1, mean: 3, bad: 0, withBad: 1 });
  });
  it('with a failure are counted apart from quiet ones', () => {
    expect(closed(0, 3, 0, 1)).toMatchObject({ n: 4, withBad: 2 });
  });
});

describe('what was seen of dispersion', () => {
  it('is the variance over the mean of the failures per window', () => {
    expect(seenDispersion(closed(5, 0, 0, 5, 0, 0))).toBeCloseTo(20 / 3 / (5 / 3), 10);
  });
  it.each<[name: string, state: DispersionState]>([
    ['without windows', noDispersion],
    ['of one window', closed(9)],
    ['without failures', closed(0, 0, 0)],
    ['of failures more even than chance', closed(3, 3, 3, 3)],
  ])('is 1 %s', (_name, state) => expect(seenDispersion(state)).toBe(1));
});

describe('the dispersion that evidence is divided by', () => {
  it.each<[name: string, state: DispersionState]>([
    ['before anything is known of stable', noDispersion],
    ['when stable never failed, however long', closed(...Array.from({ length: 600 }, () => 0))],
    ['when stable failed once', among(60, 1)],
    ['after a single burst', among(60, 12)],
  ])('is that of bursts of 20 %s', (_name, state) => expect(dispersion(state)).toBeCloseTo(39, 5));
  // 0.05^(1/k) is the smallest share of bursts that end with their first failure for which k of k do in 5 % of all cases.
  it.each([2, 3, 5, 10, 30])('goes down to what %i single failures leave possible', (failures) => {
    expect(dispersion(among(60, ...Array.from({ length: failures }, () => 1)))).toBeCloseTo(2 / 0.05 ** (1 / failures) - 1, 6);
  });
  it('rests on the variance where every window has failures', () => {
    // Poisson with mean 100 would vary like this: by 10.
    const many = closed(...Array.from({ length: 60 }, (_, i) => 100 + (i % 2 === 0 ? 10 : -10)));
    expect(seenDispersion(many)).toBeCloseTo(1.017, 3);
    expect(dispersion(many)).toBeGreaterThan(1.3);
    expect(dispersion(many)).toBeLessThan(1.5);
  });
  it('is in more doubt after fewer windows', () => {
    const of = (windows: number): number => dispersion(closed(...Array.from({ length: windows }, (_, i) => 100 + (i % 2 === 0 ? 20 : -20))));
    expect(of(6)).toBeGreaterThan(2 * of(60));
  });
  it('is never less than what was seen, also when that is more than is presumed', () => {
    const huge = among(60, 100, 90, 120, 80);
    expect(dispersion(huge)).toBe(seenDispersion(huge));
    expect(dispersion(huge)).toBeGreaterThan(39);
  });
  it('is that of the bursts that are presumed, at most, or what was seen', () => {
    expect([dispersion(noDispersion, 1), dispersion(noDispersion, 5), dispersion(noDispersion, 50)]).toEqual([1, 9, 99]);
    expect(dispersion(among(60, 12), 1)).toBe(seenDispersion(among(60, 12)));
  });
  it('covers the true one in 19 of 20 histories of any burst size and rate', () => {
    let state = 7;
    const random = (): number => ((state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) + 0.5) / 2 ** 32;
    const history = (perWindow: number, burst: number): DispersionState =>
      closed(...Array.from({ length: 60 }, () => {
        let failures = 0;
        for (let left = Math.exp(-perWindow / burst) / random(); left < 1; left /= random()) failures += burst === 1 ? 1 : Math.ceil(Math.log(random()) / Math.log1p(-1 / burst));
        return failures;
      }));
    for (const burst of [1, 3, 5, 20])
      for (const perWindow of [0.02, 0.1, 0.5, 2, 10]) {
        const low = Array.from({ length: 200 }, () => dispersion(history(perWindow, burst))).filter((bound) => bound < 2 * burst - 1).length;
        expect(low / 200, `${perWindow} failures a window in bursts of ${burst}`).toBeLessThan(0.12);
      }
  });
});
