import type { ModelDeploymentSpec } from '../../../crds/generated/model-deployment.ts';
import type { Key } from '../../../operator/runtime/types.ts';
import { durationMs } from '../../shared/duration.ts';
import type { Gateway } from '../../shared/kube-types.ts';
import { splitsTraffic } from '../policies/user-key.ts';
import { placesOf, type Place } from './places.ts';
import { tryTimeoutMs } from './try-timeout.ts';

export type ShieldPlan =
  | { readonly on: true; readonly places: readonly Place[] }
  | { readonly on: false; readonly reason: 'Off' | 'NoSharedTraffic' | 'RetriesSet' | 'TryTimeoutTooLong' | 'GatewayNotWatched' | 'GatewayUnknown'; readonly message: string };

/** Whether and where failures of the candidate can be kept from clients. All gateways or none: half a shield would be a false promise. */
export function shieldPlan(spec: ModelDeploymentSpec, namespace: string, gateway: (key: Key) => Gateway | undefined, seen: (namespace: string) => boolean): ShieldPlan {
  const { shield, strategy } = spec.rollout;
  const { retries, timeout } = spec.traffic;
  const off = (reason: (ShieldPlan & { on: false })['reason'], message: string): ShieldPlan => ({ on: false, reason, message });
  if (shield.mode === 'Off') return off('Off', 'spec.rollout.shield.mode is Off: clients see what the candidate answers');
  if (!splitsTraffic(strategy)) return off('NoSharedTraffic', `strategy ${strategy} never splits the traffic, so there is nothing to shield`);
  if (retries > 0) return off('RetriesSet', 'spec.traffic.retries makes the proxies try the candidate again; set it to 0 to let stable answer instead');
  if (tryTimeoutMs(spec) >= durationMs(timeout)) return off('TryTimeoutTooLong', `spec.rollout.shield.tryTimeout ${shield.tryTimeout ?? ''} leaves stable no time within spec.traffic.timeout ${timeout}`);

  const proxies = placesOf(spec, namespace, gateway, seen);
  return proxies.found ? { on: true, places: proxies.places } : off(proxies.reason, proxies.message);
}
