import { describe, expect, test } from 'vitest';

import { createRowSampler, EVERY, type RowSampler } from './row-sampler.ts';

/** Sends `rows` rows in each of some seconds, `size` a request; how many of each second were taken. */
function run(sampler: RowSampler, rows: number, seconds: number, size: number, from = 0): number[] {
  const requests = Math.ceil(rows / size);
  return Array.from({ length: seconds }, (_, second) => {
    let taken = 0;
    for (let i = 0; i < requests; i++) {
      const count = sampler.take(size, (from + second + i / requests) * 1_000);
      taken += count === EVERY ? size : count;
    }
    return taken;
  });
}

describe('at a low rate', () => {
  test.each([1, 7, 64, 500])('takes every row of requests of %i rows', (size) => {
    const rows = Math.floor(1_000 / size) * size;
    expect(run(createRowSampler(1_000), rows, 20, size)).toEqual(new Array(20).fill(rows));
  });

  test('takes every row of a request that is alone in its second', () => {
    expect(run(createRowSampler(1_000), 2_000, 5, 2_000)[0]).toBe(2_000);
  });
});

describe('above the budget', () => {
  test.each([1, 7, 64, 1_000])('takes budget / rate of the rows, at requests of %i rows', (size) => {
    const [first = 0, ...later] = run(createRowSampler(1_000), 50_000, 100, size);
    // The first second cannot know what comes: 2 budgets, and half of one for each doubling of the rows.
    expect(first).toBeGreaterThan(2_000);
    expect(first).toBeLessThan(6_000);
    const rows = Math.ceil(50_000 / size) * size;
    const taken = later.reduce((sum, count) => sum + count, 0);
    const expected = 1_000 * later.length;
    // Four standard errors of a binomial count.
    expect(Math.abs(taken - expected)).toBeLessThan(4 * Math.sqrt(expected * (1 - 1_000 / rows)));
  });

  test('bounds what a single large request takes', () => {
    const taken = createRowSampler(1_000).take(1_000_000, 0);
    expect(taken).toBeGreaterThan(1_000);
    expect(taken).toBeLessThan(8_000);
  });

  test('takes every row again, a second after the rate has fallen', () => {
    const sampler = createRowSampler(1_000);
    run(sampler, 100_000, 3, 10);
    expect(run(sampler, 500, 3, 10, 3).slice(1)).toEqual([500, 500]);
    expect(run(sampler, 500, 1, 10, 100)).toEqual([500]);
  });

  test.each([3, 64])('takes rows of every place in a request of %i as often, and neighbours independently', (size) => {
    const sampler = createRowSampler(1_000, 7);
    const places = new Array<number>(size).fill(0);
    let pairs = 0;
    let requests = 0;
    for (let second = 0; second < 400; second++) {
      for (let i = 0; i < 3_000 / size; i++) {
        const count = sampler.take(size, second * 1_000 + i);
        if (second === 0) continue;
        requests++;
        for (let j = 0; j < count; j++) {
          const place = sampler.picked[j] as number;
          places[place] = (places[place] as number) + 1;
          if (j > 0 && place === (sampler.picked[j - 1] as number) + 1) pairs++;
        }
      }
    }
    const total = places.reduce((sum, count) => sum + count, 0);
    const share = total / (requests * size);
    expect(share).toBeCloseTo(1 / 3, 2);
    const chiSquare = places.reduce((sum, count) => sum + (count - total / size) ** 2 / (total / size), 0);
    // 99.99 % points of chi-square with 2 and 63 degrees of freedom.
    expect(chiSquare).toBeLessThan(size === 3 ? 18.5 : 115);
    expect(pairs / (requests * (size - 1))).toBeCloseTo(share * share, 2);
  });

  test('picks growing places within the request', () => {
    const sampler = createRowSampler(10);
    for (let i = 0; i < 10_000; i++) {
      const count = sampler.take(37, i);
      const places = count === EVERY ? [] : [...sampler.picked.subarray(0, count)];
      expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      expect(places.every((place) => place < 37)).toBe(true);
    }
  });
});
