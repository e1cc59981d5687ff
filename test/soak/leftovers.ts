import { experimentResource, modelDeploymentResource, modelVersionResource, trainingRunResource } from '../../crds/generated/resources.ts';
import { configMaps, deployments, jobs, podDisruptionBudgets, pods, services, virtualServices } from '../../controllers/shared/kube-types.ts';
import type { Series } from '../../bench/shared/scrape.ts';
import type { ApiClient } from '../../operator/runtime/client.ts';
import { keyOf, type KubeObject } from '../../operator/runtime/types.ts';

const users = [experimentResource, trainingRunResource, modelDeploymentResource, modelVersionResource];
const owned = [deployments, services, podDisruptionBudgets, virtualServices, jobs, configMaps, pods];

/** What users would delete: owners before what they use. */
export async function deleteEverything(client: ApiClient): Promise<void> {
  for (const type of users) {
    for (const object of (await client.list<KubeObject>(type)).items) await client.delete(type, keyOf(object));
  }
}

/** `kind/namespace/name` of everything in the namespaces that an operator or a user made. */
export async function leftovers(client: ApiClient, namespaces: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const type of [...users, ...owned]) {
    for (const namespace of namespaces) {
      const { items } = await client.list<KubeObject>(type, { namespace });
      found.push(...items.map(({ metadata }) => `${type.kind}/${namespace}/${metadata.name}`));
    }
  }
  return found.filter((name) => !name.startsWith('ConfigMap/') || !name.endsWith('/kube-root-ca.crt'));
}

/** Series that would grow with the number of objects that ever were. */
export function unboundedSeries(series: readonly Series[], namespaces: readonly string[]): string[] {
  return series.filter(({ labels }) => Object.values(labels).some((value) => namespaces.some((namespace) => value.includes(namespace)) || /\b(tumour|experiment|modeldeployment|trainingrun)-\d/.test(value))).map(({ name, labels }) => `${name}${JSON.stringify(labels)}`);
}
