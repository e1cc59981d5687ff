import { describe, expect, it } from 'vitest';
import type { Schema } from './crd.ts';
import { lintDescription } from './lint-descriptions.ts';

const duration: Schema = { type: 'string', pattern: '^([0-9]+(ms|s|m|h))+$' };
const quantity: Schema = { 'x-kubernetes-int-or-string': true, pattern: '^[0-9]+([KMGTPE]i)?$' };
const numbers: Schema = { type: 'array', items: { type: 'number' } };
const counts: Schema = { type: 'object', additionalProperties: { type: 'integer' } };
const found = (field: Schema, description: string, isOptionalInput = false): string[] => lintDescription({ ...field, description }, isOptionalInput);

describe('a number', () => {
  it.each<[description: string, field?: Schema]>([
    ['Number of rows.'],
    ['Greatest number of test rows that are looked at.'],
    ['Seconds that a taint is accepted.'],
    ['Of a Query: evaluations in a row outside of the bounds.'],
    ['How often an edit was undone.'],
    ['Share of the traffic in percent.'],
    ['Time of one row, in milliseconds.'],
    ['Least value that passes, in the unit of the metric.'],
    ['Greatest p-value that a column may have, 0.000001 to 1.'],
    ['Number of the current step, from 1; 0 before the first.'],
    ['Seed of the split.'],
    ['Scores in the unit of the metric, fold by fold.', numbers],
    ['Number of predictions by bin.', counts],
  ])('says what it means: %s', (description, field = { type: 'number' }) => {
    expect(found(field, description)).toEqual([]);
  });

  it.each<[description: string, field?: Schema]>([
    ['Least value.'],
    ['Size.', { type: 'integer' }],
    ['Greatest share that may differ, such as 0.02.'],
    ['Standard deviation over the folds.'],
    ['Time after which requests fail.'],
    ['Number of them.'],
    ['Counts by bin.', counts],
    ['One of each.', numbers],
  ])('says neither what is counted nor the unit: %s', (description, field = { type: 'number' }) => {
    expect(found(field, description)).toEqual([expect.stringContaining('neither what is counted nor the unit')]);
  });
});

describe('a field', () => {
  it.each<[name: string, field: Schema, description: string, problem: string | undefined]>([
    ['a duration with one', duration, 'Time between two looks, 500ms or more.', undefined],
    ['a duration without one', duration, 'Time between two looks.', 'the description of a duration shows none'],
    ['a quantity with one', quantity, 'Greatest size, such as 256Mi.', undefined],
    ['a quantity without one', quantity, 'Greatest size, as a quantity.', 'the description of a quantity shows none'],
    ['a map of quantities without one', { type: 'object', additionalProperties: quantity }, 'By resource name.', 'the description of a quantity shows none'],
    ['no sentence', { type: 'boolean' }, 'some flag', 'is not a sentence'],
    ['a page', { type: 'boolean' }, `True ${'very '.repeat(80)}much.`, 'more than 400'],
  ])('%s', (_name, field, description, problem) => {
    expect(found(field, description)).toEqual(problem === undefined ? [] : [expect.stringContaining(problem)]);
  });
});

describe('a default', () => {
  it.each<[value: unknown, description: string, said: boolean]>([
    [false, 'True pauses it. Default: false.', true],
    ['2s', 'Longest time, such as 5s. Default: 2s.', true],
    [0.2, 'Share of the rows, 0 to 1. Default: 0.2.', true],
    [[{ weight: 5 }], 'Shares of the traffic. Default: 5 percent.', true],
    [{}, 'How it is paused.', true],
    [true, 'True pauses it. Default: false.', false],
    ['2s', 'Longest time, such as 2s.', false],
    [0.2, 'Share of the rows, 0 to 1. Default: 0.25.', false],
    [[{ weight: 5 }], 'Shares of the traffic.', false],
  ])('%j: %s', (value, description, said) => {
    expect(lintDescription({ description, default: value }, true)).toEqual(said ? [] : [expect.stringContaining('must end with "Default: ')]);
  });
});

describe('a field that may be left out', () => {
  it.each<[name: string, field: Schema, description: string, complete: boolean]>([
    ['has a default', { type: 'boolean', default: false }, 'True pauses it. Default: false.', true],
    ['has an empty default', { type: 'object', default: {} }, 'How it is paused.', true],
    ['says what happens then', { type: 'boolean' }, 'True pauses it. Left out: false.', true],
    ['says it in another form', { type: 'string' }, 'Region of the bucket. Left out means that of the Secret.', true],
    ['says when it is needed', { type: 'string' }, 'Who decided. Needed where state is Approved.', true],
    ['says none of it', { type: 'boolean' }, 'True pauses it.', false],
    ['speaks of something else that is needed', { type: 'string' }, 'Secret with the key and, where needed, the region.', false],
  ])('%s', (_name, field, description, complete) => {
    expect(found(field, description, true)).toEqual(complete ? [] : [expect.stringContaining('there is no default')]);
    expect(found(field, description, false)).toEqual([]);
  });
});
