import { describe, expect, test } from 'vitest';

import type { Manifest } from '../model/manifest.ts';
import { onnxTensor } from '../test/tensor.ts';
import { compileBins } from './prediction-bins.ts';

const manifest = (task: Manifest['task'], labels: Manifest['labels'] = []): Manifest => ({ ...(task === undefined ? {} : { task }), inputs: [], outputs: [], labels });
const probabilities = (...values: number[]) => ({ probabilities: onnxTensor('float32', values) });
const prediction = (...values: number[]) => ({ prediction: onnxTensor('float64', values) });

describe('the bin of a prediction', () => {
  test.each([
    [0, '0.0'],
    [0.09, '0.0'],
    [0.31, '0.3'],
    [0.99, '0.9'],
    [1, '0.9'],
    [1.0000001, '0.9'],
    [-1e-9, '0.0'],
  ])('of two classes is the tenth of the second one\'s probability: %f in %s', (p, bin) => {
    expect(compileBins(manifest('BinaryClassification', [0, 1]))?.(probabilities(1 - p, p), 0)).toBe(bin);
  });
  test('is of the row that is asked for', () => {
    const binOf = compileBins(manifest('BinaryClassification', [0, 1]));
    expect([0, 1].map((row) => binOf?.(probabilities(0.9, 0.125, 0.2, 0.75), row))).toEqual(['0.1', '0.7']);
  });
  test('of more classes is the likeliest one', () => {
    const binOf = compileBins(manifest('MulticlassClassification', ['cat', 'dog', 'owl']));
    expect([0, 1].map((row) => binOf?.(probabilities(0.2, 0.3, 0.5, 0.4, 0.35, 0.25), row))).toEqual(['owl', 'cat']);
  });
  test('of a hundred classes is one of twenty', () => {
    const labels = Array.from({ length: 100 }, (_, i) => i);
    const binOf = compileBins(manifest('MulticlassClassification', labels));
    const bins = labels.map((label) => binOf?.(probabilities(...labels.map((other) => (other === label ? 1 : 0))), 0));
    expect(new Set(bins).size).toBe(20);
    expect([bins[18], bins[19], bins[99]]).toEqual(['18', 'other', 'other']);
  });
  test.each([
    [0, '0'],
    [0.0009, '0'],
    [0.001, '1e-3'],
    [1, '1e0'],
    [1.99, '1e0'],
    [2, '2e0'],
    [49, '2e1'],
    [1000, '1e3'],
    [-7, '-5e0'],
    [3e30, '5e9'],
  ])('of a number is its edge in the series 1, 2, 5: %f in %s', (value, bin) => {
    expect(compileBins(manifest('Regression'))?.(prediction(value), 0)).toBe(bin);
  });
  test.each([
    ['of NaN', 'Regression', [], prediction(Number.NaN)],
    ['of infinity', 'Regression', [], prediction(Number.POSITIVE_INFINITY)],
    ['that was not asked for', 'BinaryClassification', [0, 1], {}],
    ['in a datatype without numbers of JavaScript', 'Regression', [], { prediction: onnxTensor('float16', [1]) }],
  ] as const)('%s is none', (_name, task, labels, results) => {
    expect(compileBins(manifest(task, labels))?.(results, 0)).toBeUndefined();
  });
  test('of plain tensors is none', () => {
    expect(compileBins(manifest(undefined))).toBeUndefined();
  });
});
