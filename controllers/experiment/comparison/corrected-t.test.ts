import { describe, expect, it } from 'vitest';
import { upperTail } from '../../shared/statistics/student-t.ts';
import { pairedFolds, posterior, pValueOf } from './corrected-t.ts';

describe('the corrected resampled t-test', () => {
  it('is that of ten folds, 90 to 10', () => {
    const paired = pairedFolds([0.012, 0.031, -0.004, 0.022, 0.018, 0.009, 0.027, -0.011, 0.015, 0.02], 1 / 9);
    if (paired === undefined) throw new Error('not tested');
    expect(paired.mean / paired.standardError).toBeCloseTo(2.3030786, 6);
    expect(pValueOf(paired)).toBeCloseTo(0.0467632, 6);
    expect(pValueOf({ ...paired, mean: -paired.mean })).toBe(pValueOf(paired));
  });

  // scikit-learn's example "Statistical comparison of models using grid search": 10 times 10 folds, 90 to 10.
  const example = { mean: 0.01, standardError: Math.sqrt(1.466667e-3 * (1 / 100 + 1 / 9)), freedom: 99 };
  it("is that of scikit-learn's example", () => {
    expect(example.mean / example.standardError).toBeCloseTo(0.7503127, 5);
    expect(upperTail(example.mean / example.standardError, example.freedom)).toBeCloseTo(0.227423, 5);
  });
  it('and so is the Bayesian one', () => {
    const { better, equivalent, worse } = posterior(example, 0.01);
    expect(equivalent).toBeCloseTo(0.4316825, 5);
    expect(worse).toBeCloseTo(0.0683175, 5);
    expect(better + equivalent + worse).toBeCloseTo(1, 12);
    expect(posterior(example, 0).better).toBeCloseTo(0.772577, 5);
  });

  it.each([
    ['one fold', [0.1]],
    ['nothing', []],
    ['differences that are all the same', [0.1, 0.1, 0.1]],
    ['no difference at all', [0, 0, 0, 0]],
    ['differences that are the same but for rounding', [0.3 - 0.2, 0.2 - 0.1, 0.1]],
  ])('says nothing of %s: the noise is unknown', (_name, differences) => {
    expect(pairedFolds(differences, 0.25)).toBeUndefined();
  });
});
