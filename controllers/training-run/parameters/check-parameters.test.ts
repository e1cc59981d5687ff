import { describe, expect, it } from 'vitest';
import type { TrainingRun } from '../../../crds/generated/training-run.ts';
import { checkParameters } from './check-parameters.ts';

type Spec = TrainingRun['spec'];

const problemOf = (name: Spec['algorithm']['name'], parameters: Record<string, unknown>, task: Spec['task'] = 'BinaryClassification') => checkParameters({ spec: { task, algorithm: { name, parameters } } as Spec });

describe('parameters, before a pod is made', () => {
  it.each<[name: Spec['algorithm']['name'], parameters: Record<string, unknown>, task?: Spec['task']]>([
    ['xgboost', {}],
    ['xgboost', { max_depth: 4, learning_rate: 0.1, n_jobs: 2 }],
    ['xgboost', { eta: 0.1, rate_drop: 0.2 }], // names of the booster, which the estimator passes on
    ['randomForest', { n_estimators: 10, class_weight: { 0: 1, 1: 5 } }],
    ['randomForest', { criterion: 'friedman_mse' }, 'Regression'],
    ['svm', { C: 2, epsilon: 0.1 }, 'Regression'],
    ['custom', { whatever: 1 }],
    ['ridge', { whatever: 1 }], // not for classification, which the schema says
  ])('%s takes %j', (name, parameters, task) => expect(problemOf(name, parameters, task)).toBeUndefined());

  it.each<[name: Spec['algorithm']['name'], parameters: Record<string, unknown>, problem: object, task?: Spec['task']]>([
    ['xgboost', { max_dept: 4 }, { reason: 'UnknownParameter', message: "algorithm.parameters: xgboost (xgboost) has no parameter 'max_dept'. Did you mean max_depth?" }],
    ['logistic', { max_depth: 4 }, { reason: 'UnknownParameter', message: expect.stringMatching(/^algorithm\.parameters: logistic \(scikit-learn\) has no parameter 'max_depth'\. Known: C, class_weight, .*\.$/) as unknown }],
    ['svm', { epsilon: 0.1 }, { reason: 'UnknownParameter' }], // of the regressor only
    ['xgboost', { max_depth: 4, early_stopping_rounds: 5 }, { reason: 'ReservedParameter', message: "algorithm.parameters: 'early_stopping_rounds' of xgboost is set by Trainyard: there is no set to stop on; choose n_estimators by cross-validation. Remove it from the parameters." }],
    ['mlp', { warm_start: true }, { reason: 'ReservedParameter' }],
    ['xgboost', { toString: 1 }, { reason: 'UnknownParameter' }],
    ['xgboost', { constructor: 1 }, { reason: 'UnknownParameter' }],
  ])('%s refuses %j', (name, parameters, problem, task) => expect(problemOf(name, parameters, task)).toMatchObject(problem));

  it('never proposes a name that is refused', () => expect(problemOf('xgboost', { devices: 'cuda' })?.message).not.toContain('Did you mean device?'));
});
