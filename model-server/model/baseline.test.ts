import { expect, test } from 'vitest';

import { parseBaseline } from './baseline.ts';

const NUMERIC = { name: 'age', kind: 'numeric', edges: [1, 2], counts: [3, 4, 5], missing: 1, categories: [], unseen: 0 };
const CATEGORICAL = { name: 'stage', kind: 'categorical', edges: [], categories: ['early', 7, true], counts: [3, 2, 1], missing: 0, unseen: 4 };

test('keeps what binning needs', () => {
  expect(parseBaseline({ rows: 12, features: [NUMERIC, CATEGORICAL] })).toEqual([
    { kind: 'numeric', name: 'age', edges: [1, 2], counts: [3, 4, 5] },
    { kind: 'categorical', name: 'stage', categories: ['early', 7, true], counts: [3, 2, 1] },
  ]);
});

test.each([undefined, null, {}, [], { features: 'none' }])('is empty where the manifest has %j', (value) => {
  expect(parseBaseline(value)).toEqual([]);
});

test.each<[string, unknown, string]>([
  ['no name', { ...NUMERIC, name: undefined }, 'it has no name'],
  ['no kind', { ...NUMERIC, kind: 'text' }, '"kind" must be "numeric" or "categorical"'],
  ['edges that fall', { ...NUMERIC, edges: [2, 1] }, '"edges" must be numbers that grow'],
  ['an edge twice', { ...NUMERIC, edges: [1, 1] }, '"edges" must be numbers that grow'],
  ['no edges', { ...NUMERIC, edges: null }, '"edges" must be numbers that grow'],
  ['no counts', { ...NUMERIC, counts: undefined }, '"counts" must be an array of numbers'],
  ['another number of counts', { ...NUMERIC, counts: [1] }, '2 edges make 3 bins, but "counts" has 1'],
  ['no categories', { ...CATEGORICAL, categories: null }, '"categories" must be texts, numbers or booleans'],
  ['fewer counts than categories', { ...CATEGORICAL, counts: [1] }, 'it has 3 categories, but "counts" has 1'],
])('says what is wrong with a feature with %s, and keeps the others', (_name, wrong, reason) => {
  expect(parseBaseline({ features: [wrong, NUMERIC] })).toMatchObject([{ kind: 'unusable', reason }, { kind: 'numeric' }]);
});
