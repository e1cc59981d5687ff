import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import { ownerReference } from '../../../operator/runtime/owners.ts';
import type { HorizontalPodAutoscaler } from '../../shared/kube-types.ts';
import type { Bounds } from '../policies/autoscale.ts';
import { revisionLabels, type RevisionIdentity } from './labels.ts';
import { serverContainer } from './workload.ts';

/** Scales one revision. Of its pods the server alone is measured: what an injected sidecar uses says nothing of the model. */
export function buildAutoscaler(owner: ModelDeployment, identity: RevisionIdentity, bounds: Bounds): HorizontalPodAutoscaler {
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: identity.revision, namespace: owner.metadata.namespace ?? '', labels: revisionLabels(identity), ownerReferences: [ownerReference(owner)] },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: identity.revision },
      minReplicas: bounds.least,
      maxReplicas: bounds.most,
      metrics: [{ type: 'ContainerResource', containerResource: { name: 'cpu', container: serverContainer, target: { type: 'Utilization', averageUtilization: bounds.targetCpuPercent } } }],
      behavior: { scaleDown: { stabilizationWindowSeconds: bounds.stabilizationSeconds, selectPolicy: bounds.mayShrink ? 'Max' : 'Disabled' } },
    },
  };
}
