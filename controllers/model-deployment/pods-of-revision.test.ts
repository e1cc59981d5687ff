import { describe, expect, it } from 'vitest';
import type { Deployment, Pod } from '../shared/kube-types.ts';
import type { Deps } from './deps.ts';
import { podsOfRevision } from './pods-of-revision.ts';

const time = (second: number): string => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
const pod = (name: string, creationTimestamp?: string): Pod => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'ml', ...(creationTimestamp && { creationTimestamp }) } });
const workload = (metadata: object): Deployment => ({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web-1', namespace: 'ml', ...metadata } });

function names(deployment: Deployment | undefined, ...pods: readonly Pod[]): readonly string[] {
  const stores = {
    deployments: { get: () => deployment },
    pods: { byIndex: (index: string, value: string) => (index === 'revision' && value === 'ml/web-1' ? pods : []) },
  } as unknown as Deps['stores'];
  return podsOfRevision(stores, 'ml', 'web-1').map(({ metadata }) => metadata.name);
}

describe('the pods of a revision', () => {
  it.each<[name: string, deployment: Deployment | undefined, expected: readonly string[]]>([
    ['are those that its Deployment can have made', workload({ creationTimestamp: time(10) }), ['same second', 'younger']],
    ['are none where the Deployment is gone', undefined, []],
    ['are none where the Deployment is on its way out', workload({ creationTimestamp: time(0), deletionTimestamp: time(20) }), []],
  ])('%s', (_name, deployment, expected) => {
    expect(names(deployment, pod('of its predecessor', time(9)), pod('same second', time(10)), pod('younger', time(11)))).toEqual(expected);
  });
});
