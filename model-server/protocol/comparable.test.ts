import { describe, expect, test } from 'vitest';

import type { Manifest } from '../model/manifest.ts';
import { Tensor } from '../model/onnxruntime.ts';
import { onnxTensor } from '../test/tensor.ts';
import { comparedRow, compileComparable } from './comparable.ts';

const manifest = (task: Manifest['task'], labels: Manifest['labels'] = []): Manifest => ({ ...(task === undefined ? {} : { task }), inputs: [], outputs: [], labels });
const ints = (...values: number[]) => ({ label: new Tensor('int64', BigInt64Array.from(values.map(BigInt)), [values.length]) });
const texts = (...values: string[]) => ({ label: new Tensor('string', values, [values.length]) });
const probabilities = (...values: number[]) => ({ probabilities: onnxTensor('float32', values) });

describe('what is compared of a row', () => {
  test.each([
    ['the label of a graph that gives it', ['cat', 'owl'], texts('owl', 'cat'), 1, 'cat'],
    ['the name that a position stands for', ['cat', 'owl'], ints(0, 1), 1, 'owl'],
    ['the name that a position of booleans stands for', [false, true], ints(1), 0, 'true'],
    ['a label that is a number itself', [5, 7], ints(7), 0, '7'],
    ['a position without a name', ['cat', 'owl'], ints(9), 0, '9'],
    ['the likeliest class where the label was not asked for', ['cat', 'owl'], probabilities(0.9, 0.1, 0.2, 0.8), 1, 'owl'],
    ['nothing where neither was asked for', ['cat', 'owl'], {}, 0, undefined],
    ['nothing of a row that is not there', ['cat', 'owl'], {}, 3, undefined],
  ])('is %s', (_name, labels, results, row, value) => {
    expect(compileComparable(manifest('MulticlassClassification', labels))?.(results, row)).toBe(value);
  });
  test('is the same label from versions that number their classes differently', () => {
    const one = compileComparable(manifest('BinaryClassification', ['cat', 'owl']))?.(ints(1), 0);
    expect(compileComparable(manifest('BinaryClassification', ['owl', 'cat']))?.(ints(0), 0)).toBe(one);
  });
  test('is no more than 64 characters of a label', () => {
    expect(compileComparable(manifest('MulticlassClassification', ['x'.repeat(99)]))?.(ints(0), 0)).toBe('x'.repeat(64));
    expect(compileComparable(manifest('MulticlassClassification', ['a']))?.(texts('y'.repeat(99)), 0)).toBe('y'.repeat(64));
  });
  test.each([
    ['the number of a regression', { prediction: onnxTensor('float64', [1, 0.25]) }, 0.25],
    ['nothing for a number that JSON does not know', { prediction: onnxTensor('float64', [1, Number.NaN]) }, undefined],
    ['nothing where the prediction was not asked for', {}, undefined],
  ])('is %s', (_name, results, value) => {
    expect(compileComparable(manifest('Regression'))?.(results, 1)).toBe(value);
  });
  test('is nothing for a model without a task', () => {
    expect(compileComparable(manifest(undefined))).toBeUndefined();
  });
});

describe('the row that is compared', () => {
  test('is a row of the answer, and the same for the same id', () => {
    for (const rows of [1, 2, 3, 16, 1000]) {
      const row = comparedRow('3f1c0f6e-7a44-4b2f-9c7e-0d6a6f1f2c11', rows);
      expect(row).toBe(comparedRow('3f1c0f6e-7a44-4b2f-9c7e-0d6a6f1f2c11', rows));
      expect(row).toBeGreaterThanOrEqual(0);
      expect(row).toBeLessThan(rows);
    }
  });
  test('prefers no place: over many ids each one of ten comes about as often', () => {
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 10_000; i++) {
      const row = comparedRow(`request-${i}`, 10);
      counts[row] = (counts[row] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(200);
  });
  // Versions may run different builds of this server: a change of the rule would compare different rows.
  test('never changes for an id', () => {
    expect(['a', 'request-1', '3f1c0f6e-7a44-4b2f-9c7e-0d6a6f1f2c11'].map((id) => comparedRow(id, 1_000_000))).toEqual([2220, 705652, 68562]);
  });
});
