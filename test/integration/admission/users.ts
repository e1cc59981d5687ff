// People as the API server knows them: the administrator of the test control plane acts as somebody else.
import { KubeConfig } from '@kubernetes/client-node';
import { adminClient } from '../harness/test-env.ts';
import type { ApiClient, Client } from '../../../operator/runtime/client.ts';
import type { KubeObject, ResourceType } from '../../../operator/runtime/types.ts';

const rbac = { group: 'rbac.authorization.k8s.io', version: 'v1' } as const;
export const roleType: ResourceType = { ...rbac, kind: 'Role', plural: 'roles', namespaced: true };
export const clusterRoleType: ResourceType = { ...rbac, kind: 'ClusterRole', plural: 'clusterroles', namespaced: false };
const roleBindingType: ResourceType = { ...rbac, kind: 'RoleBinding', plural: 'rolebindings', namespaced: true };

/** A client that acts as this user, and as no member of any group but the authenticated; close it. */
export function clientOf(admin: KubeConfig, user: string): ApiClient {
  const cluster = admin.getCurrentCluster();
  const { token } = admin.getCurrentUser() ?? {};
  if (cluster === null || token === undefined) throw new TypeError('the kubeconfig has no cluster or no token');
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromClusterAndUser(cluster, { name: user, token, impersonateUser: user });
  return adminClient(kubeConfig);
}

/** Gives a user a role in one namespace. */
export async function bind(client: Client, namespace: string, user: string, kind: 'Role' | 'ClusterRole', name: string): Promise<void> {
  const subjects = [{ apiGroup: rbac.group, kind: 'User', name: user }];
  await client.create<KubeObject & { roleRef: object; subjects: object[] }>(roleBindingType, {
    apiVersion: `${rbac.group}/${rbac.version}`,
    kind: 'RoleBinding',
    metadata: { name: `${name}-${user}`.replaceAll(/[^a-z0-9-]/g, '-'), namespace },
    roleRef: { apiGroup: rbac.group, kind, name },
    subjects,
  });
}
