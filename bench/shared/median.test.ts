import { describe, expect, it } from 'vitest';
import { median, percentile, rounded } from './median.ts';

describe('a figure out of several', () => {
  it.each([
    ['the middle one of three', [9, 1, 5], 0.5, 5],
    ['the mean of the middle two of four', [1, 2, 3, 10], 0.5, 2.5],
    ['close to the largest at 99 %', [...Array(101).keys()], 0.99, 99],
    ['the only one', [7], 0.99, 7],
  ])('is %s', (_name, values, share, expected) => expect(percentile(values, share)).toBe(expected));
  it('leaves the list as it was', () => {
    const values = [3, 1, 2];
    expect(median(values)).toBe(2);
    expect(values).toEqual([3, 1, 2]);
  });
  it('cannot be made of nothing', () => expect(() => median([])).toThrow('no values'));
  it('is rounded to the digits asked for', () => expect(rounded(1.2345, 2)).toBe(1.23));
});
