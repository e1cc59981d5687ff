// Experiments and their TrainingRuns as the API server gives them.
import type { Experiment, ExperimentInput, ExperimentStatus } from '../../../crds/generated/experiment.ts';
import type { TrainingRun, TrainingRunStatus } from '../../../crds/generated/training-run.ts';
import { validateExperimentSpec } from '../../../crds/generated/validate.js';
import { studyOf, type Study } from '../study.ts';

export const now = new Date('2026-01-01T12:00:00Z');
const uid = 'uid-1';

export function experiment(status: ExperimentStatus | undefined = {}, more: Partial<ExperimentInput['spec']> = {}, name = 'families'): Experiment {
  const spec: unknown = structuredClone({
    model: 'tumour',
    objective: { metric: 'roc_auc', direction: 'Maximize' },
    template: { task: 'BinaryClassification', data: { source: { uri: 's3://data/tumour.csv' }, target: 'malignant' }, metrics: { primary: 'roc_auc' } },
    candidates: [{ name: 'xgb', algorithm: { name: 'xgboost' } }, { name: 'logistic', algorithm: { name: 'logistic', parameters: { C: 1 } } }],
    ...more,
  });
  if (!validateExperimentSpec(spec)) throw new Error(JSON.stringify(validateExperimentSpec.errors));
  return { apiVersion: 'trainyard.dev/v1alpha1', kind: 'Experiment', metadata: { name, namespace: 'ml', uid }, spec, ...(status === undefined ? {} : { status }) };
}

export interface Ran {
  readonly number?: number;
  readonly parameters?: Record<string, unknown>;
  readonly scores?: readonly number[];
  /** Reason of the end; left out: Succeeded. */
  readonly reason?: string;
  readonly message?: string;
  readonly running?: boolean;
  readonly latencyP99Ms?: number;
  readonly sizeBytes?: number;
  readonly fairness?: number;
  /** Seconds after the start of the experiment. */
  readonly from?: number;
  readonly to?: number;
  readonly digest?: string;
  readonly owner?: string;
  /** Group of columns that it does without. */
  readonly without?: string;
}

const began = now.getTime() - 3_600_000;

function time(seconds: number): string {
  return new Date(began + 1000 * seconds).toISOString();
}

/** A trial that ended, with these scores of its folds. */
export function run(candidate: string, { number, parameters, scores = [], reason = 'Succeeded', message = 'done', running = false, latencyP99Ms, sizeBytes, fairness, from, to, digest = 'a'.repeat(64), owner = uid, without }: Ran = {}): TrainingRun {
  const name = `families-${without === undefined ? candidate : `without-${without}`}${number === undefined ? '' : `-${number}`}`;
  const { spec: { template } } = experiment();
  const mean = scores.reduce((sum, one) => sum + one, 0) / scores.length;
  const stdDev = Math.sqrt(scores.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, scores.length - 1));
  const status: TrainingRunStatus = {
    foldScores: [...scores],
    ...(running ? {} : { conditions: [{ type: 'Succeeded', status: reason === 'Succeeded' ? 'True' : 'False', reason, message, lastTransitionTime: time(0) }], data: { foldsDigest: digest } }),
    ...(running || scores.length === 0 ? {} : { metrics: [{ name: 'roc_auc', split: 'CV' as const, value: mean, stdDev, n: scores.length }] }),
    ...(latencyP99Ms === undefined ? {} : { latencyP99Ms }), ...(fairness === undefined ? {} : { fairness }), ...(sizeBytes === undefined ? {} : { artifact: { sizeBytes } }),
    ...(from === undefined ? {} : { startTime: time(from) }), ...(to === undefined ? {} : { completionTime: time(to) }),
  };
  return {
    apiVersion: 'trainyard.dev/v1alpha1',
    kind: 'TrainingRun',
    metadata: {
      name, namespace: 'ml', labels: { 'trainyard.dev/experiment': 'families', 'trainyard.dev/candidate': candidate, ...(number === undefined ? {} : { 'trainyard.dev/trial': String(number) }), ...(without === undefined ? {} : { 'trainyard.dev/study': without }) },
      ownerReferences: [{ apiVersion: 'trainyard.dev/v1alpha1', kind: 'Experiment', name: 'families', uid: owner, controller: true }],
    },
    spec: { ...template, model: 'tumour', register: { enabled: false }, suspend: false, stop: false, algorithm: { name: 'xgboost', parameters: parameters ?? {} } } as TrainingRun['spec'],
    status,
  };
}

export function study(runs: readonly TrainingRun[], of: Experiment = experiment()): Study {
  return studyOf(of, runs, now);
}

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const succeeded: ExperimentStatus['conditions'] = [
  { type: 'Succeeded', status: 'True', reason: 'Succeeded', message: 'registered as tumour-3', lastTransitionTime: time(3500) },
  { type: 'TrialsCompleted', status: 'True', reason: 'AllEnded', message: 'every trial has ended', lastTransitionTime: time(3400) },
];

const xgbSpace = [
  { name: 'max_depth', type: 'Int', min: 2, max: 8 },
  { name: 'learning_rate', type: 'Float', min: 0.01, max: 0.3, scale: 'Log' },
  { name: 'booster', type: 'Categorical', values: ['gbtree', 'dart'] },
  { name: 'rate_drop', type: 'Float', min: 0, max: 0.5, when: { parameter: 'booster', values: ['dart'] } },
] as const;
const mlpSpace = [
  { name: 'hidden_layer_sizes', type: 'Categorical', values: [[64], [64, 32], [128, 64, 32]] },
  { name: 'alpha', type: 'Float', min: 1e-6, max: 0.1, scale: 'Log' },
] as const;

/** Two searches of so many trials each, and one candidate that stands as it is; failed, stopped and ineligible trials among them. */
export function ended(each: number): { readonly of: Experiment; readonly runs: readonly TrainingRun[] } {
  const random = chance(7);
  const folds = (mean: number): readonly number[] => Array.from({ length: 5 }, () => mean + 0.02 * (random() - 0.5));
  const lanes = [0, 0, 0];
  const times = (seconds: number): { readonly from: number; readonly to: number } => {
    const lane = lanes.indexOf(Math.min(...lanes));
    const from = lanes[lane] ?? 0;
    lanes[lane] = from + seconds;
    return { from, to: from + seconds };
  };
  const runs = Array.from({ length: each }, (_, number): TrainingRun[] => {
    const [depth, rate, dart] = [2 + Math.floor(7 * random()), 0.01 * 30 ** random(), random() < 0.4];
    const xgb = { number, parameters: { n_estimators: 200, max_depth: depth, learning_rate: rate, booster: dart ? 'dart' : 'gbtree', ...(dart ? { rate_drop: 0.5 * random() } : {}) }, latencyP99Ms: 0.05 + 0.03 * depth * (dart ? 2 : 1), sizeBytes: 20_000 * depth, fairness: 0.05 + 0.1 * random(), ...times(60 + 60 * random()) };
    const alpha = 1e-6 * 1e5 ** random();
    const sizes = mlpSpace[0].values[Math.floor(3 * random())];
    const mlp = { number, parameters: { hidden_layer_sizes: sizes, alpha }, latencyP99Ms: 0.02 + 0.02 * random(), sizeBytes: 9000 + 9000 * (sizes?.length ?? 1), fairness: 0.02 + 0.05 * random(), ...times(40 + 90 * random()) };
    const xgbScores = folds(0.985 - 0.02 * Math.abs(Math.log10(rate / 0.08)) - 0.001 * Math.abs(depth - 5));
    return [
      number % 11 === 4 ? run('xgb', { ...xgb, reason: 'AttemptsExhausted', message: 'the pod was killed: out of memory' }) : number % 9 === 7 ? run('xgb', { ...xgb, reason: 'Stopped', message: 'given up', scores: xgbScores.slice(0, 2) }) : run('xgb', { ...xgb, scores: xgbScores }),
      number % 13 === 6 ? run('mlp', { ...mlp, reason: 'GateFailed', message: 'roc_auc 0.94 is below 0.95', scores: folds(0.94) }) : run('mlp', { ...mlp, scores: folds(0.972 - 0.004 * Math.abs(Math.log10(alpha) + 3)) }),
    ];
  }).flat();
  const logistic = run('logistic', { parameters: { C: 1 }, scores: folds(0.978), latencyP99Ms: 0.011, sizeBytes: 2100, fairness: 0.04, ...times(30) });
  const status: ExperimentStatus = {
    conditions: succeeded ?? [], startTime: time(0), completionTime: time(3500), foldsDigest: 'a'.repeat(64), trials: { total: 2 * each + 1 },
    verdict: { winner: 'logistic', trialRef: 'families-logistic', reason: 'TieBroken', significant: false, text: 'no significant winner: xgb has the best roc_auc 0.9849 ± 0.0041 by cross-validation, and it is not proven to be better than logistic (p 0.091 adjusted for 3 pairs); logistic wins by LatencyP99' },
    comparisons: [
      { a: 'xgb', b: 'logistic', meanDifference: 0.0068, pValue: 0.0455, adjustedP: 0.091, probabilityBetter: 0.2, ropeProbability: 0.8, verdict: 'Undecided', holdout: { test: 'DeLong', difference: 0.004, pValue: 0.2, adjustedP: 0.4, rows: 114 } },
      { a: 'xgb', b: 'mlp', meanDifference: 0.0131, pValue: 0.004, adjustedP: 0.012, probabilityBetter: 0.92, ropeProbability: 0.08, verdict: 'Better', holdout: { test: 'DeLong', difference: -0.002, pValue: 0.7, adjustedP: 0.7, rows: 114 } },
      { a: 'logistic', b: 'mlp', meanDifference: 0.0063, pValue: 0.3, adjustedP: 0.3, probabilityBetter: 0.03, ropeProbability: 0.97, verdict: 'Equivalent' },
    ],
    sensitivity: [{ candidate: 'xgb', parameter: 'learning_rate', importance: 0.81 }, { candidate: 'xgb', parameter: 'max_depth', importance: 0.19 }, { candidate: 'mlp', parameter: 'alpha', importance: 0.95 }, { candidate: 'mlp', parameter: 'hidden_layer_sizes', importance: 0.05 }],
    featureImpact: [
      { group: 'radius', trialRef: 'families-without-radius', delta: 0.021, pValue: 0.001, adjustedP: 0.002, verdict: 'Helps' },
      { group: 'texture', trialRef: 'families-without-texture', delta: -0.003, pValue: 0.4, adjustedP: 0.4, verdict: 'Unproven' },
    ],
    modelVersionRef: { name: 'tumour-3' },
  };
  const of = experiment(status, {
    candidates: [
      { name: 'xgb', algorithm: { name: 'xgboost', parameters: { n_estimators: 200 } }, search: { sampler: 'TPE', maxTrials: each, space: structuredClone(xgbSpace) as never } },
      { name: 'logistic', algorithm: { name: 'logistic', parameters: { C: 1 } } },
      { name: 'mlp', algorithm: { name: 'mlp' }, search: { sampler: 'Random', maxTrials: each, space: structuredClone(mlpSpace) as never } },
    ],
    studies: { sensitivity: true, featureGroups: [{ name: 'radius', columns: ['radius'] }, { name: 'texture', columns: ['texture'] }] }, parallelism: 3, objective: { metric: 'roc_auc', direction: 'Maximize', goal: 0.99 }, budget: { maxDuration: '2h' }, earlyStopping: { type: 'Median' },
  });
  return { of, runs: [...runs, logistic, run('logistic', { without: 'radius', scores: folds(0.96) })] };
}
