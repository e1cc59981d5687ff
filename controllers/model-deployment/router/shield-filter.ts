import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import type { EnvoyFilter } from '../../shared/kube-types.ts';
import { candidateService, servicePort } from '../resources/services.ts';
import { buildFilter } from './owned-filter.ts';
import type { Place } from './places.ts';
import { tryTimeoutMs } from './try-timeout.ts';

/** Who is tried first, and who answers when that fails. */
export interface Shielded {
  readonly candidate: string;
  readonly stable: string;
  /** When the rollout began: every rollout counts anew. */
  readonly startedAt: string;
}

/** The name under which the proxies of one rollout count. */
export function shieldStat(namespace: string, { candidate, startedAt }: Shielded): string {
  return `trainyard-shield-${namespace}-${candidate}-${Math.floor(Date.parse(startedAt) / 1000)}`;
}

/**
 * Replaces the cluster of the candidate's Service by one of two: the candidate with a time limit of its own, then
 * stable. A second try goes to the second one. Retries and limit belong to these clusters, not to the route, so that
 * requests which the weights send to stable are neither cut off nor repeated. Where a proxy does not take the filter,
 * the Service still leads to the candidate: there is no shield then, but no route is broken.
 */
export function buildShieldFilter(owner: ModelDeployment, shielded: Shielded, place: Place): EnvoyFilter {
  const { name } = owner.metadata;
  const namespace = owner.metadata.namespace ?? '';
  const host = (service: string): string => `${service}.${namespace}.svc.cluster.local`;
  const cluster = (service: string): string => `outbound|${servicePort}||${host(service)}`;
  const context = place.selector === undefined ? 'SIDECAR_OUTBOUND' : 'GATEWAY';
  const stat = shieldStat(namespace, shielded);
  const first = `trainyard|first-try|${host(shielded.candidate)}`;
  const limit = `${tryTimeoutMs(owner.spec) / 1000}s`;
  const add = (value: object): object => ({ applyTo: 'CLUSTER', match: { context }, patch: { operation: 'ADD', value } });
  return buildFilter(owner, 'shield', place, [
    { applyTo: 'CLUSTER', match: { context, cluster: { name: cluster(candidateService(name)) } }, patch: { operation: 'REMOVE' } },
    add({
      name: cluster(candidateService(name)),
      alt_stat_name: `${stat};`,
      connect_timeout: limit,
      lb_policy: 'CLUSTER_PROVIDED',
      circuit_breakers: unlimited,
      cluster_type: { name: 'envoy.clusters.aggregate', typed_config: { '@type': `${types}.clusters.aggregate.v3.ClusterConfig`, clusters: [first, cluster(shielded.stable)] } },
      ...http({ retry_policy: secondTryElsewhere }),
    }),
    add({
      name: first,
      alt_stat_name: `${stat}-first-try;`,
      type: 'EDS',
      connect_timeout: limit,
      eds_cluster_config: { eds_config: { ads: {}, resource_api_version: 'V3', initial_fetch_timeout: '0s' }, service_name: cluster(shielded.candidate) },
      circuit_breakers: unlimited,
      ...http({ common_http_protocol_options: { max_stream_duration: limit } }),
    }),
  ]);
}

const types = 'type.googleapis.com/envoy.extensions';

// As Istio's own clusters have it. Envoy's default of three retries at a time would let most failures of a busy route through.
const unlimited = { thresholds: [{ max_connections: 4294967295, max_pending_requests: 4294967295, max_requests: 4294967295, max_retries: 4294967295 }] };

const secondTryElsewhere = {
  retry_on: '5xx,reset,connect-failure',
  num_retries: 1,
  // The default waits 25 ms, which makes sense for the same server only.
  retry_back_off: { base_interval: '0.001s', max_interval: '0.001s' },
  retry_priority: { name: 'envoy.retry_priorities.previous_priorities', typed_config: { '@type': `${types}.retry.priority.previous_priorities.v3.PreviousPrioritiesConfig`, update_frequency: 1 } },
};

function http(options: object): object {
  const name = 'envoy.extensions.upstreams.http.v3.HttpProtocolOptions';
  return { typed_extension_protocol_options: { [name]: { '@type': `type.googleapis.com/${name}`, explicit_http_config: { http_protocol_options: {} }, ...options } } };
}
