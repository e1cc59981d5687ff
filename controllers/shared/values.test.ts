import { describe, expect, it } from 'vitest';
import { covers } from './covers.ts';
import { canonicalJson, digestOf } from './digest.ts';
import { durationMs, humanDuration } from './duration.ts';
import { scoreOf } from './score.ts';

describe('durations', () => {
  it.each([['500ms', 500], ['90s', 90_000], ['1h30m', 5_400_000], ['2d', 172_800_000], ['1m500ms', 60_500], ['0s', 0]])('%s is %i ms', (text, ms) => {
    expect(durationMs(text)).toBe(ms);
  });
  it.each(['', '5', '5 s', '-5s', '1.5h', '5x', 's'])('"%s" is none', (text) => {
    expect(() => durationMs(text)).toThrow(RangeError);
  });
  it.each([[0, '0 ms'], [999, '999 ms'], [1000, '1 s'], [59_499, '59 s'], [60_000, '1 min'], [185_000, '3 min 5 s'], [3_600_000, '1 h'], [7_800_000, '2 h 10 min']])('%i ms reads %s', (ms, text) => {
    expect(humanDuration(ms)).toBe(text);
  });
});

describe('digests', () => {
  it('do not depend on the order of members, nor on members that are undefined', () => {
    expect(digestOf({ a: 1, b: { c: [1, 2], d: null } })).toBe(digestOf({ b: { d: null, c: [1, 2], e: undefined }, a: 1 }));
    expect(canonicalJson({ b: [{ z: 1, a: undefined }, undefined], a: 'ä' })).toBe('{"a":"ä","b":[{"z":1},null]}');
  });
  it('depend on the order of lists, on types and on everything else', () => {
    const values = [[1, 2], [2, 1], ['1', 2], [1, 2, null], { 0: 1, 1: 2 }, '[1,2]', null, {}];
    expect(new Set(values.map(digestOf)).size).toBe(values.length);
  });
});

describe('what a live object covers', () => {
  it.each<[name: string, live: unknown, wanted: unknown, covered: boolean]>([
    ['members that the server added', { a: 1, uid: 'x' }, { a: 1 }, true],
    ['a member that is missing', { a: 1 }, { a: 1, b: 2 }, false],
    ['a member that is not wanted either way', { a: 1 }, { a: 1, b: undefined }, true],
    ['another value', { a: { b: 1 } }, { a: { b: 2 } }, false],
    ['a list with members that the server added', [{ port: 80, nodePort: 1 }], [{ port: 80 }], true],
    ['a longer list', [1, 2], [1], false],
    ['a list in another order', [1, 2], [2, 1], false],
    ['nothing at all', undefined, { a: 1 }, false],
    ['null where an object is wanted', { a: null }, { a: {} }, false],
    ['text where a number is wanted', { a: '1' }, { a: 1 }, false],
  ])('%s', (_name, live, wanted, covered) => {
    expect(covers(live, wanted)).toBe(covered);
  });
});

describe('the score of a training', () => {
  const folds = { folds: 5, repeats: 1, seed: 7, digest: 'd', metric: 'roc_auc', scores: [], trainRows: 1, testRows: 1 };
  it.each<[name: string, metrics: Parameters<typeof scoreOf>[0]['metrics'], withFolds: boolean, score: string | undefined]>([
    ['is the primary metric on the test rows', [{ name: 'f1', split: 'Test', value: 0.9 }, { name: 'roc_auc', split: 'CV', value: 0.5 }, { name: 'roc_auc', split: 'Test', value: 0.98765 }], true, 'roc_auc 0.9877'],
    ['is the first one on the test rows where nobody says which is primary', [{ name: 'rmse', split: 'Train', value: 1 }, { name: 'rmse', split: 'Test', value: 12_345.678 }], false, 'rmse 1.235e+4'],
    ['is unknown without test rows', [{ name: 'roc_auc', split: 'CV', value: 0.5 }], true, undefined],
  ])('%s', (_name, metrics, withFolds, score) => {
    expect(scoreOf({ metrics, ...(withFolds ? { folds } : {}) })).toBe(score);
  });
});
