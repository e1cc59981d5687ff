import { describe, expect, it } from 'vitest';
import { deploymentOf, ownedByDeployment } from '../testing/objects.ts';
import { buildShieldFilter } from './shield-filter.ts';

const owner = deploymentOf({ rollout: { shield: { mode: 'Auto', tryTimeout: '1s250ms' } } });
const shielded = { candidate: 'web-2', stable: 'web-1', startedAt: '2026-01-01T00:00:00Z' };
const options = 'envoy.extensions.upstreams.http.v3.HttpProtocolOptions';
const unlimited = { thresholds: [{ max_connections: 4294967295, max_pending_requests: 4294967295, max_requests: 4294967295, max_retries: 4294967295 }] };

describe('the filter of a shield', () => {
  it('tries the candidate for a while, then stable, in the proxies of a gateway', () => {
    expect(buildShieldFilter(owner, shielded, { namespace: 'istio', selector: { istio: 'gateway' } })).toEqual({
      apiVersion: 'networking.istio.io/v1alpha3',
      kind: 'EnvoyFilter',
      metadata: {
        name: expect.stringMatching(/^web-shield-[0-9a-f]{8}$/),
        namespace: 'istio',
        labels: { 'app.kubernetes.io/managed-by': 'trainyard', 'trainyard.dev/deployment': 'web', 'trainyard.dev/deployment-namespace': 'ml' },
        annotations: { 'argocd.argoproj.io/compare-options': 'IgnoreExtraneous' },
      },
      spec: {
        workloadSelector: { labels: { istio: 'gateway' } },
        configPatches: [
          { applyTo: 'CLUSTER', match: { context: 'GATEWAY', cluster: { name: 'outbound|80||web-candidate.ml.svc.cluster.local' } }, patch: { operation: 'REMOVE' } },
          {
            applyTo: 'CLUSTER',
            match: { context: 'GATEWAY' },
            patch: {
              operation: 'ADD',
              value: {
                name: 'outbound|80||web-candidate.ml.svc.cluster.local',
                alt_stat_name: 'trainyard-shield-ml-web-2-1767225600;',
                connect_timeout: '1.25s',
                lb_policy: 'CLUSTER_PROVIDED',
                circuit_breakers: unlimited,
                cluster_type: { name: 'envoy.clusters.aggregate', typed_config: { '@type': 'type.googleapis.com/envoy.extensions.clusters.aggregate.v3.ClusterConfig', clusters: ['trainyard|first-try|web-2.ml.svc.cluster.local', 'outbound|80||web-1.ml.svc.cluster.local'] } },
                typed_extension_protocol_options: {
                  [options]: {
                    '@type': `type.googleapis.com/${options}`,
                    explicit_http_config: { http_protocol_options: {} },
                    retry_policy: {
                      retry_on: '5xx,reset,connect-failure',
                      num_retries: 1,
                      retry_back_off: { base_interval: '0.001s', max_interval: '0.001s' },
                      retry_priority: { name: 'envoy.retry_priorities.previous_priorities', typed_config: { '@type': 'type.googleapis.com/envoy.extensions.retry.priority.previous_priorities.v3.PreviousPrioritiesConfig', update_frequency: 1 } },
                    },
                  },
                },
              },
            },
          },
          {
            applyTo: 'CLUSTER',
            match: { context: 'GATEWAY' },
            patch: {
              operation: 'ADD',
              value: {
                name: 'trainyard|first-try|web-2.ml.svc.cluster.local',
                alt_stat_name: 'trainyard-shield-ml-web-2-1767225600-first-try;',
                type: 'EDS',
                connect_timeout: '1.25s',
                eds_cluster_config: { eds_config: { ads: {}, resource_api_version: 'V3', initial_fetch_timeout: '0s' }, service_name: 'outbound|80||web-2.ml.svc.cluster.local' },
                circuit_breakers: unlimited,
                typed_extension_protocol_options: { [options]: { '@type': `type.googleapis.com/${options}`, explicit_http_config: { http_protocol_options: {} }, common_http_protocol_options: { max_stream_duration: '1.25s' } } },
              },
            },
          },
        ],
      },
    });
  });

  it('beside the sidecars it belongs to the deployment and selects none of them', () => {
    const filter = buildShieldFilter(owner, shielded, { namespace: 'ml' });
    expect(filter.metadata.ownerReferences).toEqual([ownedByDeployment]);
    expect(filter.spec).not.toHaveProperty('workloadSelector');
    expect((filter.spec?.['configPatches'] as { match: { context: string } }[]).map(({ match }) => match.context)).toEqual(['SIDECAR_OUTBOUND', 'SIDECAR_OUTBOUND', 'SIDECAR_OUTBOUND']);
  });

  it('has a name of its own for every place and every deployment', () => {
    const places = [{ namespace: 'ml' }, { namespace: 'istio', selector: { istio: 'a' } }, { namespace: 'istio', selector: { istio: 'b' } }];
    const other = { ...owner, metadata: { ...owner.metadata, namespace: 'other' } };
    const names = [...places.map((place) => buildShieldFilter(owner, shielded, place)), buildShieldFilter(other, shielded, places[1]!)].map(({ metadata }) => metadata.name);
    expect(new Set(names).size).toBe(4);
  });
});
