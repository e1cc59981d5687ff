import { change, immutable, named, type Case } from '../cases.ts';
import { fullTrainingRun, trainingRun } from '../samples.ts';

const rejected = { accepted: false, by: 'rule' } as const;

export const trainingRunCases: readonly Case[] = [
  { name: 'the least TrainingRun is accepted', object: trainingRun, accepted: true },
  { name: 'the full TrainingRun is accepted', object: fullTrainingRun, accepted: true },
  { name: 'a name of 50 characters leaves room for the names of the pods', object: named(trainingRun, 'a'.repeat(50)), accepted: true },
  { name: 'a name of 51 characters is too long', object: named(trainingRun, 'a'.repeat(51)), ...rejected, message: 'metadata.name must have at most 50 characters' },
  { name: 'a regression cannot be split by class', object: change(trainingRun, { task: 'Regression', 'data.split': { strategy: 'Stratified' } }), ...rejected, message: 'Stratified needs classes' },
  { name: 'a regression is split by class unless it says otherwise, so it must say so', object: change(trainingRun, { task: 'Regression' }), ...rejected, message: 'use Random for task: Regression' },
  { name: 'a regression splits at random', object: change(trainingRun, { task: 'Regression', 'data.split': { strategy: 'Random' } }), accepted: true },
  { name: 'logistic does not fit a regression', object: change(trainingRun, { task: 'Regression', 'data.split': { strategy: 'Random' }, 'algorithm.name': 'logistic' }), ...rejected, message: 'algorithm.name does not fit the task' },
  { name: 'logistic fits a classification', object: change(trainingRun, { 'algorithm.name': 'logistic' }), accepted: true },
  { name: 'ridge does not fit a classification', object: change(trainingRun, { 'algorithm.name': 'ridge' }), ...rejected, message: 'algorithm.name does not fit the task' },
  { name: 'elasticNet does not fit a classification', object: change(trainingRun, { 'algorithm.name': 'elasticNet' }), ...rejected, message: 'algorithm.name does not fit the task' },
  { name: 'ridge fits a regression', object: change(trainingRun, { task: 'Regression', 'data.split': { strategy: 'Random' }, 'algorithm.name': 'ridge' }), accepted: true },
  { name: 'a rule about a column is accepted', object: change(trainingRun, { 'data.rules': [{ column: 'radius', type: 'Number', min: 0, max: 1 }] }), accepted: true },
  { name: 'a rule about the number of rows is accepted', object: change(trainingRun, { 'data.rules': [{ rowCount: { min: 100 } }] }), accepted: true },
  { name: 'a rule about both is refused', object: change(trainingRun, { 'data.rules': [{ column: 'radius', rowCount: { min: 1 } }] }), ...rejected, message: 'a rule needs either column or rowCount' },
  { name: 'a rule about neither is refused', object: change(trainingRun, { 'data.rules': [{ nullable: false }] }), ...rejected, message: 'a rule needs either column or rowCount' },
  { name: 'a rule whose bounds cross is refused', object: change(trainingRun, { 'data.rules': [{ column: 'radius', min: 2, max: 1 }] }), ...rejected, message: 'min must not exceed max' },
  { name: 'allowed values may be numbers and texts', object: change(trainingRun, { 'data.rules': [{ column: 'malignant', allowed: [0, 1, 'unknown'] }] }), accepted: true },
  { name: 'a gate without a bound is refused', object: change(trainingRun, { gates: [{ metric: 'roc_auc' }] }), ...rejected, message: 'a gate needs min, max or both' },
  { name: 'a gate with one bound is accepted', object: change(trainingRun, { gates: [{ metric: 'parity_max_abs_error', max: 1e-5 }] }), accepted: true },
  { name: 'hyperparameters keep the names of the library', object: change(trainingRun, { 'algorithm.parameters': { max_depth: 4, nested: { deep: [1, 'a', true] } } }), accepted: true },
];

export const trainingRunUpdates: readonly Case[] = [
  ...immutable(fullTrainingRun, {
    model: 'other',
    task: 'MulticlassClassification',
    'data.target': 'other',
    'data.source.uri': 's3://data/other.csv',
    'data.split.seed': 8,
    'features.numeric.scale': 'None',
    'algorithm.name': 'randomForest',
    'crossValidation.folds': 10,
    'metrics.primary': 'f1',
    'gates.0.min': 0.5,
    gates: undefined,
    'backend.kubernetes.nodeSelector': { disk: 'fast' },
    'retryPolicy.maxAttempts': 1,
    activeDeadline: '5h',
    output: undefined,
    'output.uri': 's3://elsewhere/',
    'register.enabled': false,
  }),
  ...immutable(change(fullTrainingRun, { activeDeadline: '4h' }), { activeDeadline: undefined }),
  ...immutable(trainingRun, { 'gates.0': { metric: 'roc_auc', min: 0.9 }, activeDeadline: '1h', 'output.uri': 's3://models/' }),
  ...immutable(change(fullTrainingRun, { 'crossValidation.folds': 10 }), { crossValidation: undefined }),
  { name: 'suspend can be changed', old: fullTrainingRun, object: change(fullTrainingRun, { suspend: true }), accepted: true },
  { name: 'suspend can be taken back', old: change(fullTrainingRun, { suspend: true }), object: fullTrainingRun, accepted: true },
  { name: 'ttlAfterFinished can be changed', old: fullTrainingRun, object: change(fullTrainingRun, { ttlAfterFinished: '1h' }), accepted: true },
  { name: 'an update that changes nothing is accepted', old: fullTrainingRun, object: fullTrainingRun, accepted: true },
  { name: 'a default that is written out changes nothing', old: trainingRun, object: change(trainingRun, { 'crossValidation.folds': 5 }), accepted: true },
];
