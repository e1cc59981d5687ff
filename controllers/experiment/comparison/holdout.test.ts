import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deLong } from './delong.ts';
import { compareOnHoldout, parseHoldout, type Holdout } from './holdout.ts';
import { mcnemar } from './mcnemar.ts';

const labels = [1, 1, 1, 1, 1, 0, 0, 0, 0, 0];
const atHalf = (scores: readonly number[]): number[] => scores.map((score) => (score >= 0.5 ? 1 : 0));
const model = (scores: readonly number[]): Required<Holdout> => ({ labels, predicted: atHalf(scores), scores });
const good = model([0.9, 0.8, 0.7, 0.6, 0.4, 0.5, 0.3, 0.3, 0.2, 0.1]);
const poor = model([0.8, 0.3, 0.6, 0.5, 0.4, 0.7, 0.4, 0.2, 0.5, 0.1]);
const { scores: _none, ...unscored } = good;

describe('two models on the same held-out rows', () => {
  it('are compared by DeLong where both have scores', () => {
    expect(compareOnHoldout(good, poor, 'DeLong')).toEqual({ test: 'DeLong', difference: expect.closeTo(0.28, 12), pValue: deLong(labels, good.scores, poor.scores)?.pValue, rows: 10 });
  });
  it('are compared by McNemar where that is preferred, by the exact p-value', () => {
    // Rows 2 and 9 only the first has right, and none only the second.
    expect(compareOnHoldout(good, poor, 'McNemar')).toEqual({ test: 'McNemar', difference: expect.closeTo(0.2, 12), pValue: mcnemar(2, 0).exactP, rows: 10 });
    expect(compareOnHoldout(poor, good, 'McNemar')).toMatchObject({ difference: expect.closeTo(-0.2, 12), pValue: mcnemar(0, 2).exactP });
  });
  it('are compared by McNemar where one of them has no scores', () => {
    expect([compareOnHoldout(unscored, poor, 'DeLong'), compareOnHoldout(poor, unscored, 'DeLong')]).toMatchObject([{ test: 'McNemar' }, { test: 'McNemar' }]);
  });
  it('of many classes are compared by McNemar', () => {
    const truth = [0, 1, 2, 2, 1];
    const [a, b] = [{ labels: truth, predicted: [0, 1, 2, 0, 0] }, { labels: truth, predicted: [0, 2, 2, 1, 1] }];
    // Both wrong in the fourth row, in different ways.
    expect(compareOnHoldout(a, b, 'DeLong')).toEqual({ test: 'McNemar', difference: 0, pValue: expect.closeTo(1, 12), rows: 5 });
  });
  it('that predict the same do not differ', () => {
    expect(compareOnHoldout(good, good, 'McNemar')).toEqual({ test: 'McNemar', difference: 0, pValue: 1, rows: 10 });
  });
  it.each<[string, Holdout, Holdout]>([
    ['are not, because a label differs', good, { ...poor, labels: [...labels.slice(0, 9), 1] }],
    ['are not, because one has more', good, { labels: [...labels, 0], predicted: [...poor.predicted, 0], scores: [...poor.scores, 0] }],
    ['are none', { labels: [], predicted: [], scores: [] }, { labels: [], predicted: [], scores: [] }],
  ])('are not compared where the rows %s', (_name, a, b) => {
    for (const preferred of ['DeLong', 'McNemar'] as const) expect([compareOnHoldout(a, b, preferred), compareOnHoldout(b, a, preferred)]).toEqual([undefined, undefined]);
  });
  it('are not compared by another measure where the noise of the preferred one is unknown', () => {
    expect(compareOnHoldout(good, { ...poor, scores: good.scores }, 'DeLong')).toBeUndefined();
  });
});

describe('holdout.json', () => {
  const document = { schemaVersion: 1, rows: 2, labels: [0, 1], predicted: [1, 1], scores: [0.5, 0.75] };
  const text = (more: object): string => JSON.stringify({ ...document, ...more });

  it('is read as it is written', () => {
    expect(parseHoldout(text({ later: true }))).toEqual({ labels: [0, 1], predicted: [1, 1], scores: [0.5, 0.75] });
  });
  it('is read as the contract shows it', () => {
    const contract = readFileSync(new URL('../../../docs/contract.md', import.meta.url), 'utf8');
    const example = contract.split('\n').find((line) => line.startsWith('{"schemaVersion": 1, "rows"'));
    expect(parseHoldout(example ?? '')).toEqual({ labels: [0, 1, 1], predicted: [0, 1, 0], scores: [0.03125, 0.97, 0.41] });
  });
  it('has no scores for many classes', () => {
    const many = { rows: 3, labels: [0, 1, 7], predicted: [2, 1, 7] };
    for (const scores of [undefined, null]) expect(parseHoldout(text({ ...many, scores }))).toEqual({ labels: [0, 1, 7], predicted: [2, 1, 7] });
  });
  it.each<[string, string, string]>([
    ['no JSON', '{', 'The held-out predictions are not JSON'],
    ['no object', '[1]', 'The held-out predictions are no JSON object.'],
    ['null', 'null', 'The held-out predictions are no JSON object.'],
    ['another version', text({ schemaVersion: 2 }), 'The schemaVersion of the held-out predictions is 2, not 1.'],
    ['no version', text({ schemaVersion: undefined }), 'is undefined, not 1.'],
    ['a number of rows that is none', text({ rows: 1.5 }), 'The held-out predictions say 1.5 for rows, which is no number of rows.'],
    ['no labels', text({ labels: undefined }), 'The held-out predictions have no list of labels.'],
    ['labels that are no list', text({ labels: { length: 2 } }), 'The held-out predictions have no list of labels.'],
    ['too few labels', text({ labels: [0] }), 'The held-out predictions have 1 labels of 2 rows.'],
    ['too many predictions', text({ predicted: [1, 1, 1] }), 'The held-out predictions have 3 predicted of 2 rows.'],
    ['too few scores', text({ scores: [0.5] }), 'The held-out predictions have 1 scores of 2 rows.'],
    ['a label that is a text', text({ labels: [0, '1'] }), 'The held-out predictions have "1" at labels[1], which is no class index.'],
    ['a label below zero', text({ labels: [-1, 1] }), 'The held-out predictions have -1 at labels[0], which is no class index.'],
    ['a prediction between two classes', text({ predicted: [0.5, 1] }), 'The held-out predictions have 0.5 at predicted[0], which is no class index.'],
    ['a score that is null, as NaN is written', text({ scores: [0.5, null] }), 'The held-out predictions have null at scores[1], which is no finite number.'],
    ['a score that is infinite', text({}).replace('0.75', '1e999'), 'at scores[1], which is no finite number.'],
    ['scores of three classes', text({ labels: [0, 2] }), 'The held-out predictions have scores, which are for two classes, and more classes.'],
  ])('that is %s is refused with a sentence', (_name, wrong, sentence) => {
    expect(() => parseHoldout(wrong)).toThrow(sentence);
  });
});
