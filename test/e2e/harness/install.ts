import type { KubeObject } from '../../../operator/runtime/types.ts';
import type { Kube } from './kube.ts';
import { repository } from './cluster.ts';

export const systemNamespace = 'trainyard-system';
export const storeSecret = 'trainyard-store';

/** Installs the chart as a user does, with the images that `make images` built, and waits until the operator is ready. */
export async function installOperator(kube: Kube, values: readonly string[] = []): Promise<void> {
  await ensureNamespace(kube, systemNamespace);
  await ensureStoreSecret(kube, systemNamespace);
  // Without --reset-values an upgrade that names no value keeps those of the release before.
  const set = values.flatMap((value) => ['--set', value]);
  // A killed run may have left what Argo CD made of the same chart.
  await kube.helm('upgrade', '--install', 'trainyard', '--take-ownership', '--reset-values', `${repository}charts/trainyard`, '-n', systemNamespace, '--wait', '--timeout', '120s', ...set);
  // The tag of a development image stays the same: only a restart brings its new content.
  await kube.kubectl('rollout', 'restart', '-n', systemNamespace, 'deployment/trainyard');
  await kube.kubectl('rollout', 'status', '-n', systemNamespace, 'deployment/trainyard', '--timeout', '120s');
}

/** Ends an operator that runs already, and forgets who led: the next one begins as on a new cluster. */
export async function removeOperator(kube: Kube): Promise<void> {
  await kube.kubectl('delete', 'deployment', 'trainyard', '-n', systemNamespace, '--ignore-not-found', '--cascade=foreground', '--timeout', '120s');
  await kube.kubectl('delete', 'lease', 'trainyard-operator', '-n', systemNamespace, '--ignore-not-found');
}

/** A namespace that enforces the restricted Pod Security Standard. */
export async function ensureNamespace(kube: Kube, name: string): Promise<void> {
  await kube.apply([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } } }]);
}

export async function ensureStoreSecret(kube: Kube, namespace: string): Promise<void> {
  const { endpointInCluster, accessKey, secretKey } = kube.addresses.s3;
  const stringData = { AWS_ENDPOINT_URL: endpointInCluster, AWS_ACCESS_KEY_ID: accessKey, AWS_SECRET_ACCESS_KEY: secretKey, AWS_REGION: 'us-east-1' };
  await kube.apply([{ apiVersion: 'v1', kind: 'Secret', metadata: { name: storeSecret, namespace }, type: 'Opaque', stringData }]);
}

/** Begins to remove the namespace, and makes room at once: its pods get a second instead of half a minute. */
export async function dropNamespace(kube: Kube, name: string): Promise<void> {
  await kube.kubectl('delete', 'namespace', name, '--ignore-not-found', '--wait=false');
  await kube.kubectl('delete', 'pods', '--all', '-n', name, '--grace-period=1', '--wait=false');
}

/** Waits until no namespace of a test is on its way out. Their objects' finalizers need an operator. */
export async function droppedAreGone(kube: Kube): Promise<void> {
  const names = async (): Promise<readonly string[]> => (JSON.parse(await kube.kubectl('get', 'namespaces', '-o', 'json')) as { items: readonly KubeObject[] }).items.filter(({ metadata }) => metadata.deletionTimestamp !== undefined && metadata.name.startsWith('e2e-')).map(({ metadata }) => metadata.name);
  await kube.waitFor('the namespaces of tests to be gone', async () => ((await names()).length === 0 ? true : undefined), 120_000);
}

/** Removes the namespace and waits until it is gone, finalizers and all. */
export async function removeNamespace(kube: Kube, name: string): Promise<void> {
  await kube.kubectl('delete', 'namespace', name, '--ignore-not-found', '--wait', '--timeout', '120s');
}
