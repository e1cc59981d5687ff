import { addLook, isTotalFailure, type AllFailed } from './all-failed.ts';
import { fold, none, nothing, plus, type Answered, type Delta, type Reading } from './counters.ts';
import { addCompared, disagreementBreach, disagreementShortfall, type ComparedAnswers, type DisagreementEvidence } from './disagreement.ts';
import { addPredictions, driftBreach, driftFigures, driftShortfall, freshDrift, type Drift } from './drift.ts';
import { addInvalid, invalidBreach, type InvalidOutputs } from './invalid-outputs.ts';
import { bucketBound } from './latency.ts';
import { isRatio, tests, threshold, type JudgeConfig, type Objective } from './objective.ts';
import { compare, queryBreach, queryShortfall, type QueryEvidence, type QueryResult } from './query.ts';
import { ratioBreach, ratioShortfall, weigh, type RatioEvidence } from './ratio.ts';
import { addSplit, freshSplit, hasSettled, splitShortfall, type Split } from './split.ts';

export type Verdict = 'Pass' | 'Breach' | 'Insufficient' | 'Unavailable';
export type Evidence = RatioEvidence | QueryEvidence | DisagreementEvidence;

/** What the sources showed at one moment. `sources` lists those that answered; none means nothing is known. */
export interface Sample {
  readonly at: Date;
  readonly sources: readonly string[];
  readonly problems: readonly string[];
  readonly readings: readonly Reading[];
  /** Pods that told their counters themselves; the others' are as old as the newest scrape. */
  readonly live?: readonly string[];
  /** Failures of stable per closed 10-second window before the rollout, where a source keeps history. */
  readonly history?: readonly number[];
  /** The newest evaluation of each query. */
  readonly queries?: readonly QueryResult[];
  /** What candidate and stable answered to the same requests; absent while nobody compares. */
  readonly answers?: ComparedAnswers;
  /** Requests since the rollout began that the candidate failed and stable answered, as far as the proxies tell. */
  readonly saved?: number;
}

/** Everything the judge goes on from; kept in status, so that a restart changes no decision. */
export interface JudgeState {
  readonly readAt?: string | undefined;
  readonly sources?: string | undefined;
  /** Since when no source has answered. */
  readonly silentSince?: string | undefined;
  readonly allFailed: AllFailed;
  /** All answers, whatever the objectives: bad are those that failed. */
  readonly answered: { readonly candidate: Delta; readonly stable: Delta; readonly step: Delta };
  readonly counters: readonly Reading[];
  readonly firstBadAt?: string | undefined;
  readonly invalid?: InvalidOutputs | undefined;
  readonly drift?: Drift | undefined;
  readonly split: Split;
}

export function isRatioEvidence(item: Evidence): item is RatioEvidence {
  return item.type === 'ErrorRatio' || item.type === 'Latency';
}

/** Possible: the proxies report none until now. Seen: there were some, or nobody knows. */
export type SecondTries = 'None' | 'Possible' | 'Seen';

export interface Revisions {
  readonly candidate: string;
  readonly stable: string;
  /** Unix seconds when the rollout began. */
  readonly since: number;
  /** The present step: when its weight was set, the candidate's share of the traffic, and whether stable gets the requests that the candidate failed too. */
  readonly step?: { readonly startedAt: string; readonly share: number; readonly secondTries: SecondTries } | undefined;
}

export interface Breach {
  readonly slo?: string;
  readonly reason: 'TotalFailure' | 'SloBreached' | 'Disagreement' | 'InvalidOutputs' | 'PredictionDrift';
  readonly message: string;
}

export interface Shortfall {
  readonly text: string;
  readonly unavailable: boolean;
}

export interface Judged {
  readonly state: JudgeState;
  readonly evidence: readonly Evidence[];
}

export const freshJudge: JudgeState = { allFailed: { looks: 0, requests: 0 }, answered: { candidate: none, stable: none, step: none }, counters: [], split: freshSplit };

/** Takes one sample in: deltas of raw counters become counts, e-values, bounds and the dispersion of stable's failures. */
export function look(config: JudgeConfig, before: Judged, sample: Sample, revisions: Revisions): Judged & { candidate: Answered } {
  const { state } = before;
  if (sample.sources.length === 0) return { evidence: before.evidence, state: { ...state, silentSince: state.silentSince ?? sample.at.toISOString() }, candidate: nothing };

  const buckets = new Map(config.objectives.map((objective) => [objective.name, bucketOf(objective, sample.readings)]));
  const bounds = [...new Set([...buckets.values()].filter((bound) => bound !== undefined))];
  const { deltas, counters } = fold(state.counters, sample.readings, revisions.since, { bounds, invalid: config.invalidOutputRatio !== undefined, bins: config.predictionDrift !== undefined });
  const candidate = deltas.get(revisions.candidate) ?? nothing;
  const stable = deltas.get(revisions.stable) ?? nothing;
  const history = state.readAt === undefined ? (sample.history ?? []) : [];

  const evidence = config.objectives.flatMap((objective): Evidence[] => {
    const known = before.evidence.find((item) => item.slo === objective.name);
    if (objective.type === 'Disagreement') {
      const compared = addCompared(config, objective, known?.type === objective.type ? known : undefined, sample.answers, sample.at);
      return compared === undefined ? [] : [compared];
    }
    if (!isRatio(objective)) {
      const compared = compare(objective, known?.type === 'Query' ? known : undefined, sample.queries?.find(({ slo }) => slo === objective.name));
      return compared === undefined ? [] : [compared];
    }
    const bucket = buckets.get(objective.name);
    const part = (answered: Answered): Delta => (objective.type === 'ErrorRatio' ? { requests: answered.requests, bad: answered.bad } : (answered.within[bucket ?? ''] ?? none));
    const seen = { candidate: part(candidate), stable: part(stable) };
    return [weigh(config, objective, known !== undefined && isRatioEvidence(known) ? known : undefined, seen, sample.at, bucket, objective.type === 'ErrorRatio' ? history : [])];
  });
  const { step } = revisions;
  const answered = { candidate: plus(state.answered.candidate, candidate), stable: plus(state.answered.stable, stable), step: plus(state.answered.step, candidate) };
  // The proxies are scraped now and then, and the candidate's own count is fresher.
  const followsWeights = step !== undefined && (step.secondTries === 'None' || (step.secondTries === 'Possible' && answered.candidate.bad === 0));
  const settled = followsWeights && hasSettled(state.readAt, step.startedAt, sample.sources);
  const firstTries = step === undefined || step.secondTries === 'None' ? stable.requests : Math.max(0, stable.requests - candidate.bad);
  return {
    candidate,
    evidence,
    state: {
      readAt: sample.at.toISOString(),
      sources: sample.sources.join(','),
      allFailed: addLook(state.allFailed, candidate, firstTries, step?.share),
      answered,
      counters,
      firstBadAt: state.firstBadAt ?? (isBad(candidate) ? sample.at.toISOString() : undefined),
      invalid: config.invalidOutputRatio === undefined ? undefined : addInvalid(state.invalid ?? { count: 0, looks: 0 }, candidate.invalid),
      drift: config.predictionDrift === undefined ? undefined : addPredictions(state.drift ?? freshDrift, candidate.bins, stable.bins, sample.at),
      split: settled && candidate.requests + stable.requests > 0 ? addSplit(state.split, candidate.requests, stable.requests, step.share) : state.split,
    },
  };
}

function bucketOf(objective: Objective, readings: readonly Reading[]): string | undefined {
  return objective.type === 'Latency' ? bucketBound(readings, objective.maxSeconds ?? 0) : undefined;
}

function isBad(candidate: Answered): boolean {
  return candidate.bad > 0 || Object.values(candidate.within).some(({ bad }) => bad > 0);
}

/** The first rule that is broken, or nothing. Recomputable from what status shows. */
export function breach(config: JudgeConfig, state: JudgeState, evidence: readonly Evidence[]): Breach | undefined {
  if (isTotalFailure(state.allFailed)) {
    const slo = config.objectives.find(({ type }) => type === 'ErrorRatio')?.name;
    return { ...(slo === undefined ? {} : { slo }), reason: 'TotalFailure', message: `the candidate failed all of the last ${state.allFailed.requests} requests` };
  }
  for (const objective of config.objectives) {
    const item = evidence.find(({ slo }) => slo === objective.name);
    const message = item === undefined ? undefined : objectiveBreach(objective, item);
    if (message !== undefined) return { slo: objective.name, reason: objective.type === 'Disagreement' ? 'Disagreement' : 'SloBreached', message };
  }
  if (config.invalidOutputRatio !== undefined && state.invalid !== undefined) {
    const message = invalidBreach(state.invalid, state.answered.candidate.requests, config.invalidOutputRatio);
    if (message !== undefined) return { reason: 'InvalidOutputs', message };
  }
  if (config.predictionDrift !== undefined && state.drift !== undefined) {
    const message = driftBreach(driftFigures(state.drift, config.alpha / tests(config)), config.predictionDrift, threshold(config));
    if (message !== undefined) return { reason: 'PredictionDrift', message };
  }
  return undefined;
}

function objectiveBreach(objective: Objective, item: Evidence): string | undefined {
  if (objective.type === 'Query') return item.type === 'Query' ? queryBreach(objective, item) : undefined;
  if (objective.type === 'Disagreement') return item.type === 'Disagreement' ? disagreementBreach(objective, item) : undefined;
  return item.type === objective.type ? ratioBreach(objective, item) : undefined;
}

/** All that keeps the step from passing, the most important first. @param share the candidate's share of the traffic now. */
export function shortfalls(config: JudgeConfig, state: JudgeState, evidence: readonly Evidence[], share = 1): readonly Shortfall[] {
  const found: (Shortfall | undefined)[] = [];
  const lacking = (text: string | undefined): void => void found.push(text === undefined ? undefined : { text, unavailable: false });
  lacking(splitShortfall(state.split, share));
  if (state.answered.step.requests < config.minRequests) lacking(`fewer than ${config.minRequests} requests in this step`);
  for (const objective of config.objectives) {
    const item = evidence.find(({ slo }) => slo === objective.name);
    if (objective.type === 'Query') found.push(queryShortfall(objective, item?.type === 'Query' ? item : undefined));
    else if (objective.type === 'Disagreement') found.push(disagreementShortfall(config, objective, item?.type === 'Disagreement' ? item : undefined));
    else lacking(ratioShortfall(config, objective, item?.type === objective.type ? item : undefined));
  }
  if (config.predictionDrift !== undefined) lacking(driftShortfall(state.drift === undefined ? undefined : driftFigures(state.drift, config.alpha / tests(config)), config.predictionDrift));
  return found.filter((one) => one !== undefined);
}

/** What may be said of the present step. Too little data is never a pass, and no data is never a failure. */
export function verdict(config: JudgeConfig, { state, evidence }: Judged): Verdict {
  if (breach(config, state, evidence) !== undefined) return 'Breach';
  if (state.silentSince !== undefined) return 'Unavailable';
  const lacking = shortfalls(config, state, evidence);
  if (lacking.length === 0) return 'Pass';
  return lacking.some(({ unavailable }) => unavailable) ? 'Unavailable' : 'Insufficient';
}

/** A new step begins: its own counts start again, everything else goes on. */
export function beginStep({ state, evidence }: Judged): Judged {
  return {
    evidence: evidence.map((item) => (isRatioEvidence(item) ? { ...item, step: none } : item)),
    state: { ...state, answered: { ...state.answered, step: none }, split: freshSplit },
  };
}
