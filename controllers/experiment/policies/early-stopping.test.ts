import { describe, expect, it } from 'vitest';
import { Contest, specOf } from '../testing/contest.ts';
import { scored } from '../testing/scored.ts';
import type { Trial } from '../trials.ts';
import { hopeless } from './early-stopping.ts';

const tried = (name: string, state: Trial['state'], doneFolds: readonly number[], candidate = 'tree'): Trial => {
  const { score, ...rest } = scored(candidate, doneFolds, { name });
  return { ...rest, state, score: state === 'Scored' ? score : undefined };
};
const running = (name: string, ...folds: readonly number[]): Trial => tried(name, 'Running', folds);
const finished = (name: string, ...folds: readonly number[]): Trial => tried(name, 'Scored', folds);
const five = [0.5, 0.6, 0.7, 0.8, 0.9].map((value, i) => finished(`f${i}`, value, value, value, value, value));
const given = (earlyStopping: object, trials: readonly Trial[], direction = 'Maximize'): string => hopeless(specOf({ earlyStopping, objective: { metric: 'roc_auc', direction } }), trials).map(({ name }) => name).join(' ');

describe('the median rule', () => {
  const median = { type: 'Median' };
  it.each<[name: string, earlyStopping: object, trials: readonly Trial[], given: string]>([
    ['gives up what is below the median of the finished trials', median, [...five, running('low', 0.69), running('high', 0.71)], 'low'],
    ['keeps what equals it', median, [...five, running('even', 0.7)], ''],
    ['takes the mean of as many folds', median, [...five.slice(1), finished('late', 0.1, 0.1, 1, 1, 1), running('now', 0.69, 0.69)], 'now'],
    ['takes the mean of both in the middle', { type: 'Median', minTrials: 4 }, [...five.slice(0, 4), running('low', 0.64), running('high', 0.66)], 'low'],
    ['waits for as many finished trials', median, [...five.slice(1), running('low', 0.1)], ''],
    ['waits for so many folds', { type: 'Median', minSteps: 2 }, [...five, running('one', 0.1), running('two', 0.1, 0.1)], 'two'],
    ['keeps what has all folds done', median, [...five, running('done', 0, 0, 0, 0, 0)], ''],
    ['keeps what has reported nothing', median, [...five, running('mute')], ''],
    ['counts no trial that was given up or failed', median, [...five.slice(1), tried('s', 'Stopped', [0.1]), tried('f', 'Failed', [0.1]), running('low', 0.1)], ''],
    ['compares trials of one candidate only', median, [...five, tried('other', 'Running', [0.1], 'linear')], ''],
    ['does nothing by itself', {}, [...five, running('low', 0.1)], ''],
  ])('%s', (_name, earlyStopping, trials, names) => {
    expect(given(earlyStopping, trials)).toBe(names);
  });
  it('turns round where less is better', () => {
    expect(given(median, [...five, running('low', 0.69), running('high', 0.71)], 'Minimize')).toBe('high');
  });
});

describe('asynchronous successive halving', () => {
  const asha = { type: 'ASHA', minSteps: 1, reductionFactor: 2 };
  it.each<[name: string, earlyStopping: object, trials: readonly Trial[], given: string]>([
    ['lets the first one go on', asha, [running('a', 0.1)], ''],
    ['lets the best of two go on', asha, [running('a', 0.5), running('b', 0.6)], 'a'],
    ['lets two of four go on', asha, [running('a', 0.5), running('b', 0.6), running('c', 0.7), running('d', 0.8)], 'a b'],
    ['lets equals go on together', asha, [running('a', 0.5), running('b', 0.5)], ''],
    ['judges by the newest rung: the third fold is not one', asha, [running('a', 0.5, 0.5, 0), running('b', 0.4, 0.4, 1)], 'b'],
    ['judges at a rung those that have reached it', asha, [running('a', 0.5, 0.5), running('b', 0.6)], ''],
    ['remembers whom it gave up', asha, [tried('s', 'Stopped', [0.9]), running('a', 0.5)], 'a'],
    ['leaves no place for what failed', asha, [tried('f', 'Failed', [0.9]), running('a', 0.5)], ''],
    ['keeps what has all folds done', asha, [finished('f', 1, 1, 1, 1, 1), running('a', 0, 0, 0, 0, 0)], ''],
    ['begins its rungs at minSteps', { ...asha, minSteps: 3 }, [running('a', 0.1, 0.1), running('b', 0.9, 0.9, 0.9), running('c', 0.2, 0.2, 0.2)], 'c'],
    ['keeps one of three', { ...asha, reductionFactor: 3 }, [running('a', 0.5), running('b', 0.6), running('c', 0.7)], 'a b'],
  ])('%s', (_name, earlyStopping, trials, names) => {
    expect(given(earlyStopping, trials)).toBe(names);
  });
});

describe('a trial that is given up', () => {
  const search = { name: 'tree', algorithm: { name: 'xgboost' }, search: { space: [{ name: 'depth', type: 'Int', min: 0, max: 99 }], maxTrials: 3 } };
  it('frees its place, counts as neither scored nor failed, and is told to the sampler', () => {
    const contest = new Contest({ candidates: [search], parallelism: 1, maxFailedTrials: 1, earlyStopping: { type: 'Median', minTrials: 1 } }).settle();
    contest.ends('tree-0', { scores: [0.9, 0.8, 0.9, 0.8, 0.9] }).reports('tree-1', [0.5, 0.6]);
    expect(contest.runs.get('tree-1')?.spec.stop).toBe(true);
    expect(contest.created).toEqual(['tree-0', 'tree-1']);
    contest.stops('tree-1');
    expect(contest.created).toEqual(['tree-0', 'tree-1', 'tree-2']);
    expect(contest.status).toMatchObject({ trials: { total: 3, running: 1, succeeded: 1, failed: 0, stopped: 1, text: '2/3' }, candidates: [{ name: 'tree', stopped: 1 }] });
    expect(contest.asked.at(-1)?.[1].history[1]).toEqual({ number: 1, state: 'Stopped', parameters: { depth: 1 }, steps: [[1, 0.5], [2, 0.55]] });
    contest.ends('tree-2', { cv: 0.7 });
    expect(contest.status).toMatchObject({ verdict: { winner: 'tree', trialRef: 'families-tree-0' }, trials: { stopped: 1, text: '3/3' } });
  });
});
