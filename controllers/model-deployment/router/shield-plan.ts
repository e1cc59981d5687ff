import type { ModelDeploymentSpec } from '../../../crds/generated/model-deployment.ts';
import type { Key } from '../../../operator/runtime/types.ts';
import { durationMs } from '../../shared/duration.ts';
import type { Gateway } from '../../shared/kube-types.ts';

/** Proxies that take the shield: those of a gateway, or the sidecars of the deployment's namespace. */
export interface Place {
  readonly namespace: string;
  /** Labels of the gateway's pods; undefined for sidecars. */
  readonly selector?: Readonly<Record<string, string>>;
}

export type ShieldPlan =
  | { readonly on: true; readonly places: readonly Place[] }
  | { readonly on: false; readonly reason: 'Off' | 'NoSharedTraffic' | 'RetriesSet' | 'TryTimeoutTooLong' | 'GatewayNotWatched' | 'GatewayUnknown'; readonly message: string };

/** Whether and where failures of the candidate can be kept from clients. All gateways or none: half a shield would be a false promise. */
export function shieldPlan(spec: ModelDeploymentSpec, namespace: string, gateway: (key: Key) => Gateway | undefined, seen: (namespace: string) => boolean): ShieldPlan {
  const { shield, strategy } = spec.rollout;
  const { gateways = [], retries, timeout } = spec.traffic;
  const off = (reason: (ShieldPlan & { on: false })['reason'], message: string): ShieldPlan => ({ on: false, reason, message });
  if (shield.mode === 'Off') return off('Off', 'spec.rollout.shield.mode is Off: clients see what the candidate answers');
  if (strategy !== 'Canary') return off('NoSharedTraffic', `strategy ${strategy} never splits the traffic, so there is nothing to shield`);
  if (retries > 0) return off('RetriesSet', 'spec.traffic.retries makes the proxies try the candidate again; set it to 0 to let stable answer instead');
  if (durationMs(shield.tryTimeout) >= durationMs(timeout)) return off('TryTimeoutTooLong', `spec.rollout.shield.tryTimeout ${shield.tryTimeout} leaves stable no time within spec.traffic.timeout ${timeout}`);

  const places = new Map<string, Place>([['mesh', { namespace }]]);
  for (const name of gateways) {
    const [gatewayNamespace = '', gatewayName = ''] = name.split('/');
    if (!seen(gatewayNamespace)) return off('GatewayNotWatched', `the operator does not watch namespace ${gatewayNamespace} of Gateway ${name}, so it cannot set up its proxies`);
    const selector = gateway({ namespace: gatewayNamespace, name: gatewayName })?.spec?.selector;
    if (selector === undefined || Object.keys(selector).length === 0) return off('GatewayUnknown', `Gateway ${name} does not exist or selects no proxies`);
    // Two Gateways of the same pods are one place: the same cluster added twice would be refused.
    places.set(JSON.stringify([gatewayNamespace, Object.entries(selector).sort()]), { namespace: gatewayNamespace, selector });
  }
  return { on: true, places: [...places.values()] };
}
