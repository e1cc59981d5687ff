// A version whose whole life is known.
import { recordFromManifest } from '../../controllers/model-version/record-from-manifest.ts';
import { filesOf } from '../../controllers/shared/testing/manifest.ts';
import type { Manifest } from '../../crds/generated/manifest.ts';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import type { TrainingRun } from '../../crds/generated/training-run.ts';
import type { Provenance } from '../lineage/provenance.ts';

export const runUid = '01234567-89ab-cdef-0123-456789abcdef';
const digest = 'b'.repeat(64);
const { data } = filesOf().manifest;

export const manifest: Manifest = filesOf({
  data: {
    ...data,
    versionId: 'v7',
    quality: [
      { column: 'radius', type: 'double', nulls: 3, nullRatio: 0.005, distinct: 456, min: 6.98, max: 28.11, mean: 14.1, stdDev: 3.5 },
      { column: 'malignant', type: 'int64', nulls: 0, nullRatio: 0, distinct: 2, min: null, max: null },
    ],
  },
  environment: { python: '3.11.4', scikitLearn: '1.7.2', xgboost: '3.2.0+cpu', platform: 'Linux-x86_64-glibc-2.36', libgomp: '1' },
  algorithm: { name: 'xgboost', parameters: { max_depth: 4, learning_rate: 0.1, booster: 'gbtree' } },
  code: { repository: 'https://git.example.org/models.git', commit: 'c0ffee', dirty: true },
  image: { reference: 'registry.example.org/trainer:1', digest: `sha256:${digest}` },
  parent: 'tumour-2',
}).manifest;

const bare: ModelVersion = {
  apiVersion: 'trainyard.dev/v1alpha1',
  kind: 'ModelVersion',
  metadata: { namespace: 'ml', name: 'tumour-3', creationTimestamp: '2026-01-01T00:05:00Z' },
  spec: {
    model: 'tumour',
    version: 3,
    artifact: { uri: 's3://models/ml/tumour-xgb/1/model.onnx', sha256: manifest.artifact.sha256, sizeBytes: manifest.artifact.sizeBytes, format: 'ONNX' },
    manifest: { uri: 's3://models/ml/tumour-xgb/1/manifest.json', sha256: 'c'.repeat(64) },
    trainingRunRef: { name: 'tumour-xgb', uid: runUid },
    stage: 'Staging',
    approval: { required: false, state: 'Pending' },
  },
};

export const version: ModelVersion = { ...bare, status: { ...structuredClone(recordFromManifest(bare, manifest)), verifiedAt: '2026-01-01T00:06:00Z' } };

const run = { metadata: { name: 'tumour-xgb', uid: runUid }, status: { startTime: '2026-01-01T00:00:00.000Z', completionTime: '2026-01-01T00:04:00.000Z' } } as TrainingRun;

export function provenance(more: Partial<Provenance> = {}): Provenance {
  return { version, manifest, run, program: '0.1.0', ...more };
}

/** A version that came from elsewhere, of which the operator knows next to nothing. */
export function foreign(): Provenance {
  const { trainingRunRef: _none, ...spec } = version.spec;
  return { version: { ...version, spec, status: { lineage: {} } }, manifest: undefined, run: undefined, program: '0.1.0' };
}
