import { absoluteEValue } from './absolute.ts';
import { addLook, isTotalFailure, type AllFailed } from './all-failed.ts';
import { fold, type Delta, type Reading } from './counters.ts';
import { addFailures, closeWindow, dispersion, noDispersion, type DispersionState } from './dispersion.ts';
import { addWindow, eValue } from './relative.ts';

export type Verdict = 'Pass' | 'Breach' | 'Insufficient' | 'Unavailable';

export interface Objective {
  readonly name: string;
  /** Greatest share of failed requests, in (0, 1). */
  readonly max: number;
}

export interface JudgeConfig {
  readonly objectives: readonly Objective[];
  readonly compareToStable: boolean;
  readonly alpha: number;
  /** Requests of the candidate within a step before it can pass. */
  readonly minRequests: number;
}

/** What the sources showed at one moment. `sources` lists those that answered; none means nothing is known. */
export interface Sample {
  readonly at: Date;
  readonly sources: readonly string[];
  readonly problems: readonly string[];
  readonly readings: readonly Reading[];
  /** Failures of stable per closed 10-second window before the rollout, where a source keeps history. */
  readonly history?: readonly number[];
}

/** Everything the judge goes on from; kept in status, so that a restart changes no decision. */
export interface JudgeState {
  readonly readAt?: string | undefined;
  readonly sources?: string | undefined;
  readonly allFailed: AllFailed;
  readonly window: DispersionState;
  readonly counters: readonly Reading[];
  readonly firstBadAt?: string | undefined;
}

/** The counts and e-values of one objective since the candidate got traffic. */
export interface Evidence {
  readonly slo: string;
  readonly candidate: Delta;
  readonly stable: Delta;
  /** Of the candidate since the present step began. */
  readonly step: Delta;
  readonly relative?: number | undefined;
  readonly absolute: number;
  readonly threshold: number;
  readonly dispersion: number;
  readonly badWindows: number;
  readonly logE: readonly number[];
}

export interface Breach {
  readonly slo: string;
  readonly reason: 'TotalFailure' | 'SloBreached';
  readonly message: string;
}

const leastBad = 3;
const leastBadWindows = 2;
/** JSON knows no infinity: an e-value this large has long decided. */
const largest = 1e12;

export const freshJudge: JudgeState = { allFailed: { looks: 0, requests: 0 }, window: noDispersion, counters: [] };

/** Takes one sample in: deltas of raw counters become counts, e-values and the dispersion of stable's failures. */
export function look(
  config: JudgeConfig,
  before: { readonly state: JudgeState; readonly evidence: readonly Evidence[] },
  sample: Sample,
  revisions: { readonly candidate: string; readonly stable: string; readonly since: number },
): { state: JudgeState; evidence: readonly Evidence[]; candidate: Delta } {
  const none: Delta = { requests: 0, bad: 0 };
  if (sample.sources.length === 0) return { ...before, candidate: none };

  const first = before.state.readAt === undefined;
  const history = first ? (sample.history ?? []).reduce((state, bad) => closeWindow(state, bad), before.state.window) : before.state.window;
  const { deltas, counters } = fold(before.state.counters, sample.readings, revisions.since);
  const candidate = deltas.get(revisions.candidate) ?? none;
  const stable = deltas.get(revisions.stable) ?? none;
  const window = addFailures(history, stable.bad, sample.at);
  const burst = dispersion(window);

  const evidence = config.objectives.map((objective) => {
    const known = before.evidence.find((item) => item.slo === objective.name);
    return weigh(config, objective, known, candidate, stable, burst);
  });
  const state: JudgeState = {
    readAt: sample.at.toISOString(),
    sources: sample.sources.join(','),
    allFailed: addLook(before.state.allFailed, candidate),
    window,
    counters,
    firstBadAt: before.state.firstBadAt ?? (candidate.bad > 0 ? sample.at.toISOString() : undefined),
  };
  return { state, evidence, candidate };
}

function weigh(config: JudgeConfig, objective: Objective, known: Evidence | undefined, candidate: Delta, stable: Delta, burst: number): Evidence {
  const all = plus(known?.candidate, candidate);
  const logE = addWindow(known?.logE ?? [], candidate, stable, burst);
  return {
    slo: objective.name,
    candidate: all,
    stable: plus(known?.stable, stable),
    step: plus(known?.step, candidate),
    relative: config.compareToStable ? Math.min(largest, eValue(logE)) : undefined,
    absolute: Math.min(largest, absoluteEValue(all.bad, all.requests, objective.max, burst)),
    threshold: 1 / config.alpha,
    dispersion: burst,
    badWindows: (known?.badWindows ?? 0) + (candidate.bad > 0 ? 1 : 0),
    logE,
  };
}

/**
 * The e-value that decides: the mean over the tests in use. The mean of e-values is an e-value, so the false-alarm
 * rate stays below alpha although two questions are asked ("worse than stable?", "worse than the bound?").
 */
export function combined(evidence: Evidence): number {
  return evidence.relative === undefined ? evidence.absolute : (evidence.relative + evidence.absolute) / 2;
}

/** The first objective that is broken, or nothing. Recomputable from what status shows. */
export function breach(config: JudgeConfig, state: JudgeState, evidence: readonly Evidence[]): Breach | undefined {
  const first = evidence[0];
  if (first !== undefined && isTotalFailure(state.allFailed)) {
    return { slo: first.slo, reason: 'TotalFailure', message: `the candidate failed all of the last ${state.allFailed.requests} requests` };
  }
  for (const item of evidence) {
    if (item.candidate.bad < leastBad || item.badWindows < leastBadWindows) continue;
    const decisive = combined(item);
    if (decisive < item.threshold) continue;
    const max = config.objectives.find((objective) => objective.name === item.slo)?.max ?? Number.NaN;
    const stable = item.stable.requests === 0 ? 'no request of stable to compare with' : `stable ${percent(item.stable)} (${item.stable.bad} of ${item.stable.requests})`;
    return {
      slo: item.slo,
      reason: 'SloBreached',
      message: `${item.slo} ${percent(item.candidate)} > ${(max * 100).toFixed(2)} % (${item.candidate.bad} of ${item.candidate.requests} requests failed; ${stable}; e-value ${decisive.toPrecision(3)} ≥ ${item.threshold.toPrecision(3)})`,
    };
  }
  return undefined;
}

/** What may be said of the present step. Too little data is never a pass, and no data is never a failure. */
export function verdict(config: JudgeConfig, state: JudgeState, evidence: readonly Evidence[], answering: boolean): Verdict {
  if (breach(config, state, evidence) !== undefined) return 'Breach';
  if (!answering) return 'Unavailable';
  const passes = config.objectives.every((objective) => {
    const step = evidence.find((item) => item.slo === objective.name)?.step ?? { requests: 0, bad: 0 };
    return step.requests >= config.minRequests && step.bad <= objective.max * step.requests;
  });
  return passes ? 'Pass' : 'Insufficient';
}

/** A new step begins: its own counts start again, everything else goes on. */
export function beginStep(evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence.map((item) => ({ ...item, step: { requests: 0, bad: 0 } }));
}

function plus(a: Delta | undefined, b: Delta): Delta {
  return { requests: (a?.requests ?? 0) + b.requests, bad: (a?.bad ?? 0) + b.bad };
}

function percent(delta: Delta): string {
  return `${((100 * delta.bad) / delta.requests).toFixed(2)} %`;
}
