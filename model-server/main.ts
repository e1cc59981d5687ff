import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { getHeapStatistics } from 'node:v8';

import { pino } from 'pino';

import packageJson from './package.json' with { type: 'json' };
import { registerFeatureMetrics } from './drift/feature-metrics.ts';
import { readConfig, readTerminationLog, type Config } from './config.ts';
import { LoadError } from './errors.ts';
import { arrangeBy } from './execution/arrange.ts';
import { drain, type Lifecycle } from './lifecycle.ts';
import { createMetricsServer } from './metrics-server.ts';
import { createMetrics } from './metrics.ts';
import { sources } from './model/fetch.ts';
import { loadModel, type LoadDeps } from './model/load.ts';
import { createModel, type Model } from './model/model.ts';
import { createRecentAnswers } from './model/recent-answers.ts';
import { createModels } from './model/registry.ts';
import { openSession } from './model/session.ts';
import { unloadModel } from './model/unload.ts';
import { usableCpus } from './model/threads.ts';
import { createServer } from './server.ts';
import { writeTermination } from './termination.ts';
import type { Tracing } from './tracing/open-telemetry.ts';

const log = pino({ base: { component: 'model-server' } });
/** 128 + SIGTERM: what a shell would report of a process that the second signal ended. */
const KILLED = 143;
/** For threads to end and the last spans to reach the collector; the pod has 30 s to end in all. Milliseconds. */
const ENDING_MILLIS = 3_000;
/** The share of V8's heap (which Node sizes by the container's memory) that one parsed body may take. */
const JSON_HEAP_SHARE = 0.75;

process.exitCode = await main();
process.exit();

async function main(): Promise<number> {
  let config: Config;
  try {
    config = readConfig();
  } catch (error) {
    if (!(error instanceof LoadError)) throw error;
    log.fatal({ reason: error.reason }, error.message);
    await writeTermination(readTerminationLog(), error, log);
    return error.exitCode;
  }
  log.level = config.logLevel;
  return serve(config);
}

async function serve(config: Config): Promise<number> {
  const now = (): number => performance.now();
  const lifecycle: Lifecycle = { draining: false };
  const metrics = createMetrics();
  const [first, ...rest] = config.models.map((spec) => createModel(spec, metrics.forModel(spec)));
  const models = createModels([first as Model, ...rest]);
  registerFeatureMetrics(metrics.registry, models);
  const recent = createRecentAnswers(randomUUID().slice(0, 8));
  const terminated = new AbortController();
  const threads = { intraOp: await usableCpus() };
  const loadDeps: LoadDeps = {
    fetch: { open: sources(config.s3), sleep: (millis, signal) => sleep(millis, undefined, { signal }), random: Math.random },
    openSession,
    threads,
    arrange: arrangeBy({ execution: config.execution, threads, now, log }),
    now,
    log,
  };
  const tracing = await startTracing(config);
  const app = createServer({
    models,
    lifecycle,
    recent,
    now,
    log,
    newId: randomUUID,
    serverVersion: packageJson.version,
    bodyLimitBytes: config.bodyLimitBytes,
    control: config.control,
    load: (model) => loadModel(loadDeps, model, terminated.signal),
    unload: unloadModel,
    jsonHeapBytes: getHeapStatistics().heap_size_limit * JSON_HEAP_SHARE,
    ...(tracing ? { tracer: tracing } : {}),
  });
  const metricsServer = createMetricsServer({ registry: metrics.registry, recent, log });

  process.once('SIGTERM', () => terminated.abort());
  process.once('SIGINT', () => terminated.abort());

  // Without a host Node takes "::", or "0.0.0.0" where IPv6 is off; Fastify would take localhost, so it is told what Node took.
  metricsServer.listen(config.metricsPort);
  await once(metricsServer, 'listening');
  const { address, port: metricsPort } = metricsServer.address() as AddressInfo;
  await app.listen({ port: config.port, host: address });
  log.info({ port: (app.server.address() as AddressInfo).port, metricsPort }, 'listening');

  const failure = await loadAll(loadDeps, models.all, terminated.signal);
  if (terminated.signal.aborted) return 0;
  if (failure) {
    await writeTermination(config.terminationLog, failure, log);
    return failure.exitCode;
  }
  await once(terminated.signal, 'abort');
  process.once('SIGTERM', () => process.exit(KILLED));
  process.once('SIGINT', () => process.exit(KILLED));
  const code = await drain({ lifecycle, app, metricsServer, drainMillis: config.drainSeconds * 1_000, sleep, log });
  // Node aborts when it ends while native code runs in one of its threads, maybe for somebody who has left.
  const ending = [Promise.all(models.all.map(unloadModel)), tracing?.close() ?? Promise.resolve()];
  const ended = await Promise.race([Promise.allSettled(ending), sleep(ENDING_MILLIS, [])]);
  for (const part of ended) if (part.status === 'rejected') log.warn({ err: part.reason as unknown }, 'not everything ended as it should: a thread, or the last spans');
  return code;
}

/** Its packages cost 20 MB and 60 ms, so they are loaded only where somebody wants traces. */
async function startTracing({ tracing: settings }: Config): Promise<Tracing | undefined> {
  if (settings === undefined) return undefined;
  const openTelemetry = await import('./tracing/open-telemetry.ts');
  return openTelemetry.startTracing({ settings, serverVersion: packageJson.version, log });
}

/** Loads all models at once; the failure to end this process with: a final one if there is any. */
async function loadAll(deps: LoadDeps, models: readonly Model[], signal: AbortSignal): Promise<LoadError | undefined> {
  await Promise.allSettled(models.map((model) => loadModel(deps, model, signal)));
  const failures = models.flatMap((model) => (model.state.phase === 'failed' ? [model.state.error] : []));
  return failures.find((error) => error.reason !== 'ArtifactUnreachable') ?? failures[0];
}
