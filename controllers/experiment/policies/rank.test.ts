import { describe, expect, it } from 'vitest';
import type { Trial } from '../trials.ts';
import { scored } from '../testing/scored.ts';
import { bestOfEach, onSameFolds, rank } from './rank.ts';

const trial = (candidate: string, mean: number | undefined, foldsDigest = 'a'): Trial =>
  mean === undefined ? { ...scored(candidate, []), state: 'Failed', score: undefined } : scored(candidate, [mean], { score: { mean, stdDev: undefined, n: undefined, foldsDigest, folds: [] } });
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

describe('the trial that competes for a candidate', () => {
  const tried = (candidate: string, name: string, mean: number, gatesPassed = true): Trial => ({ ...trial(candidate, mean), name, gatesPassed });
  it.each<[name: string, trials: readonly Trial[], competing: string]>([
    ['is its best one', [tried('a', 'a-0', 0.1), tried('b', 'b-0', 0.5), tried('a', 'a-1', 0.9)], 'a-1 b-0'],
    ['passed its gates, though another has the better score', [tried('a', 'a-0', 0.9, false), tried('a', 'a-1', 0.4), tried('b', 'b-0', 0.5)], 'b-0 a-1'],
    ['is its best one where none passed them', [tried('a', 'a-0', 0.2, false), tried('a', 'a-1', 0.3, false)], 'a-1'],
    ['is its first one among equals', [tried('a', 'a-0', 0.5), tried('a', 'a-1', 0.5)], 'a-0'],
  ])('%s', (_name, trials, competing) => {
    expect(bestOfEach(rank(trials, 'Maximize')).map(({ name }) => name).join(' ')).toBe(competing);
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
