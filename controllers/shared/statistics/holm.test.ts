import { expect, it } from 'vitest';
import { holm } from './holm.ts';

it.each([
  [[], []],
  [[0.04], [0.04]],
  // statsmodels.stats.multitest.multipletests(method='holm') gives the same.
  [[0.01, 0.04, 0.03, 0.005], [0.03, 0.06, 0.06, 0.02]],
  [[0.5, 0.6, 0.9], [1, 1, 1]],
  [[0.02, 0.02, 0.02], [0.06, 0.06, 0.06]],
])('Holm adjusts %j to %j', (raw, adjusted) => {
  const found = holm(raw);
  expect(found).toHaveLength(adjusted.length);
  found.forEach((p, i) => expect(p).toBeCloseTo(adjusted[i] as number, 12));
});
