import { describe, expect, it } from 'vitest';
import type { Trial } from '../trials.ts';
import { onSameFolds, rank } from './rank.ts';

const trial = (candidate: string, mean: number | undefined, foldsDigest = 'a'): Trial => ({
  candidate,
  algorithm: 'xgboost',
  name: candidate,
  state: mean === undefined ? 'Failed' : 'Scored',
  problem: undefined,
  run: undefined,
  score: mean === undefined ? undefined : { mean, stdDev: undefined, n: undefined, foldsDigest, folds: [] },
  gatesPassed: true,
  latencyP99Ms: undefined,
  sizeBytes: undefined,
  fairness: undefined,
});
const names = (trials: readonly Trial[]): string => trials.map(({ candidate }) => candidate).join(' ');

describe('the order of trials', () => {
  it.each<[name: string, direction: 'Maximize' | 'Minimize', trials: readonly Trial[], order: string]>([
    ['more is better', 'Maximize', [trial('a', 0.1), trial('b', 0.9), trial('c', 0.5)], 'b c a'],
    ['less is better', 'Minimize', [trial('a', 0.1), trial('b', 0.9), trial('c', 0.5)], 'a c b'],
    ['equal scores keep the order of spec', 'Maximize', [trial('a', 0.5), trial('b', 0.9), trial('c', 0.5), trial('d', 0.9)], 'b d a c'],
    ['equal scores keep it when less is better too', 'Minimize', [trial('a', 0.5), trial('b', 0.5)], 'a b'],
    ['no score, no rank', 'Maximize', [trial('a', undefined), trial('b', -1)], 'b'],
    ['nobody has a score', 'Minimize', [trial('a', undefined)], ''],
  ])('%s', (_name, direction, trials, order) => {
    expect(names(rank(trials, direction))).toBe(order);
  });
});

describe('folds', () => {
  it.each<[name: string, trials: readonly Trial[], compared: string, digest: string | undefined]>([
    ['the same for all', [trial('a', 1), trial('b', 1)], 'a b', 'a'],
    ['of the most count', [trial('a', 1, 'x'), trial('b', 1, 'y'), trial('c', 1, 'y')], 'b c', 'y'],
    ['of the first count when there are as many of each', [trial('a', 1, 'x'), trial('b', 1, 'y')], 'a', 'x'],
    ['of nobody', [trial('a', undefined)], '', undefined],
  ])('%s', (_name, trials, compared, digest) => {
    const result = onSameFolds(trials);
    expect(names(rank(result.trials, 'Maximize'))).toBe(compared);
    expect(result.foldsDigest).toBe(digest);
  });
  it('says which ones differ', () => {
    expect(onSameFolds([trial('a', 1), trial('b', 1), trial('c', 1, 'zzzzzzzzzzzzzzzz')]).trials[2]).toMatchObject({ state: 'Failed', problem: 'FoldsDiffer: measured on folds zzzzzzzzzzzz, the others on a' });
  });
});
