import { describe, expect, it } from 'vitest';
import { gatewayOf } from '../testing/objects.ts';
import { specOf, type SpecParts } from '../testing/rollout.ts';
import { stickyPlan } from './sticky-plan.ts';

const traffic = { hosts: ['a.example'], gateways: ['istio/public'], sticky: { userHeader: 'x-user-id' } };
const known = (...names: readonly string[]) => ({ namespace, name }: { namespace: string; name: string }) => (namespace === 'istio' && names.includes(name) ? gatewayOf(name, '*') : undefined);
const plan = (spec: SpecParts, seen = true): object => stickyPlan(specOf({ traffic, ...spec }), 'ml', known('public', 'other'), () => seen);

describe('where users are kept at one version', () => {
  it.each<[name: string, spec: SpecParts, seen: boolean, expected: object]>([
    ['in the sidecars and in every gateway', {}, true, { on: true, key: { header: 'x-user-id' }, places: [{ namespace: 'ml' }, { namespace: 'istio', selector: { istio: 'gateway' } }] }],
    ['two gateways of the same pods are one place', { traffic: { ...traffic, gateways: ['istio/public', 'istio/other'] } }, true, { on: true, places: [{ namespace: 'ml' }, { namespace: 'istio', selector: { istio: 'gateway' } }] }],
    ['by a cookie', { traffic: { sticky: { userCookie: 'uid' } } }, true, { on: true, key: { cookie: 'uid' }, places: [{ namespace: 'ml' }] }],
    ['nowhere unless asked for', { traffic: {} }, true, { on: false, asked: false, reason: 'NotAsked' }],
    ['nowhere where no traffic is split', { rollout: { strategy: 'BlueGreen' } }, true, { on: false, asked: false, reason: 'NoSharedTraffic' }],
    ['nowhere, though asked for, when a gateway is out of sight', {}, false, { on: false, asked: true, reason: 'GatewayNotWatched', message: expect.stringContaining('namespace istio of Gateway istio/public') }],
    ['nowhere, though asked for, when one gateway of two is unknown', { traffic: { ...traffic, gateways: ['istio/public', 'istio/gone'] } }, true, { on: false, asked: true, reason: 'GatewayUnknown', message: expect.stringContaining('istio/gone') }],
  ])('%s', (_name, spec, seen, expected) => {
    expect(plan(spec, seen)).toMatchObject(expected);
    if ('places' in expected) expect(plan(spec, seen)).toHaveProperty('places', expected.places);
  });
});
