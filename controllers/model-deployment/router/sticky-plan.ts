import type { ModelDeploymentSpec } from '../../../crds/generated/model-deployment.ts';
import type { Key } from '../../../operator/runtime/types.ts';
import type { Gateway } from '../../shared/kube-types.ts';
import { splitsTraffic, userKey, type UserKey } from '../policies/user-key.ts';
import { placesOf, type Place } from './places.ts';

export type StickyPlan =
  | { readonly on: true; readonly key: UserKey; readonly places: readonly Place[] }
  /** `asked`: users shall be kept at one version, and cannot be. */
  | { readonly on: false; readonly asked: boolean; readonly reason: 'NotAsked' | 'NoSharedTraffic' | 'GatewayNotWatched' | 'GatewayUnknown'; readonly message: string };

/** Whether and where users are kept at one version. All gateways or none: whoever comes by another one would change sides. */
export function stickyPlan(spec: ModelDeploymentSpec, namespace: string, gateway: (key: Key) => Gateway | undefined, seen: (namespace: string) => boolean): StickyPlan {
  const { strategy } = spec.rollout;
  if (!splitsTraffic(strategy)) return { on: false, asked: false, reason: 'NoSharedTraffic', message: `strategy ${strategy} never splits the traffic: all users get the same version` };
  const key = userKey(spec);
  if (key === undefined) return { on: false, asked: false, reason: 'NotAsked', message: 'spec.traffic.sticky is not set: each request is split by itself' };
  const proxies = placesOf(spec, namespace, gateway, seen);
  return proxies.found ? { on: true, key, places: proxies.places } : { on: false, asked: true, reason: proxies.reason, message: `users cannot be kept at one version: ${proxies.message}` };
}
