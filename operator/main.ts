import { KubeConfig } from '@kubernetes/client-node';
import { createArtifactStore } from '../controllers/shared/artifact-store.ts';
import { group } from '../controllers/shared/names.ts';
import { createInbox } from '../controllers/training-run/progress/inbox.ts';
import { createProgressMetrics } from '../controllers/training-run/progress/metrics.ts';
import { createReviewer } from '../controllers/training-run/progress/reviewer.ts';
import { serveProgress } from '../controllers/training-run/progress/server.ts';
import { readConfig } from './config.ts';
import { createControllers } from './controllers.ts';
import { createInformers } from './informers.ts';
import { createObjectMetrics } from './object-metrics.ts';
import { createClient } from './runtime/client.ts';
import { systemClock } from './runtime/clock.ts';
import { createEventRecorder, type EventRecorder } from './runtime/events.ts';
import type { Endpoint } from './runtime/listen.ts';
import { livenessChecks, measureLoopDelay } from './runtime/liveness.ts';
import { createLogger } from './runtime/log.ts';
import { createManager } from './runtime/manager.ts';
import { createMetrics } from './runtime/metrics.ts';
import { planOnly } from './runtime/plan-only.ts';
import { runToExit } from './runtime/shutdown.ts';

// Wiring only: configuration → client → caches → controllers → manager.
const config = readConfig();
const clock = systemClock();
const logger = createLogger({ level: config.logLevel });
const metrics = createMetrics({ processMetrics: true });
const kubeConfig = new KubeConfig();
kubeConfig.loadFromDefault();

const client = createClient({ kubeConfig, clock, logger, metrics });
const informers = createInformers({ client, clock, logger, metrics, namespaces: config.watchNamespaces });
createObjectMetrics(metrics.registry, informers, clock);
const recorders: EventRecorder[] = [];
const recorder = (controller: string): EventRecorder => {
  const made = createEventRecorder({ client, clock, logger, metrics, reportingController: `${group}/${controller}`, reportingInstance: config.podName });
  recorders.push(made);
  return made;
};
const store = createArtifactStore({ endpoint: config.storeEndpoint, region: config.storeRegion, deadlineMs: 120_000 });
const inbox = createInbox(clock);
const controllers = createControllers({ config, client: config.planOnly ? planOnly(client, logger) : client, clock, logger, metrics, informers, store, inbox, recorder });

const manager = createManager({
  client,
  leaderElection: config.leaderElect ? { namespace: config.podNamespace, name: 'trainyard-operator', identity: config.podName } : 'off',
  informers: Object.values(informers),
  controllers,
  recorders,
  healthyChecks: livenessChecks({ metrics, loop: measureLoopDelay() }),
  healthPort: config.healthPort,
  metricsPort: config.metricsPort,
  logger,
  metrics,
  clock,
});

/** A trainer waits no longer for its answer. */
const reviewMs = 2_000;

/** On every replica; the ones that stand by say so to whoever asks. */
async function openProgress(): Promise<Endpoint | undefined> {
  if (config.progressUrl === undefined) return undefined;
  const stores = { trainingRuns: informers.trainingRuns.store, jobs: informers.jobs.store, pods: informers.pods.store };
  const reports = { inbox, stores, reviewer: createReviewer({ client: client.withPolicy({ deadlineMs: reviewMs, attempts: 1 }), clock }), metrics: createProgressMetrics(metrics.registry) };
  return serveProgress({ ...reports, port: config.progressPort, leads: () => manager.isLeading(), clock, logger: logger.child({ endpoint: 'progress' }) });
}

logger.info({ config }, 'operator starts');
await runToExit({
  host: process,
  logger,
  run: async (terminate) => {
    const progress = await openProgress();
    const code = await manager.run(terminate);
    await progress?.close();
    await client.close();
    return code;
  },
});
