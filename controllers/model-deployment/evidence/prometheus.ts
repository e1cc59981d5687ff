import { request } from 'undici';
import { windowMs } from '../judge/dispersion.ts';
import { binsMetric, durationMetric, invalidMetric, ProcessCounters, requestsMetric, rewardMetrics, startMetric, type EvidenceSource, type SampleTarget } from './source.ts';

interface Series<V> {
  readonly metric: Readonly<Record<string, string>>;
  readonly value?: V;
  readonly values?: readonly V[];
}
type Point = readonly [seconds: number, value: string];

const historyMinutes = 10;

/** Instant queries of raw counters, never of rates: a rate hides resets, and its window delays the verdict. */
export function prometheusSource(): EvidenceSource {
  return {
    name: 'prometheus',
    async read(target, signal) {
      const processes = new Map<string, ProcessCounters>();
      for (const { metric, value } of await ask(target, countersQuery(target), signal)) {
        const pod = metric['pod'] ?? '';
        const process = processes.get(pod) ?? new ProcessCounters();
        processes.set(pod, process);
        process.add(metric['__name__'] ?? '', metric, Number(value?.[1] ?? Number.NaN));
      }
      return [...processes].flatMap(([pod, process]) => process.reading(pod, revisionOf(target, pod)) ?? []);
    },
  };
}

/** One query for everything, so that all numbers of a process come from one scrape: sums of two scrapes would disagree. */
function countersQuery({ namespace, candidate, stable, extras }: SampleTarget): string {
  const names = [requestsMetric, startMetric, ...(extras?.invalid === true ? [invalidMetric] : []), ...(extras?.bins === true ? [binsMetric] : []), ...(extras?.rewards === true ? Object.keys(rewardMetrics) : [])];
  const pods = `namespace="${namespace}",pod=~"${candidate}-.+|${stable}-.+"`;
  const counters = `{__name__=~"${names.join('|')}",${pods}}`;
  // An answer that failed is not fast, however soon it came.
  return extras?.latency === true ? `${counters} or sum by (__name__, pod, le) (${durationMetric}{${pods},code=~"2xx|4xx"})` : counters;
}

/** Failures of stable per closed window during the last ten minutes, oldest first: how bursty they were before the canary. */
export async function stableHistory(target: SampleTarget, now: Date, signal: AbortSignal): Promise<readonly number[]> {
  const query = `${requestsMetric}{namespace="${target.namespace}",pod=~"${target.stable}-.+",code="5xx"}[${historyMinutes}m]`;
  const perWindow = new Map<number, number>();
  for (const { values = [] } of await ask(target, query, signal)) addIncreases(perWindow, values);
  const current = Math.floor(now.getTime() / windowMs);
  const first = Math.min(current, ...perWindow.keys());
  // The newest window is still open.
  return Array.from({ length: current - first }, (_, i) => perWindow.get(first + i) ?? 0);
}

function addIncreases(perWindow: Map<number, number>, points: readonly Point[]): void {
  points.forEach(([seconds, value], i) => {
    const before = points[i - 1];
    const window = Math.floor((seconds * 1000) / windowMs);
    // The first point is where the counter stood; a smaller value than before means that the process started again.
    const increase = before === undefined ? 0 : Number(value) >= Number(before[1]) ? Number(value) - Number(before[1]) : Number(value);
    perWindow.set(window, (perWindow.get(window) ?? 0) + increase);
  });
}

async function ask(target: SampleTarget, query: string, signal: AbortSignal): Promise<readonly Series<Point>[]> {
  if (target.prometheusUrl === undefined) return [];
  return (await instantQuery(target.prometheusUrl, query, signal)).result as readonly Series<Point>[];
}

export interface Answer {
  readonly resultType?: string;
  readonly result: unknown;
}

/** Throws when Prometheus gives no result. */
export async function instantQuery(prometheusUrl: string, query: string, signal: AbortSignal): Promise<Answer> {
  const url = new URL('api/v1/query', prometheusUrl.endsWith('/') ? prometheusUrl : `${prometheusUrl}/`);
  const response = await request(url, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ query }).toString(), signal });
  const text = await response.body.text();
  if (response.statusCode !== 200) throw new Error(`Prometheus answered ${response.statusCode}: ${text.slice(0, 200)}`);
  const { data, error } = JSON.parse(text) as { data?: Answer; error?: string };
  if (data === undefined) throw new Error(`Prometheus answered without a result: ${error ?? text.slice(0, 200)}`);
  return data;
}

function revisionOf(target: SampleTarget, pod: string): string {
  return pod.startsWith(`${target.candidate}-`) ? target.candidate : target.stable;
}
