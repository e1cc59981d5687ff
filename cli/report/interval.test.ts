import { describe, expect, it } from 'vitest';
import { meanInterval, quantile } from './interval.ts';

describe('the interval of a mean', () => {
  // Tables of Student's t.
  it.each([[1, 12.7062047], [4, 2.7764451], [9, 2.2621572], [99, 1.9842169]])("takes the t of %s degrees of freedom that a fortieth exceeds: %s", (freedom, t) => {
    expect(quantile(0.025, freedom)).toBeCloseTo(t, 6);
  });

  // The example of controllers/experiment/comparison/corrected-t.test.ts: there p is 0.0467632.
  const differences = [0.012, 0.031, -0.004, 0.022, 0.018, 0.009, 0.027, -0.011, 0.015, 0.02];
  it('is the one of the corrected test: it ends at 0 where the p-value is what the confidence leaves', () => {
    expect(meanInterval(differences, 1 / 9, 1 - 0.0467632)?.low).toBeCloseTo(0, 7);
    expect(meanInterval(differences, 1 / 9)?.low).toBeGreaterThan(0);
    expect(meanInterval(differences, 1 / 9, 0.96)?.low).toBeLessThan(0);
  });
  it('is wider than the usual one, which takes folds for independent', () => {
    const [corrected, usual] = [meanInterval(differences, 1 / 9)!, meanInterval(differences, 0)!];
    expect((corrected.high - corrected.low) / (usual.high - usual.low)).toBeCloseTo(Math.sqrt((1 / 10 + 1 / 9) / (1 / 10)), 9);
    expect(corrected.low + corrected.high).toBeCloseTo(2 * 0.0139, 12);
  });
  it.each([['one fold', [0.9]], ['no fold', []], ['folds that are all the same', [0.9, 0.9, 0.9]]])('is not known of %s', (_, folds) => {
    expect(meanInterval(folds, 0.25)).toBeUndefined();
  });
});
