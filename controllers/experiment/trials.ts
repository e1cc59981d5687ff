import type { Experiment } from '../../crds/generated/experiment.ts';
import type { TrainingRun, TrainingRunInput } from '../../crds/generated/training-run.ts';
import { getCondition } from '../../operator/runtime/conditions.ts';
import { controllerOf, ownerReference } from '../../operator/runtime/owners.ts';
import { label, managedByValue } from '../shared/names.ts';
import type { Parameters } from './search/question.ts';
import type { Slot } from './search/slots.ts';

/** A TrainingRun to be made. */
export interface Start {
  readonly slot: Slot;
  /** What was chosen for it; undefined where nothing was to be chosen. */
  readonly parameters: Parameters | undefined;
}

export type TrialState = 'Missing' | 'Running' | 'Scored' | 'Stopped' | 'Failed';

/** A slot and the TrainingRun that fills it. */
export interface Trial {
  readonly slot: Slot;
  readonly candidate: string;
  readonly algorithm: string;
  readonly name: string;
  readonly state: TrialState;
  /** Why it has no score. */
  readonly problem: string | undefined;
  readonly run: TrainingRun | undefined;
  /** What the search chose for it; undefined without a search. */
  readonly chosen: Parameters | undefined;
  readonly score: { readonly mean: number; readonly stdDev: number | undefined; readonly n: number | undefined; readonly foldsDigest: string; readonly folds: readonly number[] } | undefined;
  /** Scores of the folds that it has done, in their order. */
  readonly doneFolds: readonly number[];
  readonly gatesPassed: boolean;
  /** What ties are broken by; undefined where it was not measured. */
  readonly latencyP99Ms: number | undefined;
  readonly sizeBytes: number | undefined;
  readonly fairness: number | undefined;
}

/** The TrainingRun of a slot: the template with the candidate's algorithm. It never registers; the experiment does, for the winner. */
export function buildTrial(experiment: Experiment, { candidate, name, number, without }: Slot, chosen?: Parameters): TrainingRunInput {
  const { metadata, spec } = experiment;
  const { algorithm } = candidate;
  return {
    apiVersion: 'trainyard.dev/v1alpha1',
    kind: 'TrainingRun',
    metadata: {
      name,
      namespace: metadata.namespace ?? '',
      labels: {
        [label.managedBy]: managedByValue, [label.experiment]: metadata.name, [label.candidate]: candidate.name, [label.model]: spec.model,
        ...(number === undefined ? {} : { [label.trial]: String(number) }),
        ...(without === undefined ? {} : { [label.study]: without.name }),
      },
      ownerReferences: [ownerReference(experiment)],
    },
    spec: {
      ...(without === undefined ? spec.template : withoutColumns(spec.template, without.columns)), model: spec.model, register: { enabled: false }, suspend: spec.suspend,
      algorithm: chosen === undefined ? algorithm : { ...algorithm, parameters: { ...algorithm.parameters, ...chosen } },
    },
  };
}

/** Without gates too: less is known on purpose. */
function withoutColumns({ data, gates: _none, ...others }: Experiment['spec']['template'], columns: readonly string[]): Omit<Experiment['spec']['template'], 'gates'> {
  return { ...others, data: { ...data, drop: [...new Set([...(data.drop ?? []), ...columns])] } };
}

/** Runs under way whose `suspend` is not the experiment's. */
export function followsSuspend({ suspend }: Experiment['spec'], trials: readonly Trial[]): readonly { readonly trial: string; readonly value: boolean }[] {
  return trials.flatMap(({ name, state, run }) => (state === 'Running' && run !== undefined && run.spec.suspend !== suspend ? [{ trial: name, value: suspend }] : []));
}

/** How a slot stands. A score that is not a number is a failure, never a winner; so is a namesake that somebody else made. */
export function trialOf(experiment: Experiment, slot: Slot, run: TrainingRun | undefined): Trial {
  const { latencyP99Ms, fairness, artifact, foldScores = [] } = run?.status ?? {};
  const { candidate, name } = slot;
  const base = { slot, candidate: candidate.name, algorithm: candidate.algorithm.name, name, run, chosen: chosenIn(slot, run), doneFolds: foldScores, latencyP99Ms, fairness, sizeBytes: artifact?.sizeBytes };
  if (run === undefined) return { ...base, state: 'Missing', problem: undefined, score: undefined, gatesPassed: false };
  if (controllerOf(run)?.uid !== experiment.metadata.uid) {
    return { ...base, run: undefined, state: 'Failed', problem: `NameTaken: TrainingRun ${name} exists already and does not belong to this experiment`, score: undefined, gatesPassed: false };
  }
  const succeeded = getCondition(run.status?.conditions, 'Succeeded');
  if (succeeded === undefined || succeeded.status === 'Unknown') return { ...base, state: 'Running', problem: undefined, score: undefined, gatesPassed: false };
  if (succeeded.reason === 'Stopped') return { ...base, state: 'Stopped', problem: undefined, score: undefined, gatesPassed: false };
  const metric = run.status?.metrics?.find((one) => one.split === 'CV' && one.name === experiment.spec.objective.metric);
  const foldsDigest = run.status?.data?.foldsDigest;
  // A run that only missed a gate was trained and measured: it is ranked, but cannot win.
  const measured = succeeded.status === 'True' || succeeded.reason === 'GateFailed';
  if (!measured || metric === undefined || !Number.isFinite(metric.value) || foldsDigest === undefined) {
    const problem = measured ? `no cross-validated ${experiment.spec.objective.metric}` : `${succeeded.reason}: ${succeeded.message}`;
    return { ...base, state: 'Failed', problem, score: undefined, gatesPassed: false };
  }
  return { ...base, state: 'Scored', problem: undefined, score: { mean: metric.value, stdDev: metric.stdDev, n: metric.n, foldsDigest, folds: foldScores }, gatesPassed: succeeded.status === 'True' };
}

/** Read back from the run itself, which nobody can change: there is no other record of what was tried. */
function chosenIn({ candidate: { search } }: Slot, run: TrainingRun | undefined): Parameters | undefined {
  if (search === undefined || run === undefined) return undefined;
  const parameters: Parameters = run.spec.algorithm?.parameters ?? {};
  return Object.fromEntries(search.space.flatMap(({ name }) => (name in parameters ? [[name, parameters[name]]] : [])));
}
