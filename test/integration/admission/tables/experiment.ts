import { change, immutable, named, type Case, type Manifest } from '../cases.ts';
import { experiment } from '../samples.ts';
import { aliasCases } from './aliases.ts';
import { trainingSpecCases } from './training-spec.ts';

const rejected = { accepted: false, by: 'rule' } as const;

const int = { name: 'max_depth', type: 'Int', min: 2, max: 8 };
const float = { name: 'learning_rate', type: 'Float', min: 0.01, max: 0.3 };
const booster = { name: 'booster', type: 'Categorical', values: ['gbtree', 'dart'] };
/** The first candidate searches this space. */
const searching = (space: readonly object[], more: object = {}): Manifest => change(experiment, { 'candidates.0.search': { space, ...more } });
const dimension = 'an Int or a Float needs min and max';

const own = { name: 'custom', image: 'registry.example/team/own:1' };
const torchrun = { 'template.distributed': { engine: 'Torchrun', workers: 2 } };
const imageCases: readonly Case[] = [
  { name: 'an image of one\'s own may be a candidate', object: change(experiment, { 'candidates.1': { name: 'own', algorithm: own } }), accepted: true },
  { name: 'a candidate of one\'s own needs an image', object: change(experiment, { 'candidates.1': { name: 'own', algorithm: { name: 'custom' } } }), ...rejected, message: 'name: custom needs image' },
  { name: 'a candidate of Trainyard\'s takes no image', object: change(experiment, { 'candidates.1': { name: 'own', algorithm: { ...own, name: 'svm' } } }), ...rejected, message: 'name: custom needs image' },
  { name: 'torchrun starts candidates of one\'s own', object: change(experiment, { ...torchrun, 'candidates.0.algorithm': own }), accepted: true },
  { name: 'torchrun starts no other candidate beside them', object: change(experiment, { ...torchrun, 'candidates.1': { name: 'own', algorithm: own } }), ...rejected, message: 'Torchrun runs a program of your own' },
];

const searchCases: readonly Case[] = [
  { name: 'a search of numbers and texts is accepted', object: searching([int, { ...float, scale: 'Log' }, booster], { sampler: 'TPE', maxTrials: 20 }), accepted: true },
  { name: 'a search may choose among lists, numbers and booleans', object: searching([{ name: 'hidden_layer_sizes', type: 'Categorical', values: [[64], [64, 32]] }, { name: 'warm_start', type: 'Categorical', values: [true, false] }, { name: 'alpha', type: 'Categorical', values: [0.1, 1] }]), accepted: true },
  { name: 'a nested space is accepted', object: searching([booster, { ...float, name: 'rate_drop', when: { parameter: 'booster', values: ['dart'] } }]), accepted: true },
  { name: 'a nested space names a parameter that there is', object: searching([booster, { ...float, when: { parameter: 'grower', values: ['dart'] } }]), ...rejected, message: 'when.parameter must name another parameter of the space' },
  { name: 'a parameter does not depend on itself', object: searching([{ ...booster, when: { parameter: 'booster', values: ['dart'] } }]), ...rejected, message: 'when.parameter must name another parameter of the space' },
  { name: 'a search needs a space', object: change(experiment, { 'candidates.0.search': { maxTrials: 3 } }), accepted: false, by: 'schema', message: 'search.space: Required value' },
  { name: 'a space needs a parameter', object: searching([]), accepted: false, by: 'schema', message: 'should have at least 1 items' },
  { name: 'a parameter stands once in a space', object: searching([int, { ...int, max: 9 }]), ...rejected, message: 'Duplicate value' },
  { name: 'a number needs both ends', object: searching([{ ...int, max: undefined }]), ...rejected, message: dimension },
  { name: 'a choice has no ends', object: searching([{ ...booster, min: 1 }]), ...rejected, message: dimension },
  { name: 'a choice has no step', object: searching([{ ...booster, step: 1 }]), ...rejected, message: dimension },
  { name: 'a range of one value is accepted', object: searching([{ ...int, max: 2 }]), accepted: true },
  { name: 'a range must not be upside down', object: searching([{ ...int, max: 1 }]), ...rejected, message: 'min must not be above max' },
  { name: 'a logarithm begins above 0', object: searching([{ ...float, min: 0, scale: 'Log' }]), ...rejected, message: 'scale Log needs a min above 0 and has no step' },
  { name: 'a logarithm has no step', object: searching([{ ...float, step: 0.01, scale: 'Log' }]), ...rejected, message: 'scale Log needs a min above 0 and has no step' },
  { name: 'a choice has no logarithm', object: searching([{ ...booster, scale: 'Log' }]), ...rejected, message: 'scale Log needs a min above 0 and has no step' },
  { name: 'a step leads on', object: searching([{ ...float, step: 0 }]), ...rejected, message: 'step must be above 0' },
  { name: 'a whole number begins at one', object: searching([{ ...int, min: 1.5 }]), ...rejected, message: 'min, max and step of an Int must be whole numbers' },
  { name: 'a whole number ends at one', object: searching([{ ...int, max: 7.5 }]), ...rejected, message: 'min, max and step of an Int must be whole numbers' },
  { name: 'a whole number steps by whole ones', object: searching([{ ...int, step: 0.5 }]), ...rejected, message: 'min, max and step of an Int must be whole numbers' },
  { name: 'a whole number as large as its field is accepted', object: searching([{ ...int, max: 1e9 }]), accepted: true },
  { name: 'a number larger than that is not', object: searching([{ ...int, max: 1e10 }]), accepted: false, by: 'schema', message: 'max' },
  { name: 'a grid of numbers needs steps', object: searching([float], { sampler: 'Grid' }), ...rejected, message: 'with the sampler Grid a Float needs a step' },
  { name: 'a grid with steps is accepted', object: searching([{ ...float, min: 0.1, step: 0.1 }, int, booster], { sampler: 'Grid' }), accepted: true },
  { name: 'a sampler that there is not is refused', object: searching([int], { sampler: 'CMAES' }), accepted: false, by: 'schema', message: 'search.sampler' },
  { name: 'a search makes a trial at least', object: searching([int], { maxTrials: 0 }), accepted: false, by: 'schema', message: 'search.maxTrials' },
  { name: 'a name of 20 characters leaves room for the number of a trial', object: change(searching([int]), { 'candidates.0.name': 'a'.repeat(20) }), accepted: true },
  { name: 'a name of 21 characters does not', object: change(searching([int]), { 'candidates.0.name': 'a'.repeat(21) }), ...rejected, message: 'must have at most 20 characters' },
  { name: 'a candidate cannot have the name of another one\'s trial', object: change(searching([int]), { 'candidates.1': { name: 'xgb-12', algorithm: { name: 'svm' } } }), ...rejected, message: 'must not have the name of another one' },
  { name: 'a name that only begins alike is accepted', object: change(searching([int]), { 'candidates.1': { name: 'xgb-v12', algorithm: { name: 'svm' } } }), accepted: true },
  { name: 'without a search such a name is nobody\'s trial', object: change(experiment, { 'candidates.1': { name: 'xgb-12', algorithm: { name: 'svm' } } }), accepted: true },
  { name: 'a goal, a budget, a seed and a number of trials are accepted', object: change(experiment, { 'objective.goal': 0.99, budget: { maxDuration: '2h', maxBillableSeconds: 20000 }, seed: 7, maxTrials: 30 }), accepted: true },
  { name: 'stopping early by the median is accepted', object: change(experiment, { earlyStopping: { type: 'Median', minSteps: 2, minTrials: 3 } }), accepted: true },
  { name: 'stopping early by halving is accepted', object: change(experiment, { earlyStopping: { type: 'ASHA', reductionFactor: 2 } }), accepted: true },
  { name: 'a rule that there is not is refused', object: change(experiment, { earlyStopping: { type: 'Hyperband' } }), accepted: false, by: 'schema', message: 'spec.earlyStopping.type' },
  { name: 'a trial may do a fold at least', object: change(experiment, { earlyStopping: { type: 'Median', minSteps: 0 } }), accepted: false, by: 'schema', message: 'spec.earlyStopping.minSteps' },
  { name: 'a median is of one trial at least', object: change(experiment, { earlyStopping: { type: 'Median', minTrials: 0 } }), accepted: false, by: 'schema', message: 'spec.earlyStopping.minTrials' },
  { name: 'one of one is no choice', object: change(experiment, { earlyStopping: { type: 'ASHA', reductionFactor: 1 } }), accepted: false, by: 'schema', message: 'spec.earlyStopping.reductionFactor' },
  { name: 'a study of sensitivity is accepted', object: change(experiment, { studies: { sensitivity: true } }), accepted: true },
  { name: 'groups of features are accepted', object: change(experiment, { studies: { featureGroups: [{ name: 'a'.repeat(16), columns: ['mean_radius', 'worst_radius'] }, { name: 'texture', columns: ['mean_texture'] }] } }), accepted: true },
  { name: 'a group of features has a name once', object: change(experiment, { studies: { featureGroups: [{ name: 'radius', columns: ['a'] }, { name: 'radius', columns: ['b'] }] } }), ...rejected, message: 'Duplicate value' },
  { name: 'a group of features has a column at least', object: change(experiment, { studies: { featureGroups: [{ name: 'radius', columns: [] }] } }), accepted: false, by: 'schema', message: 'should have at least 1 items' },
  { name: 'a group of features cannot have a name that is too long for its run', object: change(experiment, { studies: { featureGroups: [{ name: 'a'.repeat(17), columns: ['a'] }] } }), accepted: false, by: 'schema', message: 'featureGroups' },
  { name: 'beside a study no candidate has the name of its runs', object: change(experiment, { 'candidates.0.name': 'without-radius', studies: { featureGroups: [{ name: 'radius', columns: ['a'] }] } }), ...rejected, message: 'no candidate may have a name that begins with without-' },
  { name: 'without a study it may', object: change(experiment, { 'candidates.0.name': 'without-radius' }), accepted: true },
  { name: 'a budget is a duration', object: change(experiment, { budget: { maxDuration: '2 hours' } }), accepted: false, by: 'schema', message: 'spec.budget.maxDuration' },
  { name: 'a budget of no seconds buys nothing', object: change(experiment, { budget: { maxBillableSeconds: 0 } }), accepted: false, by: 'schema', message: 'spec.budget.maxBillableSeconds' },
  { name: 'a seed is not negative', object: change(experiment, { seed: -1 }), accepted: false, by: 'schema', message: 'spec.seed' },
  { name: 'more than a thousand trials are refused', object: change(experiment, { maxTrials: 1001 }), accepted: false, by: 'schema', message: 'spec.maxTrials' },
];

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
  ...aliasCases(experiment, 'winner.aliases'),
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
  ...searchCases,
  ...imageCases,
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
    'winner.approvalRequired': true,
    'winner.aliases': ['champion'],
    'template.mlflow.enabled': false,
    'template.mlflow.experiment': 'tumours',
    'comparison.alpha': 0.01,
    'comparison.tieBreakers': ['ModelSize'],
    'objective.goal': 0.9,
    'earlyStopping.type': 'ASHA',
    'studies.sensitivity': true,
    'studies.featureGroups': [{ name: 'radius', columns: ['mean_radius'] }],
    seed: 2,
    maxTrials: 3,
    budget: { maxDuration: '1h' },
  }),
  ...immutable(change(searching([int]), { maxTrials: 3, budget: { maxDuration: '1h' } }), { maxTrials: undefined, budget: undefined, 'budget.maxDuration': '2h', 'candidates.0.search.maxTrials': 4, 'candidates.0.search.space.0.max': 9 }),
  ...immutable(change(experiment, { 'template.gates': [{ metric: 'roc_auc', min: 0.9 }] }), { 'template.gates': undefined }),
  ...immutable(change(searching([int]), { maxTrials: 3 }), { maxTrials: 4 }),
  { name: 'an update that changes nothing of a search is accepted', old: change(searching([int]), { maxTrials: 3, budget: { maxDuration: '1h' } }), object: change(searching([int]), { maxTrials: 3, budget: { maxDuration: '1h' } }), accepted: true },
  { name: 'suspend can be changed', old: experiment, object: change(experiment, { suspend: true }), accepted: true },
  { name: 'an update that changes nothing is accepted', old: experiment, object: experiment, accepted: true },
];
