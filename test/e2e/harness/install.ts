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

/** Removes the namespace and waits until it is gone, finalizers and all. */
export async function removeNamespace(kube: Kube, name: string): Promise<void> {
  await kube.kubectl('delete', 'namespace', name, '--ignore-not-found', '--wait', '--timeout', '120s');
}
