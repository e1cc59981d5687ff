// What MLflow is told, for every state of an object.
import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../crds/generated/experiment.ts';
import type { ModelVersion } from '../../../crds/generated/model-version.ts';
import type { TrainingRun } from '../../../crds/generated/training-run.ts';
import { runOfExperiment } from './experiment.ts';
import { digestOf, mlflowKey, param, tags } from './mirrored.ts';
import { versionOf } from './model-version.ts';
import { runOfTraining } from './training-run.ts';

const conditions = (type: string, status: string, reason: string, message = ''): object => ({ conditions: [{ type, status, reason, message, lastTransitionTime: '2026-01-01T00:01:00Z' }] });

function training(status: object | undefined, spec: object = {}, metadata: object = {}): TrainingRun {
  return {
    apiVersion: 'trainyard.dev/v1alpha1',
    kind: 'TrainingRun',
    metadata: { name: 'tumour-xgb', namespace: 'ml', uid: 'u1', ...metadata },
    spec: { model: 'tumour', task: 'BinaryClassification', data: { target: 'malignant' }, algorithm: { name: 'xgboost', parameters: { max_depth: 4, booster: 'dart' } }, metrics: { primary: 'roc_auc' }, mlflow: { enabled: true }, ...spec },
    ...(status === undefined ? {} : { status }),
  } as unknown as TrainingRun;
}

const started = { startTime: '2026-01-01T00:00:00Z' };
const ended = {
  ...started,
  completionTime: '2026-01-01T00:01:00Z',
  ...conditions('Succeeded', 'True', 'Succeeded', 'trained'),
  manifest: { uri: 's3://models/manifest.json', sha256: 'a' },
  artifact: { uri: 's3://models/model.onnx', sha256: 'b', sizeBytes: 3 },
  metrics: [{ name: 'roc_auc', split: 'CV', value: 0.97, stdDev: 0.01 }, { name: 'log_loss', split: 'Test', value: 0.1 }],
  foldScores: [0.96, 0.98],
};

describe('a TrainingRun', () => {
  it.each<[name: string, status: object | undefined, expected: object | undefined]>([
    ['that has not begun is nothing', undefined, undefined],
    ['that has begun runs', started, { status: 'RUNNING', startTime: 1767225600000, metrics: [] }],
    ['that is suspended is scheduled', { ...started, ...conditions('Suspended', 'True', 'SuspendedBySpec') }, { status: 'SCHEDULED' }],
    ['that succeeded is finished', ended, { status: 'FINISHED', endTime: 1767225660000, manifest: { uri: 's3://models/manifest.json', sha256: 'a' } }],
    ['that failed has failed, and says why', { ...ended, ...conditions('Succeeded', 'False', 'GateFailed', 'roc_auc 0.9 < 0.95') }, { status: 'FAILED', tags: expect.objectContaining({ 'trainyard.reason': 'GateFailed', 'mlflow.note.content': 'roc_auc 0.9 < 0.95' }) }],
    ['that was stopped was killed', { ...ended, ...conditions('Succeeded', 'False', 'Stopped', 'stopped') }, { status: 'KILLED' }],
  ])('%s', (_name, status, expected) => {
    const found = runOfTraining(training(status), undefined);
    if (expected === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(expected);
  });

  it('has its metrics by the rows that they were measured on, and the folds as steps', () => {
    const at = 1767225660000;
    expect(runOfTraining(training(ended), undefined)?.metrics).toEqual([
      { key: 'cv/roc_auc', value: 0.97, timestamp: at, step: 0 },
      { key: 'cv/roc_auc_std', value: 0.01, timestamp: at, step: 0 },
      { key: 'test/log_loss', value: 0.1, timestamp: at, step: 0 },
      { key: 'fold/roc_auc', value: 0.96, timestamp: at, step: 0 },
      { key: 'fold/roc_auc', value: 0.98, timestamp: at, step: 1 },
      { key: 'artifact_bytes', value: 3, timestamp: at, step: 0 },
    ]);
  });
  it('has the same parameters from the start to the end: MLflow takes none back', () => {
    const [before, after] = [started, ended].map((status) => runOfTraining(training(status), undefined)?.params);
    expect(before).toEqual({ algorithm: 'xgboost', task: 'BinaryClassification', target: 'malignant', max_depth: '4', booster: 'dart' });
    expect(after).toEqual(before);
  });
  it('goes to the experiment that it names, or to that of its namespace and model', () => {
    expect(runOfTraining(training(started), undefined)?.experiment).toBe('ml/tumour');
    expect(runOfTraining(training(started, { mlflow: { enabled: true, experiment: 'mine' } }), undefined)?.experiment).toBe('mine');
  });
  it('is nested in its parent', () => {
    expect(runOfTraining(training(started), 'r1')?.tags['mlflow.parentRunId']).toBe('r1');
    expect(runOfTraining(training(started), undefined)?.tags).not.toHaveProperty(['mlflow.parentRunId']);
  });
  it('is told again only when something of it changed', () => {
    const digest = (status: object): string => digestOf(runOfTraining(training(status), undefined)!);
    expect(digest({ ...started, progress: { percent: 50 } })).toBe(digest(started));
    expect(digest(ended)).not.toBe(digest(started));
  });
});

describe('an Experiment', () => {
  const experiment = (status: object | undefined, direction = 'Maximize'): Experiment => ({
    apiVersion: 'trainyard.dev/v1alpha1',
    kind: 'Experiment',
    metadata: { name: 'families', namespace: 'ml', uid: 'e1' },
    spec: { model: 'tumour', objective: { metric: 'roc_auc', direction }, template: { mlflow: { enabled: true } }, candidates: [{ name: 'xgb' }, { name: 'forest' }], seed: 1, comparison: { test: 'CorrectedResampledT', alpha: 0.05 } },
    ...(status === undefined ? {} : { status }),
  } as unknown as Experiment);
  const trial = (name: string, minute: number, value: number | undefined): TrainingRun =>
    training({ ...started, completionTime: `2026-01-01T00:0${minute}:00Z`, metrics: value === undefined ? [] : [{ name: 'roc_auc', split: 'CV', value }, { name: 'roc_auc', split: 'Test', value: 0.5 }] }, {}, { name });
  const trials = [trial('c', 3, 0.97), trial('a', 1, 0.95), trial('d', 4, undefined), trial('b', 2, 0.9), training(started, {}, { name: 'e' })];
  const best = (direction: string): unknown => runOfExperiment(experiment(started, direction), trials)?.metrics.map(({ key, value, step }) => [key, value, step]);

  it('that has not begun is nothing', () => expect(runOfExperiment(experiment(undefined), [])).toBeUndefined());
  it('has the best score after each trial that has one, in the order in which they ended', () => {
    expect(best('Maximize')).toEqual([['best/roc_auc', 0.95, 1], ['best/roc_auc', 0.95, 2], ['best/roc_auc', 0.97, 3]]);
    expect(best('Minimize')).toEqual([['best/roc_auc', 0.95, 1], ['best/roc_auc', 0.9, 2], ['best/roc_auc', 0.9, 3]]);
  });
  it('says in the end who won, and how surely', () => {
    const verdict = { winner: 'xgb', trialRef: 'families-xgb', significant: false, text: 'no significant winner' };
    expect(runOfExperiment(experiment({ ...started, completionTime: '2026-01-01T00:01:00Z', ...conditions('Succeeded', 'True', 'Succeeded'), verdict }), [])).toMatchObject({
      status: 'FINISHED',
      tags: { 'trainyard.winner': 'xgb', 'trainyard.winner.significant': 'false', 'mlflow.note.content': 'no significant winner' },
    });
  });
});

describe('a ModelVersion', () => {
  const version = (status: object): ModelVersion => ({
    apiVersion: 'trainyard.dev/v1alpha1',
    kind: 'ModelVersion',
    metadata: { name: 'tumour-3', namespace: 'ml', uid: 'v1' },
    spec: { model: 'tumour', version: 3, stage: 'Staging', artifact: { uri: 's3://models/x/model.onnx', sha256: 'b' }, manifest: { uri: 's3://models/x/manifest.json', sha256: 'a' }, aliases: ['champion', 'candidate'] },
    status,
  } as unknown as ModelVersion);

  it('is nothing before its bytes are verified', () => {
    expect(versionOf(version({}), undefined)).toBeUndefined();
    expect(versionOf(version(conditions('ArtifactVerified', 'False', 'DigestMismatch')), undefined)).toBeUndefined();
  });
  it('has those aliases that mean it, and lies where its files do', () => {
    expect(versionOf(version({ ...conditions('ArtifactVerified', 'True', 'DigestsMatch'), aliases: ['champion'] }), 'r1')).toMatchObject({
      model: 'ml.tumour', source: 's3://models/x', runId: 'r1', aliases: ['champion'], tags: { 'trainyard.uid': 'v1', 'trainyard.version': '3', 'trainyard.stage': 'Staging', 'trainyard.approved': 'false' },
    });
  });
});

describe('what MLflow takes', () => {
  it.each([['learning_rate', 'learning_rate'], ['a:b*c', 'a_b_c'], ['/a', 'a'], ['größe', 'gr__e'], ['x'.repeat(300), 'x'.repeat(250)]])('the key %s is %s', (name, key) => expect(mlflowKey(name)).toBe(key));
  it('texts are cut to what MLflow takes, and empty tags left out', () => {
    expect(param('a', 'x'.repeat(7000))[1]).toHaveLength(6000);
    expect(param('a', [1, { b: 2 }])).toEqual(['a', '[1,{"b":2}]']);
    expect(tags({ a: '', b: undefined, c: 'x'.repeat(6000) })).toEqual({ c: `${'x'.repeat(4999)}…` });
  });
});
