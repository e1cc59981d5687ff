import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import type { EnvoyFilter } from '../../shared/kube-types.ts';
import type { UserKey } from '../policies/user-key.ts';
import { buildFilter } from './owned-filter.ts';
import type { Place } from './places.ts';

/**
 * The name of the one route that the filter is for. Only a route of two versions may bear it: merged into a route of
 * one, the filter would take its destination away. Unlike the plain name it is nobody else's: routes of all deployments
 * meet in one gateway.
 */
export function stickyRoute({ metadata }: ModelDeployment): string {
  return `trainyard.sticky.${metadata.namespace ?? ''}.${metadata.name}`;
}

/**
 * Lets the proxies choose between the versions by a hash of what names the user, instead of a random number: the hash
 * modulo the sum of the weights falls into the share of one version. It is the same in every proxy, and since the sum
 * stays 100 and the candidate is listed last, a greater weight moves users towards the candidate only. Requests that
 * carry no name have no hash: for them the proxy draws a number, as ever.
 */
export function buildStickyFilter(owner: ModelDeployment, key: UserKey, place: Place): EnvoyFilter {
  const context = place.selector === undefined ? 'SIDECAR_OUTBOUND' : 'GATEWAY';
  const hash = 'header' in key ? { header: { header_name: key.header } } : { cookie: { name: key.cookie } };
  return buildFilter(owner, 'sticky', place, [
    {
      applyTo: 'HTTP_ROUTE',
      match: { context, routeConfiguration: { vhost: { route: { name: stickyRoute(owner) } } } },
      patch: { operation: 'MERGE', value: { route: { hash_policy: [hash], weighted_clusters: { use_hash_policy: true } } } },
    },
  ]);
}
