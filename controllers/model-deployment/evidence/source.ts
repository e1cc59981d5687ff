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
}

export const requestsMetric = 'trainyard_inference_requests_total';
export const startMetric = 'process_start_time_seconds';

export function reading(series: ProcessSeries): Reading {
  let total = 0;
  for (const count of series.byCode.values()) total += count;
  return { pod: series.pod, revision: series.revision, epoch: series.epoch, total, bad: series.byCode.get('5xx') ?? 0 };
}
