// Names and buckets as in controller-runtime and client-go, so that existing dashboards and alerts work unchanged.
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface WorkQueueMetrics {
  depth(ready: number): void;
  added(): void;
  retried(): void;
  /** Seconds between becoming ready and being taken. */
  waited(seconds: number): void;
  /** Seconds in work. */
  worked(seconds: number): void;
  /** Asked at each scrape: seconds of work under way, summed and longest. */
  observe(read: () => { readonly unfinished: number; readonly longest: number }): void;
}

export type ReconcileResult = 'success' | 'error' | 'requeue' | 'requeue_after';

export interface ControllerMetrics {
  readonly queue: WorkQueueMetrics;
  reconciled(result: ReconcileResult, seconds: number): void;
  failed(): void;
  failedForGood(): void;
  panicked(): void;
  activeWorkers(count: number): void;
}

export interface Metrics {
  readonly registry: Registry;
  readonly restRequests: Counter<'code' | 'method' | 'host'>;
  readonly restDuration: Histogram<'verb' | 'host'>;
  readonly restRetries: Counter<'code' | 'verb' | 'host'>;
  readonly watchRelists: Counter<'resource'>;
  /** Unix seconds. */
  readonly lastList: Gauge<'resource'>;
  readonly watchReconnects: Counter<'resource' | 'cause'>;
  readonly informerEvents: Counter<'resource' | 'type'>;
  readonly informerObjects: Gauge<'resource'>;
  readonly informerHandlerErrors: Counter<'resource' | 'stage'>;
  readonly leader: Gauge<'name'>;
  readonly eventsDropped: Counter<'cause'>;
  /** Shows the seconds since a watch last heard from the server; several watches of one resource show the worst. All series of the resource are there from now on. Returns how to end it. */
  watchAge(resource: string, ageSeconds: () => number): () => void;
  /** The same seconds, by resource. */
  watchAges(): ReadonlyMap<string, number>;
  /** All series of one controller, present at 0 from the start. */
  controller(name: string, workers: number): ControllerMetrics;
}

// controller-runtime pkg/internal/controller/metrics.
const reconcileBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9, 10, 15, 20, 25, 30, 40, 50, 60];
// prometheus.ExponentialBuckets(10e-9, 10, 12), as for every Go work queue.
const queueBuckets = [1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1, 10, 100, 1000];
/** What watcher.ts ends a watch or a list with. */
const reconnectCauses = ['closed', 'connect', 'error', 'gone', 'list', 'network', 'short'] as const;
const results: readonly ReconcileResult[] = ['success', 'error', 'requeue', 'requeue_after'];

export function createMetrics(options: { readonly processMetrics?: boolean } = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (options.processMetrics === true) collectDefaultMetrics({ register: registry }); // event-loop delay, heap, file descriptors

  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]): Counter<L> => new Counter({ name, help, labelNames: [...labelNames], registers });
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[]): Gauge<L> => new Gauge({ name, help, labelNames: [...labelNames], registers });
  const histogram = <L extends string>(name: string, help: string, labelNames: readonly L[], buckets: readonly number[]): Histogram<L> =>
    new Histogram({ name, help, labelNames: [...labelNames], buckets: [...buckets], registers });

  const ages = new Map<string, Set<() => number>>();
  const watchAges = (): Map<string, number> => new Map([...ages].flatMap(([resource, readers]) => (readers.size === 0 ? [] : [[resource, Math.max(...[...readers].map((read) => read()))]])));
  new Gauge({
    name: 'watch_last_activity_age_seconds',
    help: 'Seconds since a watch of the resource last received anything, bookmarks included.',
    labelNames: ['resource'],
    registers,
    collect() {
      this.reset();
      for (const [resource, age] of watchAges()) this.set({ resource }, age);
    },
  });

  const queueReaders = new Map<string, () => { readonly unfinished: number; readonly longest: number }>();
  const queueGauge = (name: string, help: string, field: 'unfinished' | 'longest'): void => {
    new Gauge({
      name,
      help,
      labelNames: ['name', 'controller'],
      registers,
      collect() {
        for (const [controller, read] of queueReaders) this.set({ name: controller, controller }, read()[field]);
      },
    });
  };
  queueGauge('workqueue_unfinished_work_seconds', 'Seconds of work in progress that work_duration has not observed yet.', 'unfinished');
  queueGauge('workqueue_longest_running_processor_seconds', 'Seconds the longest running worker has been at it.', 'longest');

  const perController = {
    total: counter('controller_runtime_reconcile_total', 'Reconciliations per controller and result.', ['controller', 'result']),
    errors: counter('controller_runtime_reconcile_errors_total', 'Reconciliations that ended in an error.', ['controller']),
    terminal: counter('controller_runtime_terminal_reconcile_errors_total', 'Reconciliations that stalled: only a user can mend them.', ['controller']),
    panics: counter('controller_runtime_reconcile_panics_total', 'Reconciliations that threw something other than an API error.', ['controller']),
    time: histogram('controller_runtime_reconcile_time_seconds', 'Seconds per reconciliation.', ['controller'], reconcileBuckets),
    max: gauge('controller_runtime_max_concurrent_reconciles', 'Workers per controller.', ['controller']),
    active: gauge('controller_runtime_active_workers', 'Workers in use per controller.', ['controller']),
    depth: gauge('workqueue_depth', 'Keys ready to be worked on.', ['name', 'controller']),
    adds: counter('workqueue_adds_total', 'Keys added.', ['name', 'controller']),
    retries: counter('workqueue_retries_total', 'Keys added with backoff.', ['name', 'controller']),
    queueTime: histogram('workqueue_queue_duration_seconds', 'Seconds a key waits before work.', ['name', 'controller'], queueBuckets),
    workTime: histogram('workqueue_work_duration_seconds', 'Seconds of work on a key.', ['name', 'controller'], queueBuckets),
  };

  const perResource = {
    watchRelists: counter('watch_relists_total', 'Full lists made, the first included.', ['resource']),
    lastList: gauge('watch_last_list_timestamp_seconds', 'When a full list last succeeded, in Unix seconds; 0 before the first.', ['resource']),
    watchReconnects: counter('watch_reconnects_total', 'Watches begun again, by what ended the one before.', ['resource', 'cause']),
    informerEvents: counter('informer_events_total', 'Changes delivered to handlers.', ['resource', 'type']),
    informerObjects: gauge('informer_objects', 'Objects held in the cache.', ['resource']),
    informerHandlerErrors: counter('informer_handler_errors_total', 'Callbacks of an informer that threw.', ['resource', 'stage']),
  };
  const beginResource = (resource: string): void => {
    perResource.watchRelists.inc({ resource }, 0);
    for (const series of [perResource.lastList, perResource.informerObjects]) series.inc({ resource }, 0);
    for (const cause of reconnectCauses) perResource.watchReconnects.inc({ resource, cause }, 0);
    for (const type of ['added', 'updated', 'deleted']) perResource.informerEvents.inc({ resource, type }, 0);
    for (const stage of ['handler', 'index']) perResource.informerHandlerErrors.inc({ resource, stage }, 0);
  };

  return {
    registry,
    restRequests: counter('rest_client_requests_total', 'Calls to the API server by method, code and host.', ['code', 'method', 'host']),
    restDuration: histogram('rest_client_request_duration_seconds', 'Seconds per answered call to the API server.', ['verb', 'host'], [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60]),
    restRetries: counter('rest_client_request_retries_total', 'Calls to the API server that were repeated, by what came instead of an answer.', ['code', 'verb', 'host']),
    ...perResource,
    leader: gauge('leader_election_master_status', '1 on the replica that leads.', ['name']),
    eventsDropped: counter('event_recorder_dropped_total', 'Events never recorded.', ['cause']),
    watchAges,
    watchAge(resource, ageSeconds) {
      if (!ages.has(resource)) beginResource(resource);
      const readers = ages.get(resource) ?? new Set();
      ages.set(resource, readers.add(ageSeconds));
      return () => {
        readers.delete(ageSeconds);
      };
    },
    controller(name, workers) {
      const controller = { controller: name };
      const queue = { name, controller: name };
      for (const result of results) perController.total.inc({ ...controller, result }, 0);
      for (const series of [perController.errors, perController.terminal, perController.panics]) series.inc(controller, 0);
      for (const series of [perController.adds, perController.retries]) series.inc(queue, 0);
      perController.time.zero(controller);
      perController.queueTime.zero(queue);
      perController.workTime.zero(queue);
      perController.max.set(controller, workers);
      perController.active.set(controller, 0);
      perController.depth.set(queue, 0);
      return {
        queue: {
          depth: (ready) => perController.depth.set(queue, ready),
          added: () => perController.adds.inc(queue),
          retried: () => perController.retries.inc(queue),
          waited: (seconds) => perController.queueTime.observe(queue, seconds),
          worked: (seconds) => perController.workTime.observe(queue, seconds),
          observe: (read) => void queueReaders.set(name, read),
        },
        reconciled(result, seconds) {
          perController.total.inc({ ...controller, result });
          perController.time.observe(controller, seconds);
        },
        failed: () => perController.errors.inc(controller),
        failedForGood: () => perController.terminal.inc(controller),
        panicked: () => perController.panics.inc(controller),
        activeWorkers: (count) => perController.active.set(controller, count),
      };
    },
  };
}
