import type { Experiment, ExperimentSpecCandidateSearch } from '../../crds/generated/experiment.ts';
import type { TrainingRun } from '../../crds/generated/training-run.ts';
import { controllerOf } from '../../operator/runtime/owners.ts';
import { isScored, labels, trialOf, type Scored, type Trial } from './trials.ts';

/** What every part of the report is made from. */
export interface Study {
  readonly experiment: Experiment;
  readonly now: Date;
  readonly metric: string;
  readonly maximize: boolean;
  /** In the order in which they were begun: the candidates take turns. */
  readonly trials: readonly Trial[];
  /** In the order of the spec. */
  readonly contenders: readonly Contender[];
  /** TrainingRuns with the label of the experiment that are not its own. */
  readonly foreign: number;
}

export interface Contender {
  readonly name: string;
  readonly algorithm: string;
  /** In the spec: the same candidate has the same colour in all figures. */
  readonly place: number;
  readonly search: ExperimentSpecCandidateSearch | undefined;
  readonly trials: readonly Trial[];
  /** The trial that competes for it. */
  readonly best: Best | undefined;
  /** Of its trials that ended, together. */
  readonly seconds: number;
}

export type Searching = Contender & { readonly search: NonNullable<Contender['search']> };

export type Best = Pick<Scored, 'name' | 'number' | 'score' | 'stdDev' | 'folds' | 'gatesPassed' | 'latencyP99Ms' | 'sizeBytes' | 'fairness' | 'parameters'>;

export function studyOf(experiment: Experiment, runs: readonly TrainingRun[], now: Date): Study {
  const { spec } = experiment;
  const maximize = spec.objective.direction === 'Maximize';
  const own = runs.filter((run) => controllerOf(run)?.uid === experiment.metadata.uid);
  const places = new Map(spec.candidates.map(({ name }, place) => [name, place]));
  const trials = own
    // Runs of a study of the winner compete with nobody.
    .filter(({ metadata }) => metadata.labels?.[labels.study] === undefined)
    .map((run) => trialOf(experiment, run))
    .filter(({ candidate }) => places.has(candidate))
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0) || (places.get(a.candidate) ?? 0) - (places.get(b.candidate) ?? 0));
  const contenders = spec.candidates.map(({ name, algorithm, search }, place): Contender => {
    const ownTrials = trials.filter(({ candidate }) => candidate === name);
    const seconds = experiment.status?.candidates?.find((one) => one.name === name)?.seconds ?? secondsOf(ownTrials);
    return { name, algorithm: algorithm.name, place, search, trials: ownTrials, best: deletedBest(experiment, name, ownTrials) ?? bestOf(ownTrials, maximize), seconds };
  });
  return { experiment, now, metric: spec.objective.metric, maximize, trials, contenders, foreign: runs.length - own.length };
}

/** Best first; equal scores keep their order. */
export function ranked(trials: readonly Trial[], maximize: boolean): readonly Scored[] {
  return trials.filter(isScored).toSorted((a, b) => (maximize ? b.score - a.score : a.score - b.score));
}

/** Those with a score, best first, then the others. */
export function byScore({ contenders, maximize }: Pick<Study, 'contenders' | 'maximize'>): readonly Contender[] {
  const value = ({ best }: Contender): number => (best === undefined ? Infinity : maximize ? -best.score : best.score);
  return contenders.toSorted((a, b) => (value(a) === value(b) ? 0 : value(a) - value(b)));
}

/** The best one that passed its gates, or else the best one. */
function bestOf(trials: readonly Trial[], maximize: boolean): Best | undefined {
  const inOrder = ranked(trials, maximize);
  return inOrder.find(({ gatesPassed }) => gatesPassed) ?? inOrder[0];
}

/** What the status still knows of the best trial where its TrainingRun was deleted after the end. */
function deletedBest({ status }: Experiment, candidate: string, trials: readonly Trial[]): Best | undefined {
  const { bestTrial: name, score } = status?.candidates?.find((one) => one.name === candidate) ?? {};
  if (name === undefined || score === undefined || trials.some((trial) => trial.name === name)) return undefined;
  const entry = status?.leaderboard?.find(({ trialRef }) => trialRef === name);
  const { stdDev, gatesPassed = false, latencyP99Ms, sizeBytes, fairness, parameters = {} } = entry ?? {};
  return { name, number: undefined, score, stdDev, folds: [], gatesPassed, latencyP99Ms, sizeBytes, fairness, parameters };
}

function secondsOf(trials: readonly Trial[]): number {
  return Math.round(trials.reduce((sum, { start, end }) => sum + (start === undefined || end === undefined ? 0 : Math.max(0, end - start)), 0) / 1000);
}
