import { describe, expect, it } from 'vitest';
import type { VirtualService } from '../../shared/kube-types.ts';
import type { SpecParts } from '../testing/rollout.ts';
import { deploymentOf, ownedByDeployment } from '../testing/objects.ts';
import { buildVirtualService, isUpToDate, wasEdited } from './virtual-service.ts';

const split = { weights: [{ revision: 'web-1', weight: 95 }, { revision: 'web-2', weight: 5 }] };
const route = (spec: SpecParts = {}): Record<string, unknown> => {
  const { http } = buildVirtualService(deploymentOf(spec), split).spec as { http: Record<string, unknown>[] };
  return http[0]!;
};

describe('the route of a deployment', () => {
  it('splits by weight, never retries by itself, and belongs to the deployment', () => {
    expect(buildVirtualService(deploymentOf({ traffic: { hosts: ['ml.example.com'], gateways: ['istio/public'], timeout: '1m500ms' } }), split)).toEqual({
      apiVersion: 'networking.istio.io/v1',
      kind: 'VirtualService',
      metadata: {
        name: 'web',
        namespace: 'ml',
        labels: { 'app.kubernetes.io/managed-by': 'trainyard', 'trainyard.dev/deployment': 'web' },
        annotations: { 'trainyard.dev/applied-digest': expect.stringMatching(/^[0-9a-f]{64}$/), 'argocd.argoproj.io/compare-options': 'IgnoreExtraneous' },
        ownerReferences: [ownedByDeployment],
      },
      spec: {
        hosts: ['ml.example.com', 'web.ml.svc.cluster.local'],
        gateways: ['istio/public', 'mesh'],
        http: [
          {
            name: 'weighted',
            route: [
              { destination: { host: 'web-1.ml.svc.cluster.local', port: { number: 80 } }, weight: 95 },
              { destination: { host: 'web-2.ml.svc.cluster.local', port: { number: 80 } }, weight: 5 },
            ],
            timeout: '60500ms',
            retries: { attempts: 0 },
          },
        ],
      },
    });
  });
  it('bears the name that the sticky filter looks for only where it has two destinations and users stay', () => {
    const named = (traffic: Parameters<typeof buildVirtualService>[1]): unknown => (buildVirtualService(deploymentOf(), traffic).spec as { http: { name: string }[] }).http[0]?.name;
    expect([named({ ...split, sticky: true }), named(split)]).toEqual(['trainyard.sticky.ml.web', 'weighted']);
  });
  it('serves the mesh alone where nothing else is asked for', () => {
    expect(buildVirtualService(deploymentOf(), split).spec).toMatchObject({ hosts: ['web.ml.svc.cluster.local'], gateways: ['mesh'] });
    expect(route()).not.toHaveProperty('match');
    expect(route()).not.toHaveProperty('rewrite');
  });
  it.each([['/tumour'], ['/tumour/']])('takes the path %s off, leaves one slash, and takes no other path for it', (path) => {
    // Envoy swaps exactly what matched for "/": a prefix without its slash would leave "//v2", and match "/tumours".
    expect(route({ traffic: { path } })).toMatchObject({ match: [{ uri: { exact: '/tumour' } }, { uri: { prefix: '/tumour/' } }], rewrite: { uri: '/' } });
  });
  it('retries as often as the user says', () => {
    expect(route({ traffic: { retries: 2 } })['retries']).toEqual({ attempts: 2, retryOn: 'connect-failure,refused-stream,reset,503' });
  });
});

describe('a route that somebody else changed', () => {
  const wanted = buildVirtualService(deploymentOf(), split);
  const live = (change: (spec: Record<string, unknown>) => void): VirtualService => {
    const copy = structuredClone(wanted);
    change(copy.spec!);
    return copy;
  };
  const moved = live((spec) => {
    (spec['http'] as { route: { weight: number }[] }[])[0]!.route[0]!.weight = 50;
  });
  it.each<[name: string, live: VirtualService, edited: boolean, upToDate: boolean]>([
    ['is not the one we wrote', wanted, false, true],
    ['is not the one that the server returns in another order', { ...wanted, spec: Object.fromEntries(Object.entries(wanted.spec!).reverse()) }, false, true],
    ['has other weights', moved, true, false],
    ['has another member', live((spec) => { spec['exportTo'] = ['.']; }), true, false],
    ['has lost its annotation', { ...wanted, metadata: { ...wanted.metadata, annotations: {} } }, true, false],
    ['is not an older one of ours', buildVirtualService(deploymentOf(), { weights: [{ revision: 'web-1', weight: 100 }] }), false, false],
  ])('%s', (_name, one, edited, upToDate) => {
    expect([wasEdited(one), isUpToDate(one, wanted)]).toEqual([edited, upToDate]);
  });
});
