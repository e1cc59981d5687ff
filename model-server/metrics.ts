import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

import type { ModelSpec } from './config.ts';

export type CodeClass = '2xx' | '4xx' | '5xx';

/** What one model counts. Every method is synchronous: the numbers stand before the answer leaves. */
export interface ModelMetrics {
  started(): void;
  finished(status: number, seconds: number): void;
  rows(count: number): void;
  invalidOutput(): void;
  /** One prediction of an answer, by its bin. */
  predicted(bin: string): void;
  /** What an answer of a revision, this one or another, turned out to be worth. */
  rewarded(revision: string, reward: number): void;
  loaded(seconds: number): void;
  /** A request that waited for the model. */
  waited(seconds: number): void;
  /** A run of the graph, by its rows. */
  batch(rows: number): void;
}

export interface Metrics {
  readonly registry: Registry;
  /** Creates every series of a model at 0, so that a rate over them is right from the first request on. */
  forModel(spec: ModelSpec): ModelMetrics;
}

const LABELS = ['model', 'version', 'revision'] as const;
const CLASSES: readonly CodeClass[] = ['2xx', '4xx', '5xx'];
/** Seconds, evenly spaced by their logarithm: a latency objective is counted by the next bound, at most two thirds above it. */
export const BUCKETS: readonly number[] = [
  0.001, 0.0015, 0.002, 0.003, 0.005, 0.0075, 0.01, 0.015, 0.02, 0.025, 0.03, 0.04, 0.05, 0.075, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.75, 1, 1.5, 2, 3, 5, 7.5, 10,
];

/** Rows of a run. */
const BATCH_BUCKETS: readonly number[] = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Counter({ name: 'trainyard_inference_requests_total', help: 'Inference requests answered, by class of status code.', labelNames: [...LABELS, 'code'], registers });
  const duration = new Histogram({ name: 'trainyard_inference_duration_seconds', help: 'Time from the request line to the answer of an inference request, by class of status code.', labelNames: [...LABELS, 'code'], buckets: [...BUCKETS], registers });
  const rows = new Counter({ name: 'trainyard_inference_rows_total', help: 'Rows for which the model gave an answer.', labelNames: LABELS, registers });
  const inFlight = new Gauge({ name: 'trainyard_inference_in_flight', help: 'Inference requests being answered now.', labelNames: LABELS, registers });
  const invalid = new Counter({ name: 'trainyard_invalid_outputs_total', help: 'Inference requests refused because an output held NaN or infinity.', labelNames: LABELS, registers });
  const predictions = new Counter({ name: 'trainyard_prediction_bins_total', help: 'Predictions by bin, one row of each answer.', labelNames: [...LABELS, 'bin'], registers });
  const rewards = new Counter({ name: 'trainyard_feedback_reward_count', help: 'Rewards told by clients, by the revision that gave the answer.', labelNames: ['model', 'revision'], registers });
  // Rewards may be negative, so their sum may fall: no counter.
  const rewardSum = new Gauge({ name: 'trainyard_feedback_reward_sum', help: 'Sum of the rewards.', labelNames: ['model', 'revision'], registers });
  const rewardSquares = new Counter({ name: 'trainyard_feedback_reward_sum_squares', help: 'Sum of the squares of the rewards.', labelNames: ['model', 'revision'], registers });
  const queue = new Histogram({ name: 'trainyard_inference_queue_seconds', help: 'Time that a request waited for the model to be free.', labelNames: LABELS, buckets: [...BUCKETS], registers });
  const batchRows = new Histogram({ name: 'trainyard_inference_batch_rows', help: 'Rows of one run of the graph, of one request or several.', labelNames: LABELS, buckets: [...BATCH_BUCKETS], registers });
  const load = new Gauge({ name: 'trainyard_model_load_seconds', help: 'Time to fetch, verify, open and warm the model.', labelNames: LABELS, registers });
  const info = new Gauge({ name: 'trainyard_model_info', help: 'Always 1; says which artifact is served.', labelNames: [...LABELS, 'digest'], registers });

  return {
    registry,
    forModel(spec) {
      const labels = { model: spec.name, version: spec.version, revision: spec.revision };
      const byClass = Object.fromEntries(CLASSES.map((code) => [code, { ...labels, code }])) as Record<CodeClass, typeof labels & { code: CodeClass }>;
      for (const code of CLASSES) {
        requests.inc(byClass[code], 0);
        duration.zero(byClass[code]);
      }
      rows.inc(labels, 0);
      queue.zero(labels);
      batchRows.zero(labels);
      inFlight.set(labels, 0);
      invalid.inc(labels, 0);
      const rewarded = (revision: string, count: number, reward: number): void => {
        const series = { model: spec.name, revision };
        rewards.inc(series, count);
        rewardSum.inc(series, reward);
        rewardSquares.inc(series, reward * reward);
      };
      rewarded(spec.revision, 0, 0);
      load.set(labels, 0);
      info.set({ ...labels, digest: `sha256:${spec.artifact.sha256}` }, 1);
      return {
        started: () => inFlight.inc(labels),
        finished(status, seconds) {
          requests.inc(byClass[classOf(status)]);
          duration.observe(byClass[classOf(status)], seconds);
          inFlight.dec(labels);
        },
        rows: (count) => rows.inc(labels, count),
        invalidOutput: () => invalid.inc(labels),
        predicted: (bin) => predictions.inc({ ...labels, bin }),
        rewarded: (revision, reward) => rewarded(revision, 1, reward),
        loaded: (seconds) => load.set(labels, seconds),
        waited: (seconds) => queue.observe(labels, seconds),
        batch: (count) => batchRows.observe(labels, count),
      };
    },
  };
}

function classOf(status: number): CodeClass {
  if (status >= 500) return '5xx';
  return status >= 400 ? '4xx' : '2xx';
}
