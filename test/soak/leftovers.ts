import { experimentResource, modelDeploymentResource, modelVersionResource, trainingRunResource } from '../../crds/generated/resources.ts';
import { configMaps, deployments, horizontalPodAutoscalers, jobs, podDisruptionBudgets, pods, services, virtualServices } from '../../controllers/shared/kube-types.ts';
import type { Series } from '../../bench/shared/scrape.ts';
import type { ApiClient } from '../../operator/runtime/client.ts';
import { keyOf, type KubeObject } from '../../operator/runtime/types.ts';

const users = [experimentResource, trainingRunResource, modelDeploymentResource, modelVersionResource];
const owned = [deployments, services, horizontalPodAutoscalers, podDisruptionBudgets, virtualServices, jobs, configMaps, pods];

/** What users would delete: owners before what they use. */
export async function deleteEverything(client: ApiClient): Promise<void> {
  for (const type of users) {
    for (const object of (await client.list<KubeObject>(type)).items) await client.delete(type, keyOf(object));
  }
}

/** `kind/namespace/name` of everything in the namespaces that an operator or a user made, and whose it is. */
export async function leftovers(client: ApiClient, namespaces: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const type of [...users, ...owned]) {
    for (const namespace of namespaces) {
      const { items } = await client.list<KubeObject>(type, { namespace });
      const made = items.filter(({ metadata }) => type !== configMaps || metadata.name !== 'kube-root-ca.crt');
      found.push(...made.map((object) => `${type.kind}/${namespace}/${object.metadata.name}${describe(object)}`));
    }
  }
  return found;
}

/** An orphan of an owner that is there is another fault than one of an owner that is gone. */
function describe({ metadata: { ownerReferences = [], deletionTimestamp, creationTimestamp } }: KubeObject): string {
  const owners = ownerReferences.map(({ kind, name, uid }) => `${kind}/${name} (${uid})`).join(', ');
  return ` of ${owners || 'nobody'}, made at ${creationTimestamp ?? '?'}${deletionTimestamp === undefined ? '' : `, to be deleted since ${deletionTimestamp}`}`;
}

/** Series that would grow with the number of objects that ever were. */
export function unboundedSeries(series: readonly Series[], namespaces: readonly string[]): string[] {
  return series.filter(({ labels }) => Object.values(labels).some((value) => namespaces.some((namespace) => value.includes(namespace)) || /\b(tumour|experiment|modeldeployment|trainingrun)-\d/.test(value))).map(({ name, labels }) => `${name}${JSON.stringify(labels)}`);
}
