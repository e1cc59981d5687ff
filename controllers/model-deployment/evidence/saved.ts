import { instantQuery } from './prometheus.ts';
import type { SampleTarget } from './source.ts';

const metric = 'envoy_cluster_upstream_rq_retry_success';

/** Answers of stable to requests that the candidate failed, over all proxies of the rollout; undefined when no proxy tells. */
export async function savedAnswers({ prometheusUrl, shieldStat }: SampleTarget, signal: AbortSignal): Promise<number | undefined> {
  if (prometheusUrl === undefined || shieldStat === undefined) return undefined;
  // The name is of this rollout alone, so its greatest value counts, also of a proxy that is gone.
  const { result } = await instantQuery(prometheusUrl, `sum(max_over_time(${metric}{cluster_name="${shieldStat}"}[1h]))`, signal);
  const [series] = result as readonly { readonly value?: readonly [number, string] }[];
  const value = Number(series?.value?.[1]);
  return Number.isFinite(value) ? value : undefined;
}
