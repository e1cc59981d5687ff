import { paretoOf, type Cost } from '../../controllers/experiment/comparison/pareto.ts';
import { bestOfEach, onSameFolds, rank, type Ranked } from '../../controllers/experiment/policies/rank.ts';
import type { Slot } from '../../controllers/experiment/search/slots.ts';
import { trialOf } from '../../controllers/experiment/trials.ts';
import { label } from '../../controllers/shared/names.ts';
import type { Experiment, ExperimentSpec, ExperimentSpecCandidateSearch } from '../../crds/generated/experiment.ts';
import type { TrainingRun } from '../../crds/generated/training-run.ts';
import { controllerOf } from '../../operator/runtime/owners.ts';
import { isScored, told, type Scored, type Trial } from './trials.ts';

/** What every part of the report is made from. */
export interface Study {
  readonly experiment: Experiment;
  readonly now: Date;
  readonly metric: string;
  readonly maximize: boolean;
  /** In the order in which they were begun: the candidates take turns. */
  readonly trials: readonly Trial[];
  /** Those with a score, best first. */
  readonly ranked: readonly Scored[];
  /** Those that passed their gates and that no other one beats, and the costs that counted beside the score. */
  readonly pareto: { readonly members: readonly Scored[]; readonly measured: readonly Cost[] };
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
  const { spec, metadata } = experiment;
  const own = runs.filter((run) => controllerOf(run)?.uid === metadata.uid);
  const begun = own.flatMap((run) => slotOf(spec, run) ?? []).sort((a, b) => (a.slot.number ?? 0) - (b.slot.number ?? 0) || a.place - b.place);
  const { trials: counted } = onSameFolds(begun.map(({ slot, run }) => trialOf(experiment, slot, run)));
  const byName = new Map(counted.map((trial, i) => [trial.name, told(trial, begun[i]?.run as TrainingRun)]));
  const asTold = (some: readonly Ranked[]): readonly Scored[] => some.map(({ name }) => byName.get(name)).filter((trial): trial is Scored => trial !== undefined && isScored(trial));
  const ranked = rank(counted, spec.objective.direction);
  const competing = asTold(bestOfEach(ranked));
  const { members, measured } = paretoOf(ranked.filter(({ gatesPassed }) => gatesPassed));
  const trials = [...byName.values()];
  const contenders = spec.candidates.map(({ name, algorithm, search }, place): Contender => {
    const ownTrials = trials.filter(({ candidate }) => candidate === name);
    const seconds = experiment.status?.candidates?.find((one) => one.name === name)?.seconds ?? secondsOf(ownTrials);
    return { name, algorithm: algorithm.name, place, search, trials: ownTrials, best: deletedBest(experiment, name, ownTrials) ?? competing.find(({ candidate }) => candidate === name), seconds };
  });
  return {
    experiment, now, metric: spec.objective.metric, maximize: spec.objective.direction === 'Maximize', trials, ranked: asTold(ranked), contenders,
    pareto: { members: asTold(members), measured }, foreign: runs.length - own.length,
  };
}

/** The slot that a run says it fills. Runs of a study of the winner compete with nobody. */
function slotOf({ candidates }: ExperimentSpec, run: TrainingRun): { readonly slot: Slot; readonly place: number; readonly run: TrainingRun } | undefined {
  const { name, labels = {} } = run.metadata;
  const place = candidates.findIndex((candidate) => candidate.name === labels[label.candidate]);
  const candidate = candidates[place];
  if (candidate === undefined || labels[label.study] !== undefined) return undefined;
  const number = Number(labels[label.trial] ?? 'none');
  return { slot: { candidate, number: Number.isInteger(number) ? number : undefined, name }, place, run };
}

/** Those with a score, best first, then the others. */
export function byScore({ contenders, maximize }: Pick<Study, 'contenders' | 'maximize'>): readonly Contender[] {
  const value = ({ best }: Contender): number => (best === undefined ? Infinity : maximize ? -best.score : best.score);
  return contenders.toSorted((a, b) => (value(a) === value(b) ? 0 : value(a) - value(b)));
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
