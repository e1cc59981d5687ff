import { describe, expect, test } from 'vitest';

import { parseManifest } from './manifest.ts';

const INPUTS = [{ name: 'x', datatype: 'FP32', shape: [-1, 1] }];
const CLASSIFIER = {
  schemaVersion: 1, model: 'tumour', task: 'BinaryClassification', artifact: { sha256: 'sha256:AB' },
  signature: {
    inputs: INPUTS,
    outputs: [{ name: 'label', datatype: 'INT64', shape: [-1] }, { name: 'probabilities', datatype: 'FP32', shape: [-1, 2] }],
    labels: [0, 1],
  },
  baseline: { anything: true },
};
const parse = (value: unknown) => parseManifest(Buffer.from(JSON.stringify(value)));

describe('parseManifest', () => {
  test('takes what serving needs and leaves the rest', () => {
    expect(parse(CLASSIFIER)).toEqual({
      task: 'BinaryClassification', inputs: INPUTS, outputs: CLASSIFIER.signature.outputs, labels: [0, 1], artifactSha256: 'ab',
    });
  });

  test('takes a model of plain tensors without a task', () => {
    expect(parse({ signature: { inputs: INPUTS, outputs: INPUTS } })).toEqual({ inputs: INPUTS, outputs: INPUTS, labels: [] });
  });

  const signature = (change: object) => ({ ...CLASSIFIER, signature: { ...CLASSIFIER.signature, ...change } });
  test.each<[string, unknown, string]>([
    ['an array', [], 'the manifest must be an object'],
    ['another schema', { ...CLASSIFIER, schemaVersion: 2 }, '"schemaVersion" is 2; this server reads version 1'],
    ['an unknown task', { ...CLASSIFIER, task: 'Guessing' }, '"task" is "Guessing"'],
    ['no signature', { schemaVersion: 1 }, '"signature" must be an object'],
    ['no inputs', signature({ inputs: [] }), '"signature.inputs" must be an array of at least one tensor'],
    ['an input given twice', signature({ inputs: [...INPUTS, ...INPUTS] }), '"signature.inputs" names "x" twice'],
    ['an unknown datatype', signature({ inputs: [{ name: 'x', datatype: 'float', shape: [-1] }] }), '"signature.inputs[0].datatype" is "float"'],
    ['a name that is a prototype', signature({ inputs: [{ name: '__proto__', datatype: 'FP32', shape: [-1] }] }), '"signature.inputs[0].name"'],
    ['a shape of texts', signature({ inputs: [{ name: 'x', datatype: 'FP32', shape: ['N'] }] }), '"signature.inputs[0].shape" must be'],
    ['a classifier without probabilities', signature({ outputs: CLASSIFIER.signature.outputs.slice(0, 1) }), 'has no "probabilities"'],
    ['a classifier without labels', signature({ labels: [] }), 'must name the classes of a BinaryClassification'],
    ['more labels than columns', signature({ labels: [0, 1, 2] }), 'has 3 labels, but output "probabilities" has 2 columns'],
    ['a regression without a prediction', { ...CLASSIFIER, task: 'Regression' }, 'has no "prediction"'],
  ])('refuses %s', (_name, value, message) => {
    expect(() => parse(value)).toThrow(message);
  });

  test('refuses bytes that are no text', () => {
    expect(() => parseManifest(Uint8Array.of(0xff, 0xfe))).toThrow();
  });
});
