import type { Experiment } from '../../crds/generated/experiment.ts';
import type { TrainingRun, TrainingRunInput } from '../../crds/generated/training-run.ts';
import { getCondition } from '../../operator/runtime/conditions.ts';
import { controllerOf, ownerReference } from '../../operator/runtime/owners.ts';
import { label, managedByValue } from '../shared/names.ts';

export type TrialState = 'Missing' | 'Running' | 'Scored' | 'Failed';

/** One candidate and the TrainingRun that tries it. */
export interface Trial {
  readonly candidate: string;
  readonly algorithm: string;
  readonly name: string;
  readonly state: TrialState;
  /** Why it has no score. */
  readonly problem: string | undefined;
  readonly run: TrainingRun | undefined;
  readonly score: { readonly mean: number; readonly stdDev: number | undefined; readonly n: number | undefined; readonly foldsDigest: string; readonly folds: readonly number[] } | undefined;
  readonly gatesPassed: boolean;
  /** What ties are broken by; undefined where it was not measured. */
  readonly latencyP99Ms: number | undefined;
  readonly sizeBytes: number | undefined;
  readonly fairness: number | undefined;
}

/** Deterministic, so that a candidate can never be tried twice. */
export function trialName(experiment: string, candidate: string): string {
  return `${experiment}-${candidate}`;
}

/** The TrainingRun of a candidate: the template with its algorithm. It never registers; the experiment does, for the winner. */
export function buildTrial(experiment: Experiment, candidate: Experiment['spec']['candidates'][number]): TrainingRunInput {
  const { metadata, spec } = experiment;
  return {
    apiVersion: 'trainyard.dev/v1alpha1',
    kind: 'TrainingRun',
    metadata: {
      name: trialName(metadata.name, candidate.name),
      namespace: metadata.namespace ?? '',
      labels: { [label.managedBy]: managedByValue, [label.experiment]: metadata.name, [label.candidate]: candidate.name, [label.model]: spec.model },
      ownerReferences: [ownerReference(experiment)],
    },
    spec: { ...spec.template, model: spec.model, algorithm: candidate.algorithm, register: { enabled: false }, suspend: spec.suspend },
  };
}

/** How a candidate stands. A score that is not a number is a failure, never a winner; so is a namesake that somebody else made. */
export function trialOf(experiment: Experiment, candidate: Experiment['spec']['candidates'][number], run: TrainingRun | undefined): Trial {
  const { latencyP99Ms, fairness, artifact, foldScores = [] } = run?.status ?? {};
  const base = { candidate: candidate.name, algorithm: candidate.algorithm.name, name: trialName(experiment.metadata.name, candidate.name), run, latencyP99Ms, fairness, sizeBytes: artifact?.sizeBytes };
  if (run === undefined) return { ...base, state: 'Missing', problem: undefined, score: undefined, gatesPassed: false };
  if (controllerOf(run)?.uid !== experiment.metadata.uid) {
    return { ...base, run: undefined, state: 'Failed', problem: `NameTaken: TrainingRun ${base.name} exists already and does not belong to this experiment`, score: undefined, gatesPassed: false };
  }
  const succeeded = getCondition(run.status?.conditions, 'Succeeded');
  if (succeeded === undefined || succeeded.status === 'Unknown') return { ...base, state: 'Running', problem: undefined, score: undefined, gatesPassed: false };
  const metric = run.status?.metrics?.find(({ name, split }) => split === 'CV' && name === experiment.spec.objective.metric);
  const foldsDigest = run.status?.data?.foldsDigest;
  // A run that only missed a gate was trained and measured: it is ranked, but cannot win.
  const measured = succeeded.status === 'True' || succeeded.reason === 'GateFailed';
  if (!measured || metric === undefined || !Number.isFinite(metric.value) || foldsDigest === undefined) {
    const problem = measured ? `no cross-validated ${experiment.spec.objective.metric}` : `${succeeded.reason}: ${succeeded.message}`;
    return { ...base, state: 'Failed', problem, score: undefined, gatesPassed: false };
  }
  return { ...base, state: 'Scored', problem: undefined, score: { mean: metric.value, stdDev: metric.stdDev, n: metric.n, foldsDigest, folds: foldScores }, gatesPassed: succeeded.status === 'True' };
}
