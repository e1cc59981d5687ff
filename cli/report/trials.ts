import type { Experiment } from '../../crds/generated/experiment.ts';
import type { TrainingRun } from '../../crds/generated/training-run.ts';
import { getCondition } from '../../operator/runtime/conditions.ts';

export const labels = { experiment: 'trainyard.dev/experiment', candidate: 'trainyard.dev/candidate', trial: 'trainyard.dev/trial', study: 'trainyard.dev/study' } as const;

export type Parameters = Readonly<Record<string, unknown>>;

/** What a TrainingRun of an Experiment says, in the words of the Experiment. */
export interface Trial {
  readonly candidate: string;
  /** Within its search; undefined without one. */
  readonly number: number | undefined;
  readonly name: string;
  readonly state: 'Scored' | 'Running' | 'Stopped' | 'Failed';
  /** Why it has no score, or cannot win. */
  readonly problem: string | undefined;
  readonly parameters: Parameters;
  readonly score: number | undefined;
  readonly stdDev: number | undefined;
  /** Scores of the folds that it has done. */
  readonly folds: readonly number[];
  readonly gatesPassed: boolean;
  readonly latencyP99Ms: number | undefined;
  readonly sizeBytes: number | undefined;
  readonly fairness: number | undefined;
  /** Milliseconds since 1970. */
  readonly start: number | undefined;
  readonly end: number | undefined;
}

export type Scored = Trial & { readonly score: number };

export function isScored(trial: Trial): trial is Scored {
  return trial.score !== undefined;
}

/** As the operator counts it: a run that only missed a gate has a score and cannot win; one on other folds has none. */
export function trialOf({ spec, status }: Experiment, { metadata, spec: { algorithm }, status: ran }: TrainingRun): Trial {
  const number = Number(metadata.labels?.[labels.trial] ?? 'none');
  const base = {
    candidate: metadata.labels?.[labels.candidate] ?? '', number: Number.isInteger(number) ? number : undefined, name: metadata.name, parameters: algorithm?.parameters ?? {},
    folds: (ran?.foldScores ?? []).filter(Number.isFinite), score: undefined, stdDev: undefined, gatesPassed: false, problem: undefined,
    latencyP99Ms: finite(ran?.latencyP99Ms), sizeBytes: finite(ran?.artifact?.sizeBytes), fairness: finite(ran?.fairness), start: timeOf(ran?.startTime), end: timeOf(ran?.completionTime),
  };
  const succeeded = getCondition(ran?.conditions, 'Succeeded');
  if (succeeded === undefined || succeeded.status === 'Unknown') return { ...base, state: 'Running' };
  if (succeeded.reason === 'Stopped') return { ...base, state: 'Stopped', problem: succeeded.message };
  const metric = ran?.metrics?.find(({ name, split }) => split === 'CV' && name === spec.objective.metric);
  const score = finite(metric?.value);
  const foldsDigest = ran?.data?.foldsDigest;
  const problem = `${succeeded.reason}: ${succeeded.message}`;
  if (succeeded.status !== 'True' && succeeded.reason !== 'GateFailed') return { ...base, state: 'Failed', problem };
  if (score === undefined || foldsDigest === undefined) return { ...base, state: 'Failed', problem: `no cross-validated ${spec.objective.metric}` };
  if (status?.foldsDigest !== undefined && status.foldsDigest !== foldsDigest) return { ...base, state: 'Failed', problem: `FoldsDiffer: measured on folds ${foldsDigest.slice(0, 12)}, the others on ${status.foldsDigest.slice(0, 12)}` };
  const gatesPassed = succeeded.status === 'True';
  return { ...base, state: 'Scored', score, stdDev: finite(metric?.stdDev), gatesPassed, problem: gatesPassed ? undefined : problem };
}

function finite(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

function timeOf(text: string | undefined): number | undefined {
  return finite(Date.parse(text ?? ''));
}

/** What a person calls it. */
export function nameOf({ candidate, number }: Pick<Trial, 'candidate' | 'number'>): string {
  return number === undefined ? candidate : `${candidate} ${number}`;
}
