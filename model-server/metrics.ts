import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

import type { ModelSpec } from './config.ts';

export type CodeClass = '2xx' | '4xx' | '5xx';

/** What one model counts. Every method is synchronous: the numbers stand before the answer leaves. */
export interface ModelMetrics {
  started(): void;
  finished(status: number, seconds: number): void;
  rows(count: number): void;
  invalidOutput(): void;
  loaded(seconds: number): void;
}

export interface Metrics {
  readonly registry: Registry;
  /** Creates every series of a model at 0, so that a rate over them is right from the first request on. */
  forModel(spec: ModelSpec): ModelMetrics;
}

const LABELS = ['model', 'version', 'revision'] as const;
const CLASSES: readonly CodeClass[] = ['2xx', '4xx', '5xx'];
/** Seconds: dense where service level objectives for tabular models lie. */
const BUCKETS = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Counter({ name: 'trainyard_inference_requests_total', help: 'Inference requests answered, by class of status code.', labelNames: [...LABELS, 'code'], registers });
  const duration = new Histogram({ name: 'trainyard_inference_duration_seconds', help: 'Time from the request line to the answer of an inference request.', labelNames: LABELS, buckets: BUCKETS, registers });
  const rows = new Counter({ name: 'trainyard_inference_rows_total', help: 'Rows for which the model gave an answer.', labelNames: LABELS, registers });
  const inFlight = new Gauge({ name: 'trainyard_inference_in_flight', help: 'Inference requests being answered now.', labelNames: LABELS, registers });
  const invalid = new Counter({ name: 'trainyard_invalid_outputs_total', help: 'Inference requests refused because an output held NaN or infinity.', labelNames: LABELS, registers });
  const load = new Gauge({ name: 'trainyard_model_load_seconds', help: 'Time to fetch, verify, open and warm the model.', labelNames: LABELS, registers });
  const info = new Gauge({ name: 'trainyard_model_info', help: 'Always 1; says which artifact is served.', labelNames: [...LABELS, 'digest'], registers });

  return {
    registry,
    forModel(spec) {
      const labels = { model: spec.name, version: spec.version, revision: spec.revision };
      const byClass = Object.fromEntries(CLASSES.map((code) => [code, { ...labels, code }])) as Record<CodeClass, typeof labels & { code: CodeClass }>;
      for (const code of CLASSES) requests.inc(byClass[code], 0);
      duration.zero(labels);
      rows.inc(labels, 0);
      inFlight.set(labels, 0);
      invalid.inc(labels, 0);
      load.set(labels, 0);
      info.set({ ...labels, digest: `sha256:${spec.artifact.sha256}` }, 1);
      return {
        started: () => inFlight.inc(labels),
        finished(status, seconds) {
          requests.inc(byClass[classOf(status)]);
          duration.observe(labels, seconds);
          inFlight.dec(labels);
        },
        rows: (count) => rows.inc(labels, count),
        invalidOutput: () => invalid.inc(labels),
        loaded: (seconds) => load.set(labels, seconds),
      };
    },
  };
}

function classOf(status: number): CodeClass {
  if (status >= 500) return '5xx';
  return status >= 400 ? '4xx' : '2xx';
}
