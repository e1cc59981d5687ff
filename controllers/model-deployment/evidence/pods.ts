import { request } from 'undici';
import type { Pod } from '../../shared/kube-types.ts';
import type { Reading } from '../judge/counters.ts';
import { metricsPort } from '../resources/workload.ts';
import { parseMetrics } from './metrics-text.ts';
import { binsMetric, durationMetric, invalidMetric, ProcessCounters, isRewardMetric, requestsMetric, rewardMetrics, startMetric, type EvidenceSource } from './source.ts';

const names = new Set([requestsMetric, startMetric, durationMetric, invalidMetric, binsMetric, ...Object.keys(rewardMetrics)]);

/**
 * Reads the counters from the servers themselves, so that a Prometheus that is down says nothing about the model.
 * Pods that do not answer are left out, because they may be starting or going away; when none of several answers, the
 * path itself is broken and the read fails.
 */
export function podSource(deps: { readonly podsOf: (namespace: string, revision: string) => readonly Pod[] }): EvidenceSource {
  return {
    name: 'pods',
    async read(target, signal) {
      const wanted = [target.candidate, target.stable].flatMap((revision) =>
        deps.podsOf(target.namespace, revision).flatMap((pod) => (pod.status?.podIP === undefined ? [] : [{ pod, ip: pod.status.podIP, revision }])),
      );
      const results = await Promise.allSettled(wanted.map(({ pod, ip, revision }) => readPod(pod.metadata.name, ip, revision, signal)));
      const readings = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
      const failure = results.find((result) => result.status === 'rejected');
      if (readings.length === 0 && failure !== undefined) throw new Error(`no pod answered: ${String(failure.reason)}`, { cause: failure.reason });
      return readings;
    },
  };
}

async function readPod(pod: string, ip: string, revision: string, signal: AbortSignal): Promise<readonly Reading[]> {
  const host = ip.includes(':') ? `[${ip}]` : ip;
  const response = await request(`http://${host}:${metricsPort}/metrics`, { signal });
  const page = await response.body.text();
  if (response.statusCode !== 200) throw new Error(`pod ${pod} answered ${response.statusCode} to /metrics`);
  const process = new ProcessCounters();
  for (const { name, labels, value } of parseMetrics(page, names)) {
    // Whose rewards they are is another question than whose page this is.
    const ours = name === startMetric || isRewardMetric(name) || labels['revision'] === revision;
    // An answer that failed is not fast, however soon it came; a server that does not tell them apart tells no times.
    const counts = name !== durationMetric || labels['code'] === '2xx' || labels['code'] === '4xx';
    if (ours && counts) process.add(name, labels, value);
  }
  const read = process.reading(pod, revision);
  if (read === undefined) throw new Error(`pod ${pod} does not tell ${startMetric}`);
  return [read];
}
