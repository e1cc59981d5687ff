import { describe, expect, it } from 'vitest';
import { createMetrics } from './metrics.ts';
import { seriesValue } from './testing/silent.ts';

interface Described {
  readonly name: string;
  readonly type: string;
  readonly labelNames: readonly string[];
}

function described(metrics = createMetrics()): Described[] {
  return metrics.registry.getMetricsAsArray().map((metric) => {
    const { name, labelNames } = metric as unknown as Described;
    return { name, type: metric.constructor.name.toLowerCase(), labelNames };
  });
}

// controller-runtime pkg/internal/controller/metrics and pkg/internal/metrics/workqueue.go; client-go tools/metrics as
// component-base registers them; leader election as in controller-runtime pkg/metrics/leaderelection.go.
const foreign = [
  'controller_runtime_active_workers gauge controller',
  'controller_runtime_max_concurrent_reconciles gauge controller',
  'controller_runtime_reconcile_errors_total counter controller',
  'controller_runtime_reconcile_panics_total counter controller',
  'controller_runtime_reconcile_time_seconds histogram controller',
  'controller_runtime_reconcile_total counter controller result',
  'controller_runtime_terminal_reconcile_errors_total counter controller',
  'leader_election_master_status gauge name',
  'rest_client_request_duration_seconds histogram verb host',
  'rest_client_request_retries_total counter code verb host',
  'rest_client_requests_total counter code method host',
  'workqueue_adds_total counter name controller',
  'workqueue_depth gauge name controller',
  'workqueue_longest_running_processor_seconds gauge name controller',
  'workqueue_queue_duration_seconds histogram name controller',
  'workqueue_retries_total counter name controller',
  'workqueue_unfinished_work_seconds gauge name controller',
  'workqueue_work_duration_seconds histogram name controller',
];
const ours = [
  'event_recorder_dropped_total counter cause',
  'informer_events_total counter resource type',
  'informer_handler_errors_total counter resource stage',
  'informer_objects gauge resource',
  'watch_last_activity_age_seconds gauge resource',
  'watch_last_list_timestamp_seconds gauge resource',
  'watch_reconnects_total counter resource cause',
  'watch_relists_total counter resource',
];

describe('metrics', () => {
  it('have the names, types and labels that dashboards for controller-runtime ask for, and no others but ours', () => {
    expect(described().map(({ name, type, labelNames }) => [name, type, ...labelNames].join(' ')).sort()).toEqual([...foreign, ...ours].sort());
  });

  it('have no label that could hold the name of an object', () => {
    const bounded = new Set(['controller', 'name', 'result', 'verb', 'method', 'code', 'host', 'resource', 'type', 'cause', 'stage']);
    expect(described().flatMap(({ labelNames }) => labelNames).filter((label) => !bounded.has(label))).toEqual([]);
  });

  it('are all there at the first scrape, at 0, for every controller and every watch', async () => {
    const metrics = createMetrics({ processMetrics: true });
    metrics.controller('model-version', 4).queue.observe(() => ({ unfinished: 0, longest: 0 }));
    metrics.watchAge('pods', () => 7);
    const text = await metrics.registry.metrics();
    const queue = '{name="model-version",controller="model-version"}';
    for (const line of [
      ...['success', 'error', 'requeue', 'requeue_after'].map((result) => `controller_runtime_reconcile_total{controller="model-version",result="${result}"} 0`),
      ...['errors_total', 'panics_total'].map((end) => `controller_runtime_reconcile_${end}{controller="model-version"} 0`),
      'controller_runtime_terminal_reconcile_errors_total{controller="model-version"} 0',
      'controller_runtime_reconcile_time_seconds_count{controller="model-version"} 0',
      'controller_runtime_max_concurrent_reconciles{controller="model-version"} 4',
      'controller_runtime_active_workers{controller="model-version"} 0',
      ...['adds_total', 'retries_total', 'depth', 'unfinished_work_seconds', 'longest_running_processor_seconds', 'queue_duration_seconds_count', 'work_duration_seconds_count'].map((end) => `workqueue_${end}${queue} 0`),
      ...['added', 'updated', 'deleted'].map((type) => `informer_events_total{resource="pods",type="${type}"} 0`),
      ...['closed', 'connect', 'error', 'gone', 'list', 'network', 'short'].map((cause) => `watch_reconnects_total{resource="pods",cause="${cause}"} 0`),
      ...['handler', 'index'].map((stage) => `informer_handler_errors_total{resource="pods",stage="${stage}"} 0`),
      ...['watch_relists_total', 'watch_last_list_timestamp_seconds', 'informer_objects'].map((name) => `${name}{resource="pods"} 0`),
      'watch_last_activity_age_seconds{resource="pods"} 7',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
    for (const name of ['nodejs_eventloop_lag_p99_seconds', 'process_cpu_seconds_total', 'process_resident_memory_bytes']) expect(text).toContain(`\n${name}`);
  });

  it('time reconciles and queues in the buckets of the originals', async () => {
    const metrics = createMetrics();
    metrics.controller('a', 1);
    const text = await metrics.registry.metrics();
    const bounds = (name: string): string[] => [...text.matchAll(new RegExp(`^${name}_bucket\\{le="([^"]+)"`, 'gm'))].map(([, le = '']) => le);
    expect(bounds('controller_runtime_reconcile_time_seconds')).toHaveLength(41);
    expect(bounds('controller_runtime_reconcile_time_seconds').slice(0, 5)).toEqual(['0.005', '0.01', '0.025', '0.05', '0.1']);
    expect(bounds('workqueue_queue_duration_seconds').map(Number)).toEqual([1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1, 10, 100, 1000, Number.NaN]);
  });

  it('show the worst of several watches of one resource, and none that ended', async () => {
    const metrics = createMetrics();
    const ends = [metrics.watchAge('pods', () => 3), metrics.watchAge('pods', () => 5)];
    expect([await seriesValue(metrics, 'watch_last_activity_age_seconds', { resource: 'pods' }), metrics.watchAges().get('pods')]).toEqual([5, 5]);
    for (const end of ends) end();
    expect([await seriesValue(metrics, 'watch_last_activity_age_seconds', { resource: 'pods' }), metrics.watchAges().size]).toEqual([undefined, 0]);
  });
});
