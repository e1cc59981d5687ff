import { Registry, collectDefaultMetrics } from 'prom-client';

import type { ModelSpec } from './config.ts';
import { counters, gauges, histograms, type Cell } from './plain-metrics.ts';

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
  /** Every series of a model is there from now on, at 0, so that a rate over them is right from the first request on. */
  forModel(spec: ModelSpec): ModelMetrics;
}

const LABELS = ['model', 'version', 'revision'] as const;
/** Seconds, evenly spaced by their logarithm: a latency objective is counted by the next bound, at most two thirds above it. */
export const BUCKETS: readonly number[] = [
  0.001, 0.0015, 0.002, 0.003, 0.005, 0.0075, 0.01, 0.015, 0.02, 0.025, 0.03, 0.04, 0.05, 0.075, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.75, 1, 1.5, 2, 3, 5, 7.5, 10,
];

/** Rows of a run. */
const BATCH_BUCKETS: readonly number[] = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counter = (name: string, help: string, labelNames: readonly string[]) => counters(registry, { name, help, labelNames });
  const gauge = (name: string, help: string, labelNames: readonly string[]) => gauges(registry, { name, help, labelNames });
  const histogram = (name: string, help: string, labelNames: readonly string[], bounds: readonly number[]) => histograms(registry, { name, help, labelNames }, bounds);
  const requests = counter('trainyard_inference_requests_total', 'Inference requests answered, by class of status code.', [...LABELS, 'code']);
  const duration = histogram('trainyard_inference_duration_seconds', 'Time from the request line to the answer of an inference request, by class of status code.', [...LABELS, 'code'], BUCKETS);
  const rows = counter('trainyard_inference_rows_total', 'Rows for which the model gave an answer.', LABELS);
  const inFlight = gauge('trainyard_inference_in_flight', 'Inference requests being answered now.', LABELS);
  const invalid = counter('trainyard_invalid_outputs_total', 'Inference requests refused because an output held NaN or infinity.', LABELS);
  const predictions = counter('trainyard_prediction_bins_total', 'Predictions by bin, one row of each answer.', [...LABELS, 'bin']);
  const rewards = counter('trainyard_feedback_reward_count', 'Rewards told by clients, by the revision that gave the answer.', ['model', 'revision']);
  // Rewards may be negative, so their sum may fall: no counter.
  const rewardSum = gauge('trainyard_feedback_reward_sum', 'Sum of the rewards.', ['model', 'revision']);
  const rewardSquares = counter('trainyard_feedback_reward_sum_squares', 'Sum of the squares of the rewards.', ['model', 'revision']);
  const queue = histogram('trainyard_inference_queue_seconds', 'Time that a request waited for the model to be free.', LABELS, BUCKETS);
  const batchRows = histogram('trainyard_inference_batch_rows', 'Rows of one run of the graph, of one request or several.', LABELS, BATCH_BUCKETS);
  const load = gauge('trainyard_model_load_seconds', 'Time to fetch, verify, open and warm the model.', LABELS);
  const info = gauge('trainyard_model_info', 'Always 1; says which artifact is served.', [...LABELS, 'digest']);

  return {
    registry,
    forModel(spec) {
      const { name: model, version, revision } = spec;
      const labels = { model, version, revision };
      const byClass = (code: CodeClass) => ({ requests: requests({ ...labels, code }), duration: duration({ ...labels, code }) });
      const classes = { '2xx': byClass('2xx'), '4xx': byClass('4xx'), '5xx': byClass('5xx') };
      const own = { rows: rows(labels), inFlight: inFlight(labels), invalid: invalid(labels), queue: queue(labels), batchRows: batchRows(labels), load: load(labels) };
      const rewardsOf = (of: string) => ({ count: rewards({ model, revision: of }), sum: rewardSum({ model, revision: of }), squares: rewardSquares({ model, revision: of }) });
      rewardsOf(revision);
      info({ ...labels, digest: `sha256:${spec.artifact.sha256}` }).value = 1;
      const bins = new Map<string, Cell>();
      return {
        started() {
          own.inFlight.value += 1;
        },
        finished(status, seconds) {
          const of = classes[classOf(status)];
          of.requests.value += 1;
          of.duration.observe(seconds);
          own.inFlight.value -= 1;
        },
        rows(count) {
          own.rows.value += count;
        },
        invalidOutput() {
          own.invalid.value += 1;
        },
        predicted(bin) {
          const cell = bins.get(bin) ?? predictions({ ...labels, bin });
          bins.set(bin, cell);
          cell.value += 1;
        },
        rewarded(of, reward) {
          const { count, sum, squares } = rewardsOf(of);
          count.value += 1;
          sum.value += reward;
          squares.value += reward * reward;
        },
        loaded(seconds) {
          own.load.value = seconds;
        },
        waited: (seconds) => own.queue.observe(seconds),
        batch: (count) => own.batchRows.observe(count),
      };
    },
  };
}

function classOf(status: number): CodeClass {
  if (status >= 500) return '5xx';
  return status >= 400 ? '4xx' : '2xx';
}
