import { describe, expect, it } from 'vitest';
import { specOf } from '../testing/contest.ts';
import { scored } from '../testing/scored.ts';
import { compareAll, type PairComparison } from './compare.ts';

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

const good = scored('good', [0.9, 0.92, 0.91, 0.93, 0.9]);
const alike = scored('alike', [0.901, 0.918, 0.911, 0.929, 0.901]);
const bad = scored('bad', [0.7, 0.71, 0.72, 0.72, 0.69]);

describe('every pair', () => {
  it('is compared fold by fold, and its p-value adjusted for all', () => {
    const found = compareAll(specOf(), [good, alike, bad]);
    expect(found.map(({ a, b, verdict }) => `${a} ${b} ${verdict}`)).toEqual(['good alike Equivalent', 'good bad Better', 'alike bad Better']);
    expect(found[1]?.adjustedP).toBeGreaterThan(found[1]?.pValue ?? 1);
    expect(found[1]?.meanDifference).toBeCloseTo(0.204, 10);
    expect(found[1]?.probabilityBetter).toBeGreaterThan(0.99);
  });
  it('where less is better is the other way round', () => {
    const errors = specOf({ objective: { metric: 'rmse', direction: 'Minimize' }, template: { ...specOf().template, task: 'Regression', metrics: { primary: 'rmse' } } });
    expect(compareAll(errors, [bad, good])[0]).toMatchObject({ a: 'bad', b: 'good', verdict: 'Better', meanDifference: expect.closeTo(0.204, 10) });
  });
  it('with another number of folds is not tested', () => {
    const [pair] = compareAll(specOf(), [good, scored('short', [0.5, 0.6])]);
    expect(pair).toEqual({ a: 'good', b: 'short', meanDifference: expect.closeTo(0.362, 10), verdict: 'NotTested' });
  });
  it('with as many folds as the other, but fewer than there are, is not tested: each may lack another one', () => {
    const [a, b] = [scored('a', [0.9, 0.92, 0.91, 0.93]), scored('b', [0.7, 0.71, 0.72, 0.72])];
    expect(compareAll(specOf(), [a, b])[0]?.verdict).toBe('NotTested');
    const four = specOf({ template: { ...specOf().template, crossValidation: { folds: 4 } } });
    expect(compareAll(four, [a, b])[0]?.verdict).toBe('Better');
  });
  it('takes more to be proven in the order of time, where less of the rows is trained on', () => {
    const p = (template: object): number => compareAll(specOf({ template: { ...specOf().template, ...template } }), [good, bad])[0]?.pValue ?? 1;
    expect(p({ data: { ...specOf().template.data, time: 'at', split: { strategy: 'Time' } } })).toBeGreaterThan(p({}));
  });
});

/** Mulberry32: the same experiments every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('equal candidates', () => {
  const rows = 120;
  const folds = 10;
  const candidates = 3;

  /** Accuracies of a classifier by one column (the border half way between the class means), cross-validated. */
  function crossValidated(column: readonly number[], labels: readonly number[]): number[] {
    return Array.from({ length: folds }, (_, fold) => {
      const test = (i: number): boolean => i % folds === fold;
      const classMean = (of: number): number => mean(column.filter((_x, i) => !test(i) && labels[i] === of));
      const border = (classMean(0) + classMean(1)) / 2;
      const right = column.filter((x, i) => test(i) && (x > border ? 1 : 0) === labels[i]).length;
      return right / (rows / folds);
    });
  }

  it('are called better than one another in no more experiments than alpha allows', () => {
    const random = seeded(1);
    const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const experiments = 600;
    const alpha = 0.1;
    let falseVerdicts = 0;
    for (let experiment = 0; experiment < experiments; experiment++) {
      const labels = Array.from({ length: rows }, () => (random() < 0.5 ? 0 : 1));
      // Each sees a column of its own, all of them equally telling.
      const contenders = Array.from({ length: candidates }, (_, i) => scored(`c${i}`, crossValidated(labels.map((label) => label + normal()), labels)));
      const ranked = contenders.sort((a, b) => b.score.mean - a.score.mean);
      const spec = specOf({ comparison: { alpha }, template: { ...specOf().template, crossValidation: { folds } } });
      if (compareAll(spec, ranked).some(({ verdict }) => verdict === 'Better')) falseVerdicts++;
    }
    expect(falseVerdicts / experiments).toBeLessThanOrEqual(alpha);
    // A test that never says anything would pass too.
    expect(falseVerdicts).toBeGreaterThan(0);
  });
});

describe('on the held-out rows', () => {
  // Right on eight, six and six of eight rows.
  const labels = [0, 0, 0, 0, 1, 1, 1, 1];
  const sure = { labels, predicted: labels, scores: [0.1, 0.2, 0.1, 0.3, 0.9, 0.8, 0.7, 0.9] };
  const unsure = { labels, predicted: [0, 0, 0, 1, 0, 1, 1, 1], scores: [0.1, 0.2, 0.1, 0.6, 0.4, 0.8, 0.7, 0.9] };
  const compared = (metric: string, holdouts: Readonly<Record<string, typeof sure>>): readonly PairComparison[] => {
    const spec = specOf({ objective: { metric, direction: 'Maximize' }, template: { ...specOf().template, metrics: { primary: metric } } });
    return compareAll(spec, [good, alike, bad], new Map(Object.entries(holdouts)));
  };

  it('roc_auc is compared by DeLong, any other metric by McNemar', () => {
    expect(compared('roc_auc', { good: sure, bad: unsure }).map(({ a, b, holdout }) => [a, b, holdout?.test, holdout?.difference])).toEqual([['good', 'alike', undefined, undefined], ['good', 'bad', 'DeLong', 0.0625], ['alike', 'bad', undefined, undefined]]);
    expect(compared('accuracy', { good: sure, bad: unsure })[1]?.holdout).toEqual({ test: 'McNemar', difference: 0.25, pValue: 0.5, adjustedP: 0.5, rows: 8 });
  });
  it('the p-values are adjusted for the pairs that were tested there', () => {
    const pairs = compared('accuracy', { good: sure, alike: unsure, bad: unsure });
    expect(pairs.map(({ holdout }) => [holdout?.pValue, holdout?.adjustedP])).toEqual([[0.5, 1], [0.5, 1], [1, 1]]);
  });
  it('nobody is compared on other rows', () => {
    expect(compared('accuracy', { good: sure, bad: { ...unsure, labels: [...labels].reverse() } }).map(({ holdout }) => holdout)).toEqual([undefined, undefined, undefined]);
  });
});
