import { noRewards, type RewardReading } from '../ab/rewards.ts';
import type { Reading } from '../judge/counters.ts';

/** Whose counters are wanted. */
export interface SampleTarget {
  readonly namespace: string;
  readonly deployment: string;
  readonly candidate: string;
  readonly stable: string;
  readonly prometheusUrl: string | undefined;
  readonly readPods: boolean;
  readonly intervalMs: number;
  /** What is read besides requests; only what some rule needs, because Prometheus answers a series for each. */
  readonly extras?: { readonly latency: boolean; readonly invalid: boolean; readonly bins: boolean; readonly rewards?: boolean };
  readonly queries?: readonly QueryTarget[];
  /** Whether answers to copied requests are compared: numbers may differ by this share of the greater one. */
  readonly compare?: { readonly tolerance: number };
  /** Name that the proxies of a shielded rollout count under. */
  readonly shieldStat?: string;
}

/** A query of the user's, and since when the present step lasts. */
export interface QueryTarget {
  readonly slo: string;
  readonly template: string;
  readonly since: string;
}

/** One path to the counters. Throws when it cannot tell; an empty list means that it sees no process. */
export interface EvidenceSource {
  readonly name: 'prometheus' | 'pods';
  read(target: SampleTarget, signal: AbortSignal): Promise<readonly Reading[]>;
}

/** Sums up one process from its series: every code class counts, `5xx` is bad. */
export interface ProcessSeries {
  readonly pod: string;
  readonly revision: string;
  readonly epoch: string;
  readonly byCode: ReadonlyMap<string, number>;
  /** By bucket bound in seconds, of answers that are no failures. */
  readonly within?: Readonly<Record<string, number>>;
  readonly invalid?: number;
  readonly bins?: Readonly<Record<string, number>>;
  readonly rewards?: RewardReading['rewards'];
}

export const requestsMetric = 'trainyard_inference_requests_total';
export const startMetric = 'process_start_time_seconds';
export const durationMetric = 'trainyard_inference_duration_seconds_bucket';
export const invalidMetric = 'trainyard_invalid_outputs_total';
export const binsMetric = 'trainyard_prediction_bins_total';

/** What clients told, by the member that it is of. */
export const rewardMetrics = { trainyard_feedback_reward_count: 'count', trainyard_feedback_reward_sum: 'sum', trainyard_feedback_reward_sum_squares: 'sumSquares' } as const;

export function isRewardMetric(name: string): name is keyof typeof rewardMetrics {
  return name in rewardMetrics;
}

export function reading(series: ProcessSeries): Reading {
  const { pod, revision, epoch, within, invalid, bins, rewards } = series;
  let total = 0;
  for (const count of series.byCode.values()) total += count;
  return {
    pod, revision, epoch, total, bad: series.byCode.get('5xx') ?? 0,
    ...(within === undefined ? {} : { within }),
    ...(invalid === undefined ? {} : { invalid }),
    ...(bins === undefined ? {} : { bins }),
    ...(rewards === undefined ? {} : { rewards }),
  };
}

/** Adds up the series of one process, whichever source they come from. */
export class ProcessCounters {
  epoch: string | undefined;
  private readonly byCode = new Map<string, number>();
  private within: Record<string, number> | undefined;
  private invalid: number | undefined;
  private bins: Record<string, number> | undefined;
  private rewards: RewardReading['rewards'] | undefined;

  add(name: string, labels: Readonly<Record<string, string>>, value: number): void {
    if (name === startMetric) this.epoch = String(value);
    else if (name === requestsMetric) this.byCode.set(labels['code'] ?? '', (this.byCode.get(labels['code'] ?? '') ?? 0) + value);
    else if (name === invalidMetric) this.invalid = (this.invalid ?? 0) + value;
    else if (isRewardMetric(name)) this.rewards = { ...this.rewards, [labels['revision'] ?? '']: { ...(this.rewards?.[labels['revision'] ?? ''] ?? noRewards), [rewardMetrics[name]]: value } };
    else if (name === binsMetric) this.bins = addTo(this.bins, labels['bin'] ?? '', value);
    // Prometheus 3 writes the bound 1 as 1.0: numbers are compared, not texts. Without a bound nothing is slow.
    else if (name === durationMetric && labels['le'] !== '+Inf') this.within = addTo(this.within, String(Number(labels['le'])), value);
  }

  /** Undefined while the start of the process is not known: nobody could tell a restart. */
  reading(pod: string, revision: string): Reading | undefined {
    if (this.epoch === undefined) return undefined;
    const { byCode, within, invalid, bins, rewards } = this;
    return reading({ pod, revision, epoch: this.epoch, byCode, ...(within && { within }), ...(invalid === undefined ? {} : { invalid }), ...(bins && { bins }), ...(rewards && { rewards }) });
  }
}

function addTo(sums: Record<string, number> | undefined, key: string, value: number): Record<string, number> {
  return { ...sums, [key]: (sums?.[key] ?? 0) + value };
}
