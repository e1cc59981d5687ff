import { envoyFilters, type EnvoyFilter } from '../../../controllers/shared/kube-types.ts';
import type { Kube } from './kube.ts';

/** What the deployments of a namespace have put into proxies, wherever these are. */
export async function filtersOf(kube: Kube, namespace: string): Promise<readonly EnvoyFilter[]> {
  const { items } = await kube.client.list<EnvoyFilter>(envoyFilters, { labelSelector: `trainyard.dev/deployment-namespace=${namespace}` });
  return items;
}
