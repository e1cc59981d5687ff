import { describe, expect, it } from 'vitest';
import type { EndpointSlice } from '../shared/kube-types.ts';
import type { Deps } from './deps.ts';
import { listedPods } from './listed-pods.ts';

type Endpoints = NonNullable<EndpointSlice['endpoints']>;
const endpoint = (uid: string, ready?: boolean): Endpoints[number] => ({ addresses: ['192.0.2.1'], ...(ready === undefined ? {} : { conditions: { ready } }), targetRef: { kind: 'Pod', name: uid, uid } });
const slice = (endpoints: Endpoints | null): EndpointSlice => ({ apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice', metadata: { name: 's', namespace: 'ml' }, addressType: 'IPv4', endpoints });

function listed(...slices: readonly EndpointSlice[]): readonly string[] {
  const endpointSlices = { byIndex: (index: string, value: string) => (index === 'revision' && value === 'ml/web-1' ? slices : []) } as unknown as Deps['stores']['endpointSlices'];
  return [...listedPods({ endpointSlices }, 'ml', 'web-1')];
}

describe('the pods that a Service lists', () => {
  it.each<[name: string, slices: readonly EndpointSlice[], pods: readonly string[]]>([
    ['none: no slice yet', [], []],
    ['none: a slice without endpoints, which the API writes as null', [slice(null)], []],
    ['those that are ready', [slice([endpoint('a', true), endpoint('b', false)])], ['a']],
    ['those of which it is unknown', [slice([endpoint('a')])], ['a']],
    ['those of all slices, as for more than a hundred pods or two families of addresses', [slice([endpoint('a', true)]), slice([endpoint('b', true), endpoint('a', true)])], ['a', 'b']],
    ['no address that is no pod', [slice([{ addresses: ['192.0.2.9'] }])], []],
  ])('%s', (_name, slices, pods) => {
    expect(listed(...slices)).toEqual(pods);
  });
});
