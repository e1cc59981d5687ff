import { describe, expect, it } from 'vitest';
import { deploymentOf, ownedByDeployment } from '../testing/objects.ts';
import { buildShieldFilter } from './shield-filter.ts';
import { buildStickyFilter, stickyRoute } from './sticky-filter.ts';

const owner = deploymentOf();

describe('the filter that keeps users', () => {
  it('hashes a header on the one route of the deployment, in the proxies of a gateway', () => {
    expect(buildStickyFilter(owner, { header: 'x-user-id' }, { namespace: 'istio', selector: { istio: 'gateway' } })).toEqual({
      apiVersion: 'networking.istio.io/v1alpha3',
      kind: 'EnvoyFilter',
      metadata: {
        name: expect.stringMatching(/^web-sticky-[0-9a-f]{8}$/),
        namespace: 'istio',
        labels: { 'app.kubernetes.io/managed-by': 'trainyard', 'trainyard.dev/deployment': 'web', 'trainyard.dev/deployment-namespace': 'ml' },
        annotations: { 'argocd.argoproj.io/compare-options': 'IgnoreExtraneous' },
      },
      spec: {
        workloadSelector: { labels: { istio: 'gateway' } },
        configPatches: [
          {
            applyTo: 'HTTP_ROUTE',
            match: { context: 'GATEWAY', routeConfiguration: { vhost: { route: { name: 'trainyard.sticky.ml.web' } } } },
            patch: { operation: 'MERGE', value: { route: { hash_policy: [{ header: { header_name: 'x-user-id' } }], weighted_clusters: { use_hash_policy: true } } } },
          },
        ],
      },
    });
  });

  it('hashes a cookie, without making one, beside the sidecars', () => {
    const filter = buildStickyFilter(owner, { cookie: 'uid' }, { namespace: 'ml' });
    expect(filter.metadata.ownerReferences).toEqual([ownedByDeployment]);
    expect(filter.spec).toMatchObject({ configPatches: [{ match: { context: 'SIDECAR_OUTBOUND' }, patch: { value: { route: { hash_policy: [{ cookie: { name: 'uid' } }] } } } }] });
    expect(JSON.stringify(filter.spec)).not.toContain('ttl');
    expect(filter.spec).not.toHaveProperty('workloadSelector');
  });

  it('is for nobody else\'s route, and no filter of the shield\'s', () => {
    const other = { ...owner, metadata: { ...owner.metadata, namespace: 'other' } };
    expect(stickyRoute(other)).not.toBe(stickyRoute(owner));
    const place = { namespace: 'istio', selector: { istio: 'gateway' } };
    const names = [buildStickyFilter(owner, { cookie: 'a' }, place), buildStickyFilter(other, { cookie: 'a' }, place), buildShieldFilter(owner, { candidate: 'b', stable: 'a', startedAt: '2026-01-01T00:00:00Z' }, place)].map(({ metadata }) => metadata.name);
    expect(new Set(names).size).toBe(3);
  });
});
