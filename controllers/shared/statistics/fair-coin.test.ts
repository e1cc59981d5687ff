import { describe, expect, it } from 'vitest';
import { atMost, exactly } from './fair-coin.ts';

/** Whole numbers: the ways to throw k heads, over 2^n, with 40 digits. */
function counted(n: number, upTo: number): { readonly exactly: number; readonly atMost: number } {
  const digits = 10n ** 40n;
  let [ways, sum] = [1n, 1n];
  for (let k = 1; k <= upTo; k++) {
    ways = (ways * BigInt(n - k + 1)) / BigInt(k);
    sum += ways;
  }
  const share = (count: bigint): number => Number((count * digits) >> BigInt(n)) / 1e40;
  return { exactly: share(ways), atMost: share(sum) };
}

describe('a fair coin', () => {
  it.each([[1, 0], [7, 3], [10, 5], [180, 59], [236, 86], [1000, 450], [1000, 400], [4001, 2000], [50_000, 24_700]])('thrown %i times comes up %i times as often as counted', (n, k) => {
    const expected = counted(n, k);
    expect(Math.abs(exactly(k, n) / expected.exactly - 1)).toBeLessThan(1e-9);
    expect(Math.abs(atMost(k, n) / expected.atMost - 1)).toBeLessThan(1e-9);
  });
  it('never comes up more often than it is thrown', () => {
    expect([atMost(0, 0), atMost(5, 5), exactly(0, 0)]).toEqual([1, 1, 1]);
  });
});
