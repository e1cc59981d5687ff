import { request } from 'undici';
import type { Pod } from '../../shared/kube-types.ts';
import type { Reading } from '../judge/counters.ts';
import { metricsPort } from '../resources/workload.ts';
import { parseMetrics } from './metrics-text.ts';
import { reading, requestsMetric, startMetric, type EvidenceSource } from './source.ts';

const names = new Set([requestsMetric, startMetric]);

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
  const lines = parseMetrics(page, names);
  const started = lines.find(({ name }) => name === startMetric);
  const byCode = new Map<string, number>();
  for (const { name, labels, value } of lines) {
    if (name === requestsMetric && labels['revision'] === revision) byCode.set(labels['code'] ?? '', (byCode.get(labels['code'] ?? '') ?? 0) + value);
  }
  if (started === undefined) throw new Error(`pod ${pod} does not tell ${startMetric}`);
  return [reading({ pod, revision, epoch: String(started.value), byCode })];
}

