// What the peers ask Prometheus: the same counters of the model server that Trainyard's judge reads, about the same pods.

/** Selector of the candidate's pods, as PromQL's matchers. */
export type Pods = string;

export function successRatio(pods: Pods, window: string): string {
  const all = `trainyard_inference_requests_total{${pods}`;
  return `sum(rate(${all},code!="5xx"}[${window}])) / sum(rate(${all}}[${window}]))`;
}

/** In seconds. */
export function p99(pods: Pods, window: string): string {
  return `histogram_quantile(0.99, sum by (le) (rate(trainyard_inference_duration_seconds_bucket{${pods},code=~"2xx|4xx"}[${window}])))`;
}
