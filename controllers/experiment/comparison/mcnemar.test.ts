import { describe, expect, it } from 'vitest';
import { exactly } from '../../shared/statistics/fair-coin.ts';
import { mcnemar } from './mcnemar.ts';

/** To as many digits as are published. */
const close = (actual: number, published: number): void => expect(Math.abs(actual / published - 1), `${actual} instead of ${published}`).toBeLessThan(2e-6);

describe("McNemar's test", () => {
  it('of 121 against 59 is the published one', () => {
    const { exactP, midP, plain, corrected } = mcnemar(121, 59);
    close(corrected.statistic, 20.672222);
    close(corrected.pValue, 5.45009e-6);
    close(plain.statistic, 21.355556);
    close(plain.pValue, 3.81514e-6);
    close(exactP, 4.43445e-6);
    close(midP, 3.26665e-6);
  });
  it("of 86 against 150, Agresti's table of approval, is the published one", () => {
    const { exactP, plain, corrected } = mcnemar(86, 150);
    close(corrected.statistic, 16.817797);
    close(plain.statistic, 17.355932);
    close(exactP, 3.71594e-5);
  });
  it('is the same whichever model comes first', () => {
    expect(mcnemar(59, 121)).toEqual(mcnemar(121, 59));
  });
  it('by hand: of five rows all for one', () => {
    const { exactP, midP, plain, corrected } = mcnemar(5, 0);
    expect([exactP, midP]).toEqual([expect.closeTo(2 / 32, 14), expect.closeTo(1 / 32, 14)]);
    expect([plain.statistic, corrected.statistic]).toEqual([expect.closeTo(5, 14), expect.closeTo(16 / 5, 14)]);
  });
  it.each([[0, 0], [1, 1], [40, 40]])('of %i against %i finds no difference at all', (b, c) => {
    const { exactP, midP, plain, corrected } = mcnemar(b, c);
    const nothing = { statistic: 0, pValue: 1 };
    expect([exactP, midP, plain, corrected]).toEqual([1, expect.closeTo(1, 12), nothing, nothing]);
  });
  it('of very many rows still tells the exact p-value from its approximation, and both agree', () => {
    const { exactP, midP, corrected, plain } = mcnemar(501_000, 499_000);
    expect(exactP / corrected.pValue).toBeCloseTo(1, 3);
    expect(midP / plain.pValue).toBeCloseTo(1, 3);
    expect(exactP).toBeGreaterThan(midP);
  });
});

describe('models that are equally good', () => {
  /** Share of all sets of `rows` rows, on `discordance` of which just one model is right, in which the test rejects. */
  function falseVerdicts(rows: number, discordance: number, p: (b: number, c: number) => number, alpha: number): number {
    const rejected = (n: number): number => Array.from({ length: n + 1 }, (_, b) => (p(b, n - b) < alpha ? exactly(b, n) : 0)).reduce((sum, one) => sum + one, 0);
    let [share, found] = [(1 - discordance) ** rows, 0];
    for (let n = 1; n <= rows; n++) {
      share *= ((rows - n + 1) / n) * (discordance / (1 - discordance));
      found += share * rejected(n);
    }
    return found;
  }

  const discordances = Array.from({ length: 19 }, (_, i) => (i + 1) / 20);

  it.each([20, 50, 100])('are told apart on %i rows by the exact p-value no more often than alpha says', (rows) => {
    for (const alpha of [0.05, 0.1]) {
      const found = Math.max(...discordances.map((share) => falseVerdicts(rows, share, (b, c) => mcnemar(b, c).exactP, alpha)));
      expect(found).toBeLessThanOrEqual(alpha);
      // A test that never says anything would pass too.
      expect(found).toBeGreaterThan(alpha / 2);
    }
  });
  it('are told apart by the mid-p-value a little more often, which is why it is not what decides', () => {
    const found = Math.max(...discordances.map((share) => falseVerdicts(50, share, (b, c) => mcnemar(b, c).midP, 0.1)));
    expect(found).toBeGreaterThan(0.1);
    expect(found).toBeLessThan(0.12);
  });
});
