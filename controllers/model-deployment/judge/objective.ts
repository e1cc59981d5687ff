/** Requests of which only a share may be bad: failed ones, or slow ones. */
export interface RatioObjective {
  readonly type: 'ErrorRatio' | 'Latency';
  readonly name: string;
  /** Greatest share of bad requests, in (0, 1). For a latency: 1 - quantile. */
  readonly max: number;
  /** Of a latency: a request that takes longer is bad. */
  readonly maxSeconds?: number;
}

/** A number that Prometheus works out, compared with bounds. */
export interface QueryObjective {
  readonly type: 'Query';
  readonly name: string;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** Answers of candidate and stable to the same request, of which only a share may differ. */
export interface DisagreementObjective {
  readonly type: 'Disagreement';
  readonly name: string;
  /** Greatest share that may differ, in (0, 1). */
  readonly max: number;
  /** Answers to compare before the copies can end well. */
  readonly minCompared: number;
  /** Whether requests are copied at the present step; afterwards what was counted stands, and nothing is waited for. */
  readonly asked: boolean;
}

export type Objective = RatioObjective | QueryObjective | DisagreementObjective;

export interface JudgeConfig {
  readonly objectives: readonly Objective[];
  readonly compareToStable: boolean;
  /** Greatest probability of a false rollback, over all objectives together. */
  readonly alpha: number;
  /** Mean size of the bursts that have to be reckoned with until failures of stable show smaller ones; 20 unless told. */
  readonly presumedBurst?: number | undefined;
  /** Requests of the candidate within a step before it can pass. */
  readonly minRequests: number;
  /** Level of the upper bounds that a step must keep to pass. */
  readonly confidence: number;
  /** How much worse than its objective the whole deployment may be after the next weight is set. */
  readonly margin: number;
  /** Share of the traffic that the candidate gets if the step passes, in (0, 1]. */
  readonly nextShare: number;
  readonly invalidOutputRatio?: number | undefined;
  /** Greatest population stability index between the predictions of candidate and stable. */
  readonly predictionDrift?: number | undefined;
}

export function isRatio(objective: Objective): objective is RatioObjective {
  return objective.type === 'ErrorRatio' || objective.type === 'Latency';
}

/**
 * The e-value that rolls back. Each statistical test gets an equal part of alpha (Bonferroni), so that all of them
 * together raise a false alarm with probability alpha at most.
 */
export function threshold(config: JudgeConfig): number {
  return tests(config) / config.alpha;
}

export function tests(config: JudgeConfig): number {
  return Math.max(1, config.objectives.filter(({ type }) => type !== 'Query').length + (config.predictionDrift === undefined ? 0 : 1));
}
