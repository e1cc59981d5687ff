import type { GuardedClient } from './client.ts';
import type { Clock } from './clock.ts';
import { sleep } from './clock.ts';
import type { Runnable } from './controller.ts';
import type { EventRecorder } from './events.ts';
import { serveHealth, serveMetrics } from './health.ts';
import type { Check } from './health.ts';
import type { Informer } from './informer.ts';
import { createLeaderElector } from './leader.ts';
import type { LeaderElector, LeaderTiming } from './leader.ts';
import type { Endpoint } from './listen.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { ExitCode } from './shutdown.ts';
import { resourceName } from './types.ts';
import type { KubeObject, ResourceType } from './types.ts';

/** What the manager needs of an informer, whatever its objects are. */
export type AnyInformer = Pick<Informer<KubeObject>, 'start' | 'stop' | 'hasSynced'> & { readonly type: ResourceType };

export interface LeaderElectionOptions {
  readonly namespace: string;
  readonly name: string;
  readonly identity: string;
  readonly timing?: Partial<LeaderTiming>;
}

export interface ManagerOptions {
  readonly client: GuardedClient;
  /** Off: this process leads at once (one replica only). */
  readonly leaderElection: LeaderElectionOptions | 'off';
  /** Run on every replica, so that a standby takes over with a warm cache. */
  readonly informers: readonly AnyInformer[];
  /** Run on the leader only, started in order and stopped together. */
  readonly controllers: readonly Runnable[];
  /** Closed after the controllers, so that their last events are written. */
  readonly recorders?: readonly EventRecorder[];
  readonly healthPort: number;
  readonly metricsPort: number;
  readonly host?: string;
  /** More conditions for `/healthz`: a restart must help against each of them. */
  readonly healthyChecks?: Readonly<Record<string, Check>>;
  /** More conditions for `/readyz`, for example that webhook certificates are there. */
  readonly readyChecks?: Readonly<Record<string, Check>>;
  readonly drainMs?: number;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly random?: () => number;
}

export interface Manager {
  /** Until `terminate` aborts (0, after an orderly end) or the lease is lost (1, at once: the caller must exit now). */
  run(terminate: AbortSignal): Promise<ExitCode>;
  /** The ports in use, once `run` has opened them. */
  ports(): { readonly health: number; readonly metrics: number } | undefined;
  isLeading(): boolean;
}

const syncPollMs = 50;
const syncComplaintMs = 30_000;
const tolerableExpiryMs = 20_000;
const eventFlushMs = 5_000;
const defaultDrainMs = 30_000;

export function createManager(options: ManagerOptions): Manager {
  const { informers, controllers, logger, metrics, clock, leaderElection } = options;
  const elector = leaderElection === 'off' ? undefined : electorOf(options, leaderElection);
  if (elector !== undefined) options.client.guardWrites(() => elector.refusal());
  let endpoints: { readonly health: Endpoint; readonly metrics: Endpoint } | undefined;
  let leading = false;
  let terminating = false;

  const unsynced = (): string[] => informers.filter((one) => !one.hasSynced()).map((one) => resourceName(one.type));

  const healthy: Readonly<Record<string, Check>> = { lease: () => elector?.check(tolerableExpiryMs), ...options.healthyChecks };
  const ready: Readonly<Record<string, Check>> = {
    shutdown: () => (terminating ? new Error('shutting down') : undefined),
    caches: () => {
      const missing = unsynced();
      return missing.length === 0 ? undefined : new Error(`not synced: ${missing.join(', ')}`);
    },
    ...options.readyChecks,
  };

  const openEndpoints = async (): Promise<void> => {
    const host = options.host === undefined ? {} : { host: options.host };
    const health = await serveHealth({ port: options.healthPort, ...host, healthy, ready });
    endpoints = { health, metrics: await serveMetrics({ port: options.metricsPort, ...host, registry: metrics.registry }) };
  };

  const waitForSync = async (terminate: AbortSignal): Promise<void> => {
    let complainAtMs = clock.monotonicMs() + syncComplaintMs;
    while (unsynced().length > 0 && !terminate.aborted) {
      await sleep(clock, syncPollMs, terminate);
      if (clock.monotonicMs() < complainAtMs) continue;
      logger.warn({ resources: unsynced() }, 'still waiting for the first list; is the type installed and may it be read?');
      complainAtMs = clock.monotonicMs() + syncComplaintMs;
    }
  };

  // Everything that acts on the cluster ends before the lease is given back.
  const stopWork = async (): Promise<boolean> => {
    const results = await Promise.all(controllers.map((controller) => controller.stop(options.drainMs ?? defaultDrainMs)));
    await Promise.all((options.recorders ?? []).map((recorder) => recorder.close(eventFlushMs)));
    return !results.includes(false);
  };

  const closeRest = async (): Promise<void> => {
    await Promise.all(informers.map((informer) => informer.stop()));
    await Promise.all([endpoints?.health.close(), endpoints?.metrics.close()]);
  };

  const lead = async (terminate: AbortSignal): Promise<ExitCode> => {
    const drained = new AbortController();
    // Renewal goes on while work drains: a lease that ran out meanwhile would let a second leader in.
    const lease = elector?.renew(drained.signal) ?? aborted(drained.signal).then(() => 'stopped' as const);
    leading = true;
    for (const controller of controllers) controller.start();
    const ended = aborted(terminate)
      .then(() => {
        terminating = true;
        return stopWork();
      })
      .then((allEnded) => (allEnded ? ('drained' as const) : ('undrained' as const)));
    const result = await Promise.race([lease, ended]);
    leading = false;
    if (result === 'lost') return 1;
    drained.abort();
    await lease;
    if (result === 'drained') await elector?.release();
    else logger.warn('some work did not end in time, so the lease is left to run out');
    return 0;
  };

  return {
    ports: () => endpoints && { health: endpoints.health.port, metrics: endpoints.metrics.port },
    isLeading: () => leading && elector?.isLeader() !== false,
    async run(terminate) {
      await openEndpoints();
      for (const informer of informers) informer.start();
      await waitForSync(terminate);
      if (!terminate.aborted) logger.info({ resources: informers.map((one) => resourceName(one.type)) }, 'caches are in sync');
      const elected = !terminate.aborted && ((await elector?.acquire(terminate)) ?? true);
      if (elected) {
        const code = await lead(terminate);
        if (code !== 0) return code;
      }
      terminating = true;
      await closeRest();
      logger.info('stopped');
      return 0;
    },
  };
}

function electorOf(options: ManagerOptions, election: LeaderElectionOptions): LeaderElector {
  const { client, clock, logger, metrics, random } = options;
  return createLeaderElector({ ...election, client, clock, logger, metrics, ...(random === undefined ? {} : { random }) });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
