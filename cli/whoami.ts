import { ApiError } from '../operator/runtime/errors.ts';
import type { KubeObject, ResourceType } from '../operator/runtime/types.ts';
import type { Connection } from './connect.ts';

const reviewType: ResourceType = { group: 'authentication.k8s.io', version: 'v1', kind: 'SelfSubjectReview', plural: 'selfsubjectreviews', namespaced: false };

interface SelfSubjectReview extends KubeObject {
  status?: { userInfo?: { username?: string } };
}

/** Who the API server takes us for; where it does not tell, the user of the kubeconfig. */
export async function whoami({ client, kubeconfigUser }: Pick<Connection, 'client' | 'kubeconfigUser'>): Promise<string> {
  try {
    const review = await client.create<SelfSubjectReview>(reviewType, { apiVersion: 'authentication.k8s.io/v1', kind: reviewType.kind, metadata: { name: '' } });
    return review.status?.userInfo?.username ?? kubeconfigUser;
  } catch (error) {
    // Older than Kubernetes 1.28, or not allowed. A server that cannot be reached is told by the call that follows.
    if (error instanceof ApiError) return kubeconfigUser;
    throw error;
  }
}
