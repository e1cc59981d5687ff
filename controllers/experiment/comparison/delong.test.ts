import { describe, expect, it } from 'vitest';
import { deLong, type DeLong } from './delong.ts';

function tested(labels: readonly number[], a: readonly number[], b: readonly number[]): DeLong {
  const found = deLong(labels, a, b);
  if (found === undefined) throw new Error('not tested');
  return found;
}

describe("DeLong's test", () => {
  it('of ten rows is the published one', () => {
    const labels = [1, 1, 1, 1, 1, 0, 0, 0, 0, 0];
    const { auc, variance, covariance, z, pValue } = tested(labels, [0.9, 0.8, 0.7, 0.6, 0.4, 0.5, 0.3, 0.3, 0.2, 0.1], [0.8, 0.3, 0.6, 0.5, 0.4, 0.7, 0.4, 0.2, 0.5, 0.1]);
    expect(auc).toEqual([expect.closeTo(0.96, 14), expect.closeTo(0.68, 14)]);
    expect(variance).toEqual([expect.closeTo(0.0032, 14), expect.closeTo(0.0348, 14)]);
    expect(covariance).toBeCloseTo(0.0066, 14);
    expect(z).toBeCloseTo(1.7780018, 7);
    expect(pValue).toBeCloseTo(0.0754036, 7);
  });

  describe('of three markers for ovarian cancer', () => {
    // The 43 complete rows of DeLong et al. (1988), as in SAS/STAT, PROC LOGISTIC, "Comparing Receiver Operating
    // Characteristic Curves": albumin, total protein, K-G score, whether surgery was of use.
    const table = `
      3.0 5.8 10 0, 3.2 6.3 5 1, 3.9 6.8 3 1, 2.8 4.8 6 0, 3.2 5.8 3 1, 0.9 4.0 5 0, 2.5 5.7 8 0, 1.6 5.6 5 1, 3.8 5.7 5 1,
      3.7 6.7 6 1, 3.2 5.4 4 1, 3.8 6.6 6 1, 4.1 6.6 5 1, 3.6 5.7 5 1, 4.3 7.0 4 1, 3.6 6.7 4 0, 2.3 4.4 6 1, 4.2 7.6 4 0,
      4.0 6.6 6 0, 3.5 5.8 6 1, 3.8 6.8 7 1, 3.0 4.7 8 0, 4.5 7.4 5 1, 3.7 7.4 5 1, 3.1 6.6 6 1, 4.1 8.2 6 1, 4.3 7.0 5 1,
      4.3 6.5 4 1, 3.2 5.1 5 1, 2.6 4.7 6 1, 3.3 6.8 6 0, 1.7 4.0 7 0, 3.7 6.1 5 1, 3.3 6.3 7 1, 4.2 7.7 6 1, 3.5 6.2 5 1,
      2.9 5.7 9 0, 2.1 4.8 7 1, 2.8 6.2 8 0, 4.0 7.0 7 1, 3.3 5.7 6 1, 3.7 6.9 5 1, 3.6 6.6 5 1`;
    const rows = table.split(',').map((row) => row.trim().split(' ').map(Number));
    const column = (place: number): number[] => rows.map((row) => row[place]!);
    const [albumin, protein, labels] = [column(0), column(1), column(3)];
    const score = column(2).map((points) => 10 - points);

    it.each([
      ['albumin', albumin, score, 0.7366, 0.0927, 0.0127189, 0.9102064],
      ['total protein', protein, score, 0.6478, 0.1, 0.5553504, 0.4561397],
      ['the K-G score', score, protein, 0.7258, 0.1028, 0.5553504, 0.4561397],
    ])('is the published one: %s', (_name, marker, other, area, standardError, chiSquared, p) => {
      const { auc, variance, z, pValue } = tested(labels, marker, other);
      expect(auc[0]).toBeCloseTo(area, 4);
      expect(Math.sqrt(variance[0])).toBeCloseTo(standardError, 4);
      expect(z ** 2).toBeCloseTo(chiSquared, 7);
      // The published p is that of the chi-squared with its seven digits.
      expect(pValue).toBeCloseTo(p, 6);
    });
    it('has the variances and covariances of the published test of all three', () => {
      const [one, two, both] = [tested(labels, albumin, score), tested(labels, protein, score), tested(labels, albumin, protein)];
      const [ofScore, x, y] = [one.variance[1], one.auc[0] - one.auc[1], two.auc[0] - two.auc[1]];
      const xx = one.variance[0] + ofScore - 2 * one.covariance;
      const yy = two.variance[0] + ofScore - 2 * two.covariance;
      const xy = both.covariance - one.covariance - two.covariance + ofScore;
      const chiSquared = (x ** 2 * yy - 2 * x * y * xy + y ** 2 * xx) / (xx * yy - xy ** 2);
      expect(chiSquared).toBeCloseTo(2.533978, 6);
      expect(Math.exp(-chiSquared / 2)).toBeCloseTo(0.2816785, 7);
    });
  });

  /** Every pair of a positive and a negative row, as the paper defines it. */
  function byPairs(labels: readonly number[], a: readonly number[], b: readonly number[]): Pick<DeLong, 'auc' | 'variance' | 'covariance'> {
    const [positives, negatives] = [1, 0].map((wanted) => labels.flatMap((label, row) => (label === wanted ? [row] : []))) as [number[], number[]];
    const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
    const above = (x: number, y: number): number => (x > y ? 1 : x === y ? 0.5 : 0);
    const [v10, v01] = [
      [a, b].map((scores) => positives.map((i) => mean(negatives.map((j) => above(scores[i]!, scores[j]!))))),
      [a, b].map((scores) => negatives.map((j) => mean(positives.map((i) => above(scores[i]!, scores[j]!))))),
    ];
    const cov = (x: readonly number[], y: readonly number[]): number => x.reduce((sum, one, i) => sum + (one - mean(x)) * (y[i]! - mean(y)), 0) / (x.length - 1);
    const s = (i: number, j: number): number => cov(v10[i]!, v10[j]!) / positives.length + cov(v01[i]!, v01[j]!) / negatives.length;
    return { auc: [mean(v10[0]!), mean(v10[1]!)], variance: [s(0, 0), s(1, 1)], covariance: s(0, 1) };
  }

  it.each([
    ['no ties', 1e9],
    ['some ties', 20],
    ['hardly anything but ties', 3],
  ])('is that of all pairs, with %s', (_name, values) => {
    const random = seeded(7);
    for (let round = 0; round < 40; round++) {
      const labels = [1, 1, 0, 0, ...Array.from({ length: 1 + round }, () => (random() < 0.3 ? 1 : 0))];
      const scores = (): number[] => labels.map((label) => Math.floor((random() + 0.2 * label) * values));
      const [a, b] = [scores(), scores()];
      const expected = byPairs(labels, a, b);
      const variance = expected.variance[0] + expected.variance[1] - 2 * expected.covariance;
      if (variance < 1e-12) continue;
      const found = tested(labels, a, b);
      [...found.auc, ...found.variance, found.covariance].forEach((value, i) => expect(value).toBeCloseTo([...expected.auc, ...expected.variance, expected.covariance][i]!, 12));
      expect(found.z).toBeCloseTo((expected.auc[0] - expected.auc[1]) / Math.sqrt(variance), 9);
    }
  });

  const labels = [1, 0, 1, 0, 1, 0];
  const [a, b] = [[0.9, 0.2, 0.8, 0.3, 0.1, 0.4], [0.3, 0.2, 0.6, 0.5, 0.7, 0.4]];
  it('is the other way round when the models are', () => {
    const [one, other] = [tested(labels, a, b), tested(labels, b, a)];
    expect([other.auc, other.z, other.pValue]).toEqual([one.auc.toReversed(), -one.z, one.pValue]);
  });
  it('goes by the order of the scores, not by their values', () => {
    expect(tested(labels, a.map(Math.exp), b.map(Math.log))).toEqual(tested(labels, a, b));
  });
  it.each<[string, readonly number[], readonly number[], readonly number[]]>([
    ['nothing', [], [], []],
    ['one class', [1, 1, 1], [0.1, 0.2, 0.3], [0.3, 0.2, 0.1]],
    ['one row of a class: its variance is unknown', [1, 0, 0, 0], [0.1, 0.2, 0.3, 0], [0.3, 0.2, 0.1, 0]],
    ['equal scores', labels, a, a],
    ['equal orders', labels, a, a.map((score) => score / 3)],
    ['models that make no mistake', [1, 1, 0, 0], [0.9, 0.8, 0.2, 0.1], [0.7, 0.9, 0.3, 0.1]],
    ['a model that makes no mistake against one that makes nothing else', [1, 1, 1, 0, 0], [0.9, 0.8, 0.7, 0.2, 0.1], [0.1, 0.2, 0.3, 0.8, 0.9]],
  ])('says nothing of %s', (_name, of, first, second) => {
    expect(deLong(of, first, second)).toBeUndefined();
  });
  it('calls models of equal worth different about as often as alpha says', () => {
    const random = seeded(3);
    const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const [rounds, alpha] = [1000, 0.05];
    let found = 0;
    for (let round = 0; round < rounds; round++) {
      const truth = Array.from({ length: 120 }, (_, i) => i % 2);
      const scores = (): number[] => truth.map((label) => label + normal());
      if (tested(truth, scores(), scores()).pValue < alpha) found++;
    }
    // 50 expected, with a standard deviation of 7.
    expect(Math.abs(found - rounds * alpha)).toBeLessThan(21);
  });
});

/** Mulberry32: the same rows every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
