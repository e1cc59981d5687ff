// The least object of each kind that is valid, and a full one where updates are tested.
import type { Manifest } from './cases.ts';

const apiVersion = 'trainyard.dev/v1alpha1';
const digest = 'a'.repeat(64);

export const trainingRun: Manifest = {
  apiVersion,
  kind: 'TrainingRun',
  metadata: { name: 'sample' },
  spec: {
    model: 'tumour',
    task: 'BinaryClassification',
    data: { source: { uri: 's3://data/tumour.csv' }, target: 'malignant' },
    algorithm: { name: 'xgboost' },
    metrics: { primary: 'roc_auc' },
  },
};

export const fullTrainingRun: Manifest = {
  ...trainingRun,
  spec: {
    ...trainingRun.spec,
    algorithm: { name: 'xgboost', parameters: { max_depth: 4, learning_rate: 0.1 } },
    gates: [{ metric: 'roc_auc', split: 'Test', min: 0.95 }],
    activeDeadline: '4h',
    output: { uri: 's3://models/' },
  },
};

export const experiment: Manifest = {
  apiVersion,
  kind: 'Experiment',
  metadata: { name: 'sample' },
  spec: {
    model: 'tumour',
    objective: { metric: 'roc_auc', direction: 'Maximize' },
    template: { task: 'BinaryClassification', data: { source: { uri: 's3://data/tumour.csv' }, target: 'malignant' }, metrics: { primary: 'roc_auc' } },
    candidates: [{ name: 'xgb', algorithm: { name: 'xgboost', parameters: { max_depth: 4 } } }],
  },
};

export const modelVersion: Manifest = {
  apiVersion,
  kind: 'ModelVersion',
  metadata: { name: 'sample' },
  spec: {
    model: 'tumour',
    version: 1,
    artifact: { uri: 's3://models/tumour/model.onnx', sha256: digest, sizeBytes: 48_211 },
    manifest: { uri: 's3://models/tumour/manifest.json', sha256: digest },
  },
};

export const modelDeployment: Manifest = {
  apiVersion,
  kind: 'ModelDeployment',
  metadata: { name: 'sample' },
  spec: { model: 'tumour', version: 'tumour-1' },
};
