import { describe, expect, it } from 'vitest';
import { gatewayOf } from '../testing/objects.ts';
import { specOf } from '../testing/rollout.ts';
import { routeProblem } from './check-route.ts';

const gateways = [gatewayOf('any', '*'), gatewayOf('wild', '*.example.com'), gatewayOf('exact', 'ml.example.com'), gatewayOf('selected', 'ml/ml.example.com', './own.example.com', '*/*.test'), gatewayOf('empty')];
const problem = (hosts: string[], names: string[]): string | undefined =>
  routeProblem(specOf(hosts.length === 0 ? {} : { traffic: { hosts, gateways: names } }), ({ namespace, name }) => gateways.find(({ metadata }) => metadata.namespace === namespace && metadata.name === name), () => true)?.reason;

describe('whether the hosts can be reached', () => {
  it.each<[name: string, hosts: string[], gateways: string[], problem: string | undefined]>([
    ['mesh traffic alone needs no gateway', [], [], undefined],
    ['a gateway for every host', ['a.example.org'], ['istio/any'], undefined],
    ['a gateway for just this host', ['ml.example.com'], ['istio/exact'], undefined],
    ['a wildcard', ['ml.example.com'], ['istio/wild'], undefined],
    ['a wildcard covers deeper names', ['a.b.example.com'], ['istio/wild'], undefined],
    ['a wildcard does not cover the bare domain', ['example.com'], ['istio/wild'], 'HostNotServed'],
    ['a wildcard does not cover a name that ends alike', ['badexample.com'], ['istio/wild'], 'HostNotServed'],
    ['a host bound to a namespace', ['ml.example.com'], ['istio/selected'], undefined],
    ['a host bound to the gateway\'s own namespace', ['own.example.com'], ['istio/selected'], undefined],
    ['a wildcard bound to every namespace', ['a.test'], ['istio/selected'], undefined],
    ['another host', ['other.example.com'], ['istio/exact'], 'HostNotServed'],
    ['one host of two', ['ml.example.com', 'x.example.org'], ['istio/exact'], 'HostNotServed'],
    ['two gateways that serve one host each', ['ml.example.com', 'a.test'], ['istio/exact', 'istio/selected'], undefined],
    ['a gateway without servers', ['ml.example.com'], ['istio/empty'], 'HostNotServed'],
    ['a gateway that does not exist', ['ml.example.com'], ['istio/missing'], 'GatewayNotFound'],
    ['a gateway of another namespace', ['ml.example.com'], ['ml/exact'], 'GatewayNotFound'],
    ['one gateway of two that does not exist', ['ml.example.com'], ['istio/exact', 'istio/missing'], 'GatewayNotFound'],
  ])('%s', (_name, hosts, names, expected) => {
    expect(problem(hosts, names)).toBe(expected);
  });
  it('is told with the hosts that there are', () => {
    const found = routeProblem(specOf({ traffic: { hosts: ['x.org'], gateways: ['istio/wild'] } }), () => gateways[1], () => true);
    expect(found?.message).toBe('no Gateway of spec.traffic.gateways serves host x.org (they serve *.example.com)');
  });
});
