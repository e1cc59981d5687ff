import type { ModelDeploymentSpec } from '../../../crds/generated/model-deployment.ts';
import type { Key } from '../../../operator/runtime/types.ts';
import type { Gateway } from '../../shared/kube-types.ts';
import type { Context } from '../context.ts';

/** `seen` tells whether Gateways of a namespace can be read at all. Why the hosts of a deployment cannot be reached through its gateways; undefined when they can. */
export function routeProblem(spec: ModelDeploymentSpec, gateway: (key: Key) => Gateway | undefined, seen: (namespace: string) => boolean): Context['routeProblem'] {
  const { hosts = [], gateways = [] } = spec.traffic;
  const served: string[] = [];
  for (const name of gateways) {
    const [namespace = '', gatewayName = ''] = name.split('/');
    // Out of sight (the operator may read some namespaces only) is not the same as not there.
    if (!seen(namespace)) return undefined;
    const found = gateway({ namespace, name: gatewayName });
    if (found === undefined) return { reason: 'GatewayNotFound', message: `Gateway ${name} of spec.traffic.gateways does not exist` };
    served.push(...(found.spec?.servers ?? []).flatMap((server) => server.hosts ?? []));
  }
  const unknown = hosts.find((host) => !served.some((pattern) => matches(pattern, host)));
  if (unknown === undefined) return undefined;
  return { reason: 'HostNotServed', message: `no Gateway of spec.traffic.gateways serves host ${unknown} (they serve ${[...new Set(served)].join(', ') || 'none'})` };
}

// Gateway hosts may carry a namespace selector ("ns/host") and a leading wildcard.
function matches(pattern: string, host: string): boolean {
  const bare = pattern.includes('/') ? pattern.slice(pattern.indexOf('/') + 1) : pattern;
  if (bare === '*' || bare === host) return true;
  return bare.startsWith('*.') && host.endsWith(bare.slice(1));
}
