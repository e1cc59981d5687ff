import { expect, it } from 'vitest';
import { bothTails } from './normal.ts';

it.each([
  [0, 1],
  [1, 0.31731050786291],
  [-1.959963984540054, 0.05],
  [3, 0.00269979606326],
  [-8, 1.244192114854e-15],
])('beyond %f on both sides is %f of the normal distribution', (z, p) => {
  expect(Math.abs(bothTails(z) / p - 1)).toBeLessThan(1e-11);
});
