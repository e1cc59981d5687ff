import type { Manifest } from '../../../crds/generated/manifest.ts';
import { sha256Hex } from '../digest.ts';

/** A model file and the manifest that lies beside it, with digests that are right. */
export interface Files {
  readonly model: Buffer;
  readonly manifest: Manifest;
  /** The manifest as it lies in the store. */
  readonly bytes: Buffer;
  readonly manifestSha256: string;
}

export function filesOf(more: Partial<Manifest> = {}, text = 'the bytes of a model'): Files {
  const model = Buffer.from(text);
  const sha256 = sha256Hex(model);
  const some = 'a'.repeat(64);
  const manifest: Manifest = {
    schemaVersion: 1,
    model: 'tumour',
    task: 'BinaryClassification',
    run: { namespace: 'ml', name: 'tumour-xgb', uid: 'u1', attempt: 1 },
    artifact: { file: 'model.onnx', sha256, sizeBytes: model.byteLength, format: 'ONNX', opset: { 'ai.onnx': 18 } },
    files: [],
    signature: { inputs: [{ name: 'radius', datatype: 'FP32', shape: [-1, 1] }], outputs: [{ name: 'label', datatype: 'INT64', shape: [-1] }] },
    data: { uri: 's3://data/tumour.csv', sha256: some, format: 'CSV', rows: 569, columns: 31, schemaHash: some, target: 'malignant', split: { strategy: 'Stratified', testFraction: 0.2, seed: 7, trainRows: 455, testRows: 114, digest: some }, quality: [] },
    features: { pipelineVersion: some, inputs: ['radius'], outputs: 1 },
    algorithm: { name: 'xgboost', parameters: { max_depth: 4 } },
    seed: 7,
    environment: { python: '3.11' },
    metrics: [{ name: 'log_loss', split: 'Test', value: 0.1 }, { name: 'roc_auc', split: 'Test', value: 0.98, n: 114 }, { name: 'roc_auc', split: 'CV', value: 0.97, stdDev: 0.01, n: 5 }],
    folds: { folds: 2, repeats: 1, seed: 7, digest: some, metric: 'roc_auc', scores: [0.96, null], trainRows: 227.5, testRows: 227.5 },
    gates: [{ metric: 'roc_auc', split: 'Test', min: 0.95, value: 0.98, passed: true }],
    parity: { rows: 114, maxAbsError: 1e-7, labelMismatches: 0, runtime: 'onnxruntime' },
    baseline: { rows: 455, features: [{ name: 'radius', kind: 'numeric', edges: [1, 2], counts: [1, 2, 3], missing: 0, unseen: 0 }] },
    stages: [{ name: 'Export', startTime: '2026-01-01T00:00:00Z', endTime: '2026-01-01T00:01:00Z' }],
    ...more,
  };
  const bytes = Buffer.from(JSON.stringify(manifest));
  return { model, manifest, bytes, manifestSha256: sha256Hex(bytes) };
}
