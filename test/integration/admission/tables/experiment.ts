import { change, immutable, named, type Case } from '../cases.ts';
import { experiment } from '../samples.ts';
import { trainingSpecCases } from './training-spec.ts';

const rejected = { accepted: false, by: 'rule' } as const;

export const experimentCases: readonly Case[] = [
  { name: 'the least Experiment is accepted', object: experiment, accepted: true },
  { name: 'a name of 24 characters leaves room for the names of the trials', object: named(experiment, 'a'.repeat(24)), accepted: true },
  { name: 'a name of 25 characters is too long', object: named(experiment, 'a'.repeat(25)), ...rejected, message: 'metadata.name must have at most 24 characters' },
  { name: 'the template of a regression cannot be split by class', object: change(experiment, { 'template.task': 'Regression' }), ...rejected, message: 'use Random for task: Regression' },
  { name: 'the template of a regression splits at random', object: change(experiment, { 'template.task': 'Regression', 'template.data.split': { strategy: 'Random' } }), accepted: true },
  { name: 'a gate of the template needs a bound', object: change(experiment, { 'template.gates': [{ metric: 'roc_auc' }] }), ...rejected, message: 'a gate needs min, max or both' },
  { name: 'a data rule of the template is about one thing', object: change(experiment, { 'template.data.rules': [{ nullable: false }] }), ...rejected, message: 'a rule needs either column or rowCount' },
  { name: 'the bounds of a data rule of the template must not cross', object: change(experiment, { 'template.data.rules': [{ column: 'a', min: 2, max: 1 }] }), ...rejected, message: 'min must not exceed max' },
  { name: 'a gate of the template with a bound is accepted', object: change(experiment, { 'template.gates': [{ metric: 'roc_auc', min: 0.9 }] }), accepted: true },
  { name: 'a data rule of the template with bounds in order is accepted', object: change(experiment, { 'template.data.rules': [{ column: 'a', min: 1, max: 2 }] }), accepted: true },
  { name: 'a template may test on a twentieth of the rows', object: change(experiment, { 'template.data.split.testFraction': 0.05 }), accepted: true },
  { name: 'a template may not test on less', object: change(experiment, { 'template.data.split.testFraction': 0.049 }), accepted: false, by: 'schema', message: 'testFraction must be 0.05 or more' },
  { name: 'the candidates are ranked by the metric that they are trained for', object: change(experiment, { 'objective.metric': 'f1' }), ...rejected, message: 'template.metrics.primary must be the same as objective.metric' },
  ...trainingSpecCases(experiment, 'template.'),
  { name: 'two candidates cannot have one name', object: change(experiment, { 'candidates.1': { name: 'xgb', algorithm: { name: 'svm' } } }), ...rejected, message: 'Duplicate value' },
  { name: 'a comparison of one\'s own is accepted', object: change(experiment, { comparison: { alpha: 0.01, rope: 0, tieBreakers: ['Explainability', 'LatencyP99', 'ModelSize', 'Fairness'] }, 'winner.requireSignificance': true }), accepted: true },
  { name: 'a comparison of defaults is accepted', object: change(experiment, { comparison: {} }), accepted: true },
  { name: 'the least alpha is accepted', object: change(experiment, { comparison: { alpha: 0.0001 } }), accepted: true },
  { name: 'an alpha of 0 proves nothing', object: change(experiment, { comparison: { alpha: 0 } }), accepted: false, by: 'schema', message: 'alpha must be 0.0001 or more' },
  { name: 'an alpha above one half is no alpha', object: change(experiment, { comparison: { alpha: 0.51 } }), accepted: false, by: 'schema', message: 'spec.comparison.alpha' },
  { name: 'a region of practical equivalence cannot be negative', object: change(experiment, { comparison: { rope: -0.01 } }), accepted: false, by: 'schema', message: 'spec.comparison.rope' },
  { name: 'a tie-breaker that there is not is refused', object: change(experiment, { comparison: { tieBreakers: ['Cost'] } }), accepted: false, by: 'schema', message: 'spec.comparison.tieBreakers' },
  { name: 'a tie-breaker counts once', object: change(experiment, { comparison: { tieBreakers: ['ModelSize', 'ModelSize'] } }), accepted: false, by: 'schema', message: 'Duplicate value' },
  { name: 'a test that there is not is refused', object: change(experiment, { comparison: { test: 'PairedT' } }), accepted: false, by: 'schema', message: 'spec.comparison.test' },
  { name: 'an Experiment needs a candidate', object: change(experiment, { candidates: [] }), accepted: false, message: 'should have at least 1 items', by: 'schema' },
];

export const experimentUpdates: readonly Case[] = [
  ...immutable(experiment, {
    model: 'other',
    'objective.metric': 'f1',
    'objective.direction': 'Minimize',
    'template.metrics.primary': 'f1',
    'template.data.source.uri': 's3://data/other.csv',
    'template.ttlAfterFinished': '1h',
    'template.gates': [{ metric: 'roc_auc', min: 0.9 }],
    'candidates.0.name': 'other',
    'candidates.0.algorithm.name': 'svm',
    'candidates.1': { name: 'forest', algorithm: { name: 'randomForest' } },
    parallelism: 4,
    maxFailedTrials: 5,
    'winner.register': 'Never',
    'winner.requireSignificance': true,
    'comparison.alpha': 0.01,
    'comparison.tieBreakers': ['ModelSize'],
  }),
  ...immutable(change(experiment, { 'template.gates': [{ metric: 'roc_auc', min: 0.9 }] }), { 'template.gates': undefined }),
  { name: 'suspend can be changed', old: experiment, object: change(experiment, { suspend: true }), accepted: true },
  { name: 'an update that changes nothing is accepted', old: experiment, object: experiment, accepted: true },
];
