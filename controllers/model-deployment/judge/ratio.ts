import { lowerBound, upperBound } from '../../shared/statistics/bernoulli-interval.ts';
import { absoluteEValue } from './absolute.ts';
import { addSlow, isAllSlow, type AllSlow } from './all-slow.ts';
import { none, plus, type Delta } from './counters.ts';
import { addFailures, closeWindow, dispersion, noDispersion, type DispersionState } from './dispersion.ts';
import { boundText } from './latency.ts';
import { threshold, type JudgeConfig, type RatioObjective } from './objective.ts';
import { addWindow, eValue } from './relative.ts';
import { addSpaced, noSpaced, spacedAbsolute, spacedRelative, type Spaced } from './spaced.ts';

/** The counts, e-values and bounds of one objective since the candidate got traffic. */
export interface RatioEvidence {
  readonly slo: string;
  readonly type: 'ErrorRatio' | 'Latency';
  /** Bucket bound in seconds that a latency is counted by. */
  readonly bucket?: string | undefined;
  /** The look that is counted from. */
  readonly since: string;
  readonly candidate: Delta;
  readonly stable: Delta;
  /** Of the candidate since the present step began. */
  readonly step: Delta;
  readonly relative?: number | undefined;
  readonly absolute: number;
  /** The same two by looks far apart. */
  readonly spacedRelative?: number | undefined;
  readonly spacedAbsolute: number;
  readonly threshold: number;
  readonly dispersion: number;
  readonly badWindows: number;
  readonly logE: readonly number[];
  /** Greatest share of bad requests that the candidate's counts do not refute. */
  readonly upper: number;
  /** The same for the difference between candidate and stable. */
  readonly difference?: number | undefined;
  /** Failures of stable per window. */
  readonly window: DispersionState;
  readonly spacedLooks: Spaced;
  /** Of a latency, while the candidate answers nothing in time. */
  readonly allSlow?: AllSlow | undefined;
}

export interface Seen {
  readonly candidate: Delta;
  readonly stable: Delta;
}

/** Of bad requests, after deflation; or of looks far apart. */
const leastBad = 3;
const leastBadWindows = 2;
/** JSON knows no infinity: an e-value this large has long decided. */
const largest = 1e12;
/** Bounds are tightest at about this many requests of the candidate: where a step of an usual canary is decided. */
const tightestAt = 100;

/** @param history failures of stable per closed window before the rollout. */
export function weigh(config: JudgeConfig, objective: RatioObjective, before: RatioEvidence | undefined, seen: Seen, at: Date, bucket: string | undefined, history: readonly number[]): RatioEvidence {
  // Another bucket measures another thing: counts of two bounds cannot be added.
  const known = before?.type === objective.type && (before.bucket === bucket || bucket === undefined || before.bucket === undefined) ? before : undefined;
  const past = known?.window ?? history.reduce((state, bad) => closeWindow(state, bad), noDispersion);
  return computed(config, objective, {
    slo: objective.name,
    type: objective.type,
    ...(bucket === undefined && known?.bucket === undefined ? {} : { bucket: bucket ?? known?.bucket }),
    since: known?.since ?? at.toISOString(),
    candidate: plus(known?.candidate, seen.candidate),
    stable: plus(known?.stable, seen.stable),
    step: plus(known?.step, seen.candidate),
    badWindows: (known?.badWindows ?? 0) + (seen.candidate.bad > 0 ? 1 : 0),
    logE: addWindow(known?.logE ?? [], seen.candidate, seen.stable),
    window: addFailures(past, seen.stable.bad, at),
    spacedLooks: addSpaced(known?.spacedLooks ?? noSpaced, seen.candidate, seen.stable, objective.max, at.getTime()),
    ...(objective.type === 'Latency' ? { allSlow: addSlow(known?.allSlow, seen.candidate, seen.stable, at) } : {}),
  });
}

type EValues = 'relative' | 'absolute' | 'spacedRelative' | 'spacedAbsolute';
type Counted = Omit<RatioEvidence, EValues | 'threshold' | 'dispersion' | 'upper' | 'difference'>;

/** Without what follows from the counts. */
export function countedOf({ relative, absolute, spacedRelative, spacedAbsolute, threshold, dispersion, upper, difference, ...counted }: RatioEvidence): Counted {
  return counted;
}

/** Everything that follows from what was counted; so it can be recomputed from a status at any time. */
export function computed(config: JudgeConfig, objective: RatioObjective, counted: Counted): RatioEvidence {
  const { candidate, logE, window, spacedLooks } = counted;
  const burst = dispersion(window, config.presumedBurst);
  return {
    ...counted,
    ...(config.compareToStable ? { relative: Math.min(largest, eValue(logE, burst)) } : {}),
    absolute: Math.min(largest, absoluteEValue(candidate.bad, candidate.requests, objective.max, burst)),
    ...(config.compareToStable ? { spacedRelative: Math.min(largest, spacedRelative(spacedLooks)) } : {}),
    spacedAbsolute: Math.min(largest, spacedAbsolute(spacedLooks)),
    threshold: threshold(config),
    dispersion: burst,
    ...bounds(config, counted),
  };
}

function bounds(config: JudgeConfig, { candidate, stable }: Pick<Counted, 'candidate' | 'stable'>): Pick<RatioEvidence, 'upper' | 'difference'> {
  const alpha = 1 - config.confidence;
  const upper = (level: number): number => upperBound(candidate.bad, candidate.requests, level, tightestAt);
  if (!config.compareToStable || stable.requests === 0) return { upper: upper(alpha) };
  return { upper: upper(alpha), difference: upper(alpha / 2) - lowerBound(stable.bad, stable.requests, alpha / 2, tightestAt) };
}

/**
 * The e-value that decides: the mean over the tests in use. The mean of e-values is an e-value, so the false-alarm
 * rate stays below alpha although two questions are asked ("worse than stable?", "worse than the bound?") in two ways (all requests,
 * deflated; looks far apart).
 */
export function combined({ relative, absolute, spacedRelative, spacedAbsolute }: Pick<RatioEvidence, EValues>): number {
  return relative === undefined || spacedRelative === undefined ? (absolute + spacedAbsolute) / 2 : (relative + absolute + spacedRelative + spacedAbsolute) / 4;
}

/** Whether there are bad requests that a single burst does not explain: no e-value is believed before. */
export function isRepeated({ candidate, badWindows, dispersion, spacedLooks }: Pick<RatioEvidence, 'candidate' | 'badWindows' | 'dispersion' | 'spacedLooks'>): boolean {
  return badWindows >= leastBadWindows && Math.max(candidate.bad / dispersion, spacedLooks.bad) >= leastBad;
}

/** Why the objective is broken, in a sentence; undefined when that is not proven. */
export function ratioBreach(objective: RatioObjective, item: RatioEvidence): string | undefined {
  const { allSlow } = item;
  if (isAllSlow(allSlow)) {
    const seconds = Math.round((Date.parse(allSlow.until) - Date.parse(allSlow.since)) / 1000);
    return `${item.slo}: for ${seconds} s the candidate answered none of ${allSlow.requests} requests within ${boundText(objective, item.bucket)}; stable was late for ${percent(allSlow.stable)} (${allSlow.stable.bad} of ${allSlow.stable.requests})`;
  }
  if (!isRepeated(item)) return undefined;
  const decisive = combined(item);
  if (decisive < item.threshold) return undefined;
  const stable = item.stable.requests === 0 ? 'no request of stable to compare with' : `stable ${percent(item.stable)} (${item.stable.bad} of ${item.stable.requests})`;
  const how = objective.type === 'Latency' ? `failed or took longer than ${boundText(objective, item.bucket)}` : 'failed';
  const allowed = `${(objective.max * 100).toFixed(2)} %`;
  const verdict = item.candidate.bad > objective.max * item.candidate.requests ? `> ${allowed}` : `is within ${allowed}, but worse than stable`;
  return `${item.slo} ${percent(item.candidate)} ${verdict} (${item.candidate.bad} of ${item.candidate.requests} requests ${how}; ${stable}; e-value ${decisive.toPrecision(3)} ≥ ${item.threshold.toPrecision(3)})`;
}

/** What an objective still lacks for the step to pass; undefined when nothing. Sentences that stay the same from look to look. */
export function ratioShortfall(config: JudgeConfig, objective: RatioObjective, item: RatioEvidence | undefined): string | undefined {
  const { candidate = none, stable = none, step = none } = item ?? {};
  if (item !== undefined && objective.type === 'Latency' && item.bucket === undefined) return `${objective.name}: the servers tell no times up to ${objective.maxSeconds ?? 0} s`;
  if (item === undefined || step.requests < config.minRequests) return `fewer than ${config.minRequests} requests in this step`;
  const max = `${(100 * objective.max).toFixed(2)} %`;
  const likeStable = config.compareToStable && stable.requests > 0 && candidate.bad * stable.requests <= stable.bad * candidate.requests;
  if (step.bad > objective.max * step.requests && !likeStable) return `${objective.name}: the share of ${objective.type === 'Latency' ? 'slow requests' : 'failures'} is above ${max}, though not proven to be worse`;
  const excess = config.margin / config.nextShare;
  if (item.upper <= objective.max + excess || (item.difference !== undefined && item.difference <= excess)) return undefined;
  return `${objective.name}: not yet ${(100 * config.confidence).toPrecision(3)} % sure of at most ${(100 * (objective.max + excess)).toFixed(2)} %, as the next weight needs`;
}

function percent(delta: Delta): string {
  return `${((100 * delta.bad) / delta.requests).toFixed(2)} %`;
}
