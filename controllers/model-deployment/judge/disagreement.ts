import { upperBound } from '../../shared/statistics/bernoulli-interval.ts';
import { absoluteEValue } from './absolute.ts';
import { addFailures, dispersion, noDispersion, type DispersionState } from './dispersion.ts';
import { threshold, type DisagreementObjective, type JudgeConfig } from './objective.ts';

/** Answers of stable and candidate to the same requests since somebody began to compare them, and how many differed. */
export interface ComparedAnswers {
  /** Tells one beginning from another: after it the counts start from zero. */
  readonly epoch: string;
  readonly compared: number;
  readonly disagreed: number;
  /** Why the answers cannot be read at this moment. */
  readonly problem?: string | undefined;
}

export interface DisagreementEvidence {
  readonly slo: string;
  readonly type: 'Disagreement';
  /** The look that is counted from. */
  readonly since: string;
  readonly compared: number;
  readonly disagreed: number;
  /** Looks that showed an answer that differed. */
  readonly badWindows: number;
  /** What was counted last, so that no pair is counted twice. */
  readonly counter: { readonly epoch: string; readonly compared: number; readonly disagreed: number };
  readonly problem?: string | undefined;
  readonly absolute: number;
  readonly threshold: number;
  /** Greatest share of answers that differ which the counts do not refute. */
  readonly upper: number;
  readonly dispersion: number;
  /** Answers that differed, per window. */
  readonly window: DispersionState;
}

const leastDisagreed = 3;
const leastLooks = 2;
/** JSON knows no infinity: an e-value this large has long decided. */
const largest = 1e12;

export function addCompared(config: JudgeConfig, objective: DisagreementObjective, before: DisagreementEvidence | undefined, seen: ComparedAnswers | undefined, at: Date): DisagreementEvidence | undefined {
  if (seen === undefined) return before;
  const counted = before?.counter.epoch === seen.epoch ? before.counter : { compared: 0, disagreed: 0 };
  const compared = Math.max(0, seen.compared - counted.compared);
  const disagreed = Math.min(compared, Math.max(0, seen.disagreed - counted.disagreed));
  return computedDisagreement(config, objective, {
    slo: objective.name,
    type: 'Disagreement',
    since: before?.since ?? at.toISOString(),
    compared: (before?.compared ?? 0) + compared,
    disagreed: (before?.disagreed ?? 0) + disagreed,
    badWindows: (before?.badWindows ?? 0) + (disagreed > 0 ? 1 : 0),
    counter: { epoch: seen.epoch, compared: seen.compared, disagreed: seen.disagreed },
    ...(seen.problem === undefined ? {} : { problem: seen.problem.slice(0, 256) }),
    window: addFailures(before?.window ?? noDispersion, disagreed, at),
  });
}

/**
 * Everything that follows from what was counted; so it can be recomputed from a status at any time. One client that
 * repeats one row makes the same answer differ in a burst; evidence is worth less by as much as such bursts show.
 */
export function computedDisagreement(config: JudgeConfig, objective: DisagreementObjective, counted: Omit<DisagreementEvidence, 'absolute' | 'threshold' | 'upper' | 'dispersion'>): DisagreementEvidence {
  const { compared, disagreed } = counted;
  const burst = dispersion(counted.window, config.presumedBurst);
  return {
    ...counted,
    absolute: Math.min(largest, absoluteEValue(disagreed, compared, objective.max, burst)),
    threshold: threshold(config),
    upper: upperBound(disagreed, compared, 1 - config.confidence, objective.minCompared),
    dispersion: burst,
  };
}

/** Why the candidate differs too often, in a sentence; undefined when that is not proven. */
export function disagreementBreach(objective: DisagreementObjective, item: DisagreementEvidence): string | undefined {
  if (item.disagreed < leastDisagreed || item.badWindows < leastLooks || item.absolute < item.threshold) return undefined;
  return `${item.slo} ${percent(item.disagreed / item.compared)} > ${percent(objective.max)} (${item.disagreed} of ${item.compared} answers differ from those of stable to the same requests; e-value ${item.absolute.toPrecision(3)} ≥ ${item.threshold.toPrecision(3)})`;
}

/** What is lacking for the copies to end well; undefined when nothing. Asked only while there are copies. */
export function disagreementShortfall(config: JudgeConfig, objective: DisagreementObjective, item: DisagreementEvidence | undefined): { readonly text: string; readonly unavailable: boolean } | undefined {
  if (!objective.asked) return undefined;
  const { compared = 0, upper = 1, problem } = item ?? {};
  if (compared >= objective.minCompared && upper <= objective.max) return undefined;
  if (problem !== undefined) return { text: `${objective.name}: ${problem}`, unavailable: true };
  if (compared < objective.minCompared) return { text: `${objective.name}: fewer than ${objective.minCompared} answers compared`, unavailable: false };
  return { text: `${objective.name}: not yet ${(100 * config.confidence).toPrecision(3)} % sure that at most ${percent(objective.max)} of the answers differ`, unavailable: false };
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}
