import { describe, expect, it } from 'vitest';
import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import { specOf } from '../testing/rollout.ts';
import { hostTaken } from './host-taken.ts';

interface Parts {
  readonly namespace?: string;
  readonly name?: string;
  readonly second?: number;
  readonly hosts?: readonly string[];
  readonly gateways?: readonly string[];
  readonly path?: string;
  readonly deleted?: boolean;
}

const made = ({ namespace = 'ml', name = 'one', second = 5, hosts = ['a.example'], gateways = ['istio/public'], path = '/', deleted = false }: Parts): ModelDeployment => ({
  apiVersion: 'trainyard.dev/v1alpha1',
  kind: 'ModelDeployment',
  metadata: { namespace, name, creationTimestamp: `2026-01-01T00:00:0${second}Z`, ...(deleted ? { deletionTimestamp: '2026-01-02T00:00:00Z' } : {}) },
  spec: specOf({ traffic: { hosts, gateways, path } }),
});

describe('a host that another deployment has', () => {
  it.each<[name: string, other: Parts, one: Parts, taken: boolean]>([
    ['is taken by the elder one', { name: 'other', second: 4 }, {}, true],
    ['is taken across namespaces', { namespace: 'far', second: 4 }, {}, true],
    ['stays with the elder one', { name: 'other', second: 6 }, {}, false],
    ['is, of twins, with the first by name', { name: 'alpha' }, {}, true],
    ['is, of twins, not with the second', { name: 'zeta' }, {}, false],
    ['is free once the other one goes', { name: 'other', second: 4, deleted: true }, {}, false],
    ['is another one at another gateway', { name: 'other', second: 4, gateways: ['istio/inner'] }, {}, false],
    ['is taken where one gateway of two is shared', { name: 'other', second: 4 }, { gateways: ['istio/inner', 'istio/public'] }, true],
    ['is taken where one host of two is shared', { name: 'other', second: 4, hosts: ['b.example'] }, { hosts: ['a.example', 'b.example'] }, true],
    ['has room below another path', { name: 'other', second: 4, path: '/a' }, { path: '/b' }, false],
    ['has no room below the other one\'s path', { name: 'other', second: 4, path: '/a' }, { path: '/a/b' }, true],
    ['has room beside a path that begins alike', { name: 'other', second: 4, path: '/a' }, { path: '/ab' }, false],
    ['has room above it', { name: 'other', second: 4, path: '/a' }, {}, false],
    ['is not its own rival', {}, {}, false],
  ])('%s', (_name, other, one, taken) => {
    const all = [made(other)];
    const found = hostTaken(made(one), (host) => all.filter(({ spec }) => spec.traffic.hosts?.includes(host)));
    expect(found?.reason).toBe(taken ? 'HostTaken' : undefined);
  });
  it('is told with both names', () => {
    expect(hostTaken(made({}), () => [made({ namespace: 'far', name: 'other', second: 4 })])?.message).toBe('host a.example belongs to ModelDeployment far/other, which was made first; name another host, gateway or path');
  });
});
