import { describe, expect, it } from 'vitest';
import type { Gateway } from '../../shared/kube-types.ts';
import { specOf, type SpecParts } from '../testing/rollout.ts';
import { gatewayOf } from '../testing/objects.ts';
import { shieldPlan } from './shield-plan.ts';

const selecting = (name: string, selector: Record<string, string> | undefined): Gateway => {
  const { spec, ...made } = gatewayOf(name, '*');
  return { ...made, spec: { servers: spec?.servers ?? [], ...(selector === undefined ? {} : { selector }) } };
};
const known = [selecting('public', { istio: 'gateway' }), selecting('twin', { istio: 'gateway' }), selecting('inner', { istio: 'inner' }), selecting('bare', undefined), selecting('every', {})];
const plan = (spec: SpecParts, watched: readonly string[] = ['ml', 'istio']): ReturnType<typeof shieldPlan> =>
  shieldPlan(specOf({ ...spec, rollout: { shield: { mode: 'Auto' }, ...spec.rollout } }), 'ml', ({ namespace, name }) => known.find(({ metadata }) => metadata.namespace === namespace && metadata.name === name), (namespace) => watched.includes(namespace));
const through = (...gateways: readonly string[]): SpecParts => ({ traffic: { hosts: ['a.example'], gateways } });

describe('where the shield stands', () => {
  it.each<[name: string, spec: SpecParts, places: readonly object[]]>([
    ['sidecars alone, without a gateway', {}, [{ namespace: 'ml' }]],
    ['the proxies of a gateway, in its namespace', through('istio/public'), [{ namespace: 'ml' }, { namespace: 'istio', selector: { istio: 'gateway' } }]],
    ['two gateways of the same proxies are one place', through('istio/public', 'istio/twin'), [{ namespace: 'ml' }, { namespace: 'istio', selector: { istio: 'gateway' } }]],
    ['two gateways of other proxies are two', through('istio/public', 'istio/inner'), [{ namespace: 'ml' }, { namespace: 'istio', selector: { istio: 'gateway' } }, { namespace: 'istio', selector: { istio: 'inner' } }]],
  ])('%s', (_name, spec, places) => {
    expect(plan(spec)).toEqual({ on: true, places });
  });

  it.each<[name: string, spec: SpecParts, reason: string, watched?: readonly string[]]>([
    ['nobody asked for it', { rollout: { shield: { mode: 'Off' } } }, 'Off'],
    ['a BlueGreen never splits', { rollout: { strategy: 'BlueGreen' } }, 'NoSharedTraffic'],
    ['retries of the user go to the candidate again', { traffic: { retries: 1 } }, 'RetriesSet'],
    ['no time is left for stable', { traffic: { timeout: '500ms' }, rollout: { shield: { mode: 'Auto', tryTimeout: '500ms' } } }, 'TryTimeoutTooLong'],
    ['the gateway is out of sight', through('istio/public'), 'GatewayNotWatched', ['ml']],
    ['one gateway of two is out of sight', through('istio/public', 'far/public'), 'GatewayNotWatched'],
    ['the gateway does not exist', through('istio/missing'), 'GatewayUnknown'],
    ['the gateway selects nothing', through('istio/bare'), 'GatewayUnknown'],
    ['the gateway selects everything', through('istio/every'), 'GatewayUnknown'],
  ])('nowhere: %s', (_name, spec, reason, watched) => {
    expect(plan(spec, watched)).toMatchObject({ on: false, reason });
  });
});
