import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';

import type { ModelControl, ModelSpec } from '../config.ts';
import { arrangeBy, type Arrange, type ExecutionSettings } from '../execution/arrange.ts';
import { registerFeatureMetrics } from '../drift/feature-metrics.ts';
import type { Lifecycle } from '../lifecycle.ts';
import { createMetrics, type Metrics } from '../metrics.ts';
import { sources } from '../model/fetch.ts';
import { loadModel, type LoadDeps } from '../model/load.ts';
import { createModel, type Model } from '../model/model.ts';
import { createRecentAnswers, type RecentAnswers } from '../model/recent-answers.ts';
import { createModels, type Models } from '../model/registry.ts';
import { openSession } from '../model/session.ts';
import { unloadModel } from '../model/unload.ts';
import { createServer } from '../server.ts';
import type { RequestTracer } from '../tracing/request-tracer.ts';
import { store, type TestModel } from './models.ts';

/** A server as main.ts wires it, without ports. */
export interface TestServer {
  readonly app: FastifyInstance;
  readonly models: Models;
  readonly metrics: Metrics;
  readonly lifecycle: Lifecycle;
  readonly recent: RecentAnswers;
}

export const silent = pino({ level: 'silent' });

function arrangeWith(execution: Partial<ExecutionSettings>): Arrange {
  const settings: ExecutionSettings = { mode: 'Inline', workers: 1, limits: { maxRows: 64, maxDelayMillis: 0, maxQueueRows: 4096 }, ...execution };
  return arrangeBy({ execution: settings, threads: { intraOp: 1 }, now: () => performance.now(), log: silent });
}

export const loadDeps: LoadDeps = {
  fetch: { open: sources({ region: 'us-east-1' }), sleep: async () => undefined, random: () => 0.5 },
  openSession,
  threads: { intraOp: 1 },
  arrange: arrangeWith({}),
  now: () => performance.now(),
  log: silent,
};

/** Serves these models, loaded and warm. */
export async function serve(made: Readonly<Record<string, TestModel>>, execution: Partial<ExecutionSettings> = {}, settings: Settings = {}): Promise<TestServer> {
  const deps: LoadDeps = { ...loadDeps, arrange: arrangeWith(execution) };
  const server = listen(await Promise.all(Object.entries(made).map(([name, model]) => store(model, name))), settings);
  await Promise.all(server.models.all.map((model) => loadModel(deps, model, new AbortController().signal)));
  return server;
}

interface Settings {
  readonly control?: ModelControl;
  readonly tracer?: RequestTracer;
}

/** The server before any model is loaded. */
export function listen(specs: readonly ModelSpec[], settings: Settings = {}): TestServer {
  const metrics = createMetrics();
  const lifecycle: Lifecycle = { draining: false };
  const models = createModels(specs.map((spec) => createModel(spec, metrics.forModel(spec))) as [Model, ...Model[]]);
  registerFeatureMetrics(metrics.registry, models);
  const recent = createRecentAnswers('test');
  let ids = 0;
  const app = createServer({
    control: settings.control ?? 'Explicit', load: (model) => loadModel(loadDeps, model, new AbortController().signal), unload: unloadModel,
    models, lifecycle, recent, log: silent, bodyLimitBytes: 4 * 1024 * 1024, jsonHeapBytes: 100e6, serverVersion: '0.0.0-test', now: () => performance.now(), newId: () => `generated-${++ids}`,
    ...(settings.tracer ? { tracer: settings.tracer } : {}),
  });
  return { app, models, metrics, lifecycle, recent };
}

/** One series of `/metrics` by its text, as a number. */
export async function metric(server: TestServer, series: string): Promise<number | undefined> {
  const line = (await server.metrics.registry.metrics()).split('\n').find((text) => text.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
}
