// docs/reference/metrics.md: the operator's own metrics, asked of the registry that the operator serves.
import type { Registry } from 'prom-client';
import { createProgressMetrics } from '../../controllers/training-run/progress/metrics.ts';
import { refusals } from '../../controllers/training-run/progress/refusals.ts';
import { createObjectMetrics, type ObjectCaches } from '../../operator/object-metrics.ts';
import { systemClock } from '../../operator/runtime/clock.ts';
import { createMetrics } from '../../operator/runtime/metrics.ts';
import { code, pageHeader, table } from './markdown.ts';

export interface DescribedMetric {
  readonly name: string;
  readonly help: string;
  readonly type: string;
  readonly labels: readonly string[];
}

/** Sorted by name. Those of the process (`process_*`, `nodejs_*`) depend on Node and on the platform, and are left out. */
export async function describeMetrics(): Promise<readonly DescribedMetric[]> {
  const registry = registryAtStart();
  const described = await registry.getMetricsAsJSON();
  return described
    .map(({ name, help, type }) => ({ name, help, type: String(type), labels: labelsOf(registry.getSingleMetric(name)) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The labels of each series that a metric has at the first scrape, before there is any object. */
export async function seriesAtStart(name: string): Promise<readonly Readonly<Record<string, string | number | undefined>>[]> {
  const metric = await registryAtStart().getSingleMetric(name)?.get();
  return (metric?.values ?? []).map(({ labels }) => labels);
}

function registryAtStart(): Registry {
  const { registry } = createMetrics();
  createProgressMetrics(registry);
  createObjectMetrics(registry, emptyCaches(), systemClock());
  return registry;
}

function emptyCaches(): ObjectCaches {
  const cache = { hasSynced: () => true, store: { get: () => undefined, list: () => [], byIndex: () => [] } };
  return { trainingRuns: cache, experiments: cache, modelVersions: cache, modelDeployments: cache };
}

// prom-client keeps the names on the metric, and leaves them out of its types.
function labelsOf(metric: unknown): readonly string[] {
  return (metric as { readonly labelNames?: readonly string[] }).labelNames ?? [];
}

export async function metricsReference(): Promise<string> {
  const rows = (await describeMetrics()).map(({ name, help, type, labels }) => [code(name), type, labels.map(code).join(' '), help]);
  return `${pageHeader('operator/runtime/metrics.ts, operator/object-metrics.ts and controllers/training-run/progress')}# Metrics of the operator

Served on \`/metrics\` of port 8080, by the standby too. Names, labels and buckets of \`controller_runtime_*\`,
\`workqueue_*\`, \`rest_client_*\` and \`leader_election_*\` are those of controller-runtime and client-go, so dashboards made
for them work. Series whose labels are known beforehand are there from the first scrape, at 0. No label holds the name of
an object: the number of series does not grow with the number of objects. \`name\` and \`controller\` are names of
controllers, \`resource\` a kind such as \`deployments.apps\`. \`reason\` in \`trainyard_objects\` is one of [the kind's
reasons](reasons.md), \`Other\` for those that a trainer of one's own makes up and \`New\` before the first status; in
\`trainyard_progress_refused_total\` it is one of [those below](#refused-progress-reports).

${table(['Name', 'Type', 'Labels', 'What'], rows)}
Besides these there are prom-client's \`process_*\` and \`nodejs_*\`: \`nodejs_eventloop_lag_p99_seconds\` is how long the
event loop kept others waiting, \`process_open_fds\` and \`nodejs_heap_size_used_bytes\` show leaks.

## Refused progress reports
The reasons in \`trainyard_progress_refused_total\`. The answer has the same word in \`reason\`.

${table(
    ['Reason', 'HTTP', 'Meaning'],
    Object.entries(refusals).map(([reason, { status, meaning }]) => [code(reason), String(status), meaning]),
  )}
## Probes
Port 8081, in the form of kube-apiserver: \`ok\`, or with \`?verbose\`, or when something fails, one line for each check;
\`/readyz/caches\` asks for one alone, \`?exclude=watches\` leaves one out. A failure is 503.

${table(
    ['Probe', 'Check', 'Fails when'],
    [
      ['`/healthz`', '`lease`', 'This process leads, and its lease ran out more than 20 s ago without its noticing.'],
      ['`/healthz`', '`watches`', 'Nothing came on some watch for 15 minutes, not even a bookmark or a new list.'],
      ['`/healthz`', '`event-loop`', 'Two probes in a row saw the event loop blocked for more than 10 s.'],
      ['`/readyz`', '`caches`', 'The first list of some kind has not succeeded yet. Who leads does not matter: a standby is ready with warm caches.'],
      ['`/readyz`', '`shutdown`', 'SIGTERM came.'],
    ],
  )}`;
}
