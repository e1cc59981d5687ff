import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../crds/generated/manifest.ts';
import { validateManifest } from '../../crds/generated/validate.js';

const sha256 = 'a'.repeat(64);

const least: Manifest = {
  schemaVersion: 1,
  model: 'tumour',
  task: 'BinaryClassification',
  run: { namespace: 'ml', name: 'tumour-xgb', uid: 'u1', attempt: 1 },
  artifact: { file: 'model.onnx', sha256, sizeBytes: 48_211, format: 'ONNX', opset: { 'ai.onnx': 18 } },
  files: [{ name: 'report/roc.png', sha256, sizeBytes: 1 }],
  signature: { inputs: [{ name: 'radius', datatype: 'FP32', shape: [-1, 1] }], outputs: [{ name: 'label', datatype: 'INT64', shape: [-1] }], labels: [0, 1] },
  data: { uri: 's3://data/a.csv', versionId: null, sha256, format: 'CSV', rows: 569, columns: 31, schemaHash: sha256, target: 'malignant', split: { strategy: 'Stratified', testFraction: 0.2, seed: 7, trainRows: 455, testRows: 114, digest: sha256 }, quality: [{ column: 'radius', type: 'Number', nulls: 0, nullRatio: 0, distinct: 500, mean: 14.1 }] },
  features: { pipelineVersion: sha256, inputs: ['radius'], outputs: 1 },
  algorithm: { name: 'xgboost', parameters: { max_depth: 4 } },
  seed: 7,
  environment: { python: '3.11' },
  metrics: [{ name: 'roc_auc', split: 'Test', value: 0.98, n: 114 }],
  gates: [{ metric: 'roc_auc', split: 'Test', min: 0.95, value: 0.98, passed: true }],
  parity: { rows: 114, maxAbsError: 1e-7, labelMismatches: 0, runtime: 'onnxruntime 1.30.0' },
  baseline: { rows: 455, features: [{ name: 'radius', kind: 'numeric', edges: [1, 2], counts: [1, 2, 3], missing: 0, unseen: 0 }] },
  stages: [{ name: 'Export', startTime: '2026-01-01T00:00:00Z', endTime: null }],
};

describe('manifest.json', () => {
  it.each<{ name: string; change: object; accepted: boolean }>([
    { name: 'the least manifest', change: {}, accepted: true },
    { name: 'optional members as null', change: { code: null, image: null, parent: null, folds: null, holdout: null, latency: null, explanation: null }, accepted: true },
    { name: 'a member of a later version', change: { calibration: { slope: 1 } }, accepted: true },
    { name: 'a fold that could not be scored', change: { folds: { folds: 2, repeats: 1, seed: 7, digest: sha256, metric: 'roc_auc', scores: [0.9, null], trainRows: 227.5, testRows: 227.5 } }, accepted: true },
    { name: 'another version of the format', change: { schemaVersion: 2 }, accepted: false },
    { name: 'no artifact', change: { artifact: undefined }, accepted: false },
    { name: 'a digest that is none', change: { artifact: { ...least.artifact, sha256: 'A'.repeat(64) } }, accepted: false },
    { name: 'a file outside of the folder', change: { artifact: { ...least.artifact, file: '../model.onnx' } }, accepted: false },
    { name: 'a file by an absolute path', change: { files: [{ name: '/etc/passwd', sha256, sizeBytes: 1 }] }, accepted: false },
    { name: 'predictions for the test rows', change: { holdout: { file: 'holdout.json', sha256, rows: 114 } }, accepted: true },
    { name: 'predictions for the test rows outside of the folder', change: { holdout: { file: '../holdout.json', sha256, rows: 114 } }, accepted: false },
    { name: 'predictions for the test rows without a digest', change: { holdout: { file: 'holdout.json', rows: 114 } }, accepted: false },
    { name: 'a model name that can be no name of an object', change: { model: 'Tumour' }, accepted: false },
    { name: 'no input', change: { signature: { ...least.signature, inputs: [] } }, accepted: false },
    { name: 'a datatype that the protocol does not have', change: { signature: { ...least.signature, outputs: [{ name: 'a', datatype: 'FLOAT', shape: [1] }] } }, accepted: false },
    { name: 'a numeric baseline without edges', change: { baseline: { rows: 1, features: [{ name: 'a', kind: 'numeric', counts: [1], missing: 0, unseen: 0 }] } }, accepted: false },
    { name: 'a categorical baseline without categories', change: { baseline: { rows: 1, features: [{ name: 'a', kind: 'categorical', edges: null, categories: null, counts: [1], missing: 0, unseen: 0 }] } }, accepted: false },
    { name: 'more metrics than a status holds', change: { metrics: Array.from({ length: 65 }, () => least.metrics[0]) }, accepted: false },
  ])('$name: accepted is $accepted', ({ change, accepted }) => {
    const manifest: unknown = JSON.parse(JSON.stringify({ ...least, ...change }));
    expect(validateManifest(manifest)).toBe(accepted);
  });
});
