import type { ModelDeploymentSpec } from '../../../crds/generated/model-deployment.ts';
import type { Key } from '../../../operator/runtime/types.ts';
import type { Gateway } from '../../shared/kube-types.ts';

/** Proxies that take a filter: those of a gateway, or the sidecars of the deployment's namespace. */
export interface Place {
  readonly namespace: string;
  /** Labels of the gateway's pods; undefined for sidecars. */
  readonly selector?: Readonly<Record<string, string>>;
}

export type Places = { readonly found: true; readonly places: readonly Place[] } | { readonly found: false; readonly reason: 'GatewayNotWatched' | 'GatewayUnknown'; readonly message: string };

/** All proxies that requests of a deployment come through, or why one of its gateways cannot be set up: what holds in some proxies only would be a false promise. */
export function placesOf(spec: ModelDeploymentSpec, namespace: string, gateway: (key: Key) => Gateway | undefined, seen: (namespace: string) => boolean): Places {
  const places = new Map<string, Place>([['mesh', { namespace }]]);
  for (const name of spec.traffic.gateways ?? []) {
    const [gatewayNamespace = '', gatewayName = ''] = name.split('/');
    if (!seen(gatewayNamespace)) return { found: false, reason: 'GatewayNotWatched', message: `the operator does not watch namespace ${gatewayNamespace} of Gateway ${name}, so it cannot set up its proxies` };
    const selector = gateway({ namespace: gatewayNamespace, name: gatewayName })?.spec?.selector;
    if (selector === undefined || Object.keys(selector).length === 0) return { found: false, reason: 'GatewayUnknown', message: `Gateway ${name} does not exist or selects no proxies` };
    // Two Gateways of the same pods are one place: the same cluster added twice would be refused.
    places.set(JSON.stringify([gatewayNamespace, Object.entries(selector).sort()]), { namespace: gatewayNamespace, selector });
  }
  return { found: true, places: [...places.values()] };
}
