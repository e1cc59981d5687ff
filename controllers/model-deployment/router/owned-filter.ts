import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import { ownerReference } from '../../../operator/runtime/owners.ts';
import { digestOf } from '../../shared/digest.ts';
import type { EnvoyFilter } from '../../shared/kube-types.ts';
import { label, managedByValue } from '../../shared/names.ts';
import type { Place } from './places.ts';

/** A filter of a deployment's for the proxies of one place, wherever that is. */
export function buildFilter(owner: ModelDeployment, purpose: 'shield' | 'sticky', place: Place, configPatches: readonly object[]): EnvoyFilter {
  const { name } = owner.metadata;
  const namespace = owner.metadata.namespace ?? '';
  return {
    apiVersion: 'networking.istio.io/v1alpha3',
    kind: 'EnvoyFilter',
    metadata: {
      // Two deployments of one name in two namespaces may use one gateway, and one deployment two gateways.
      name: `${name}-${purpose}-${digestOf({ namespace, selector: place.selector ?? 'mesh' }).slice(0, 8)}`,
      namespace: place.namespace,
      labels: { [label.managedBy]: managedByValue, [label.deployment]: name, [label.deploymentNamespace]: namespace },
      annotations: { 'argocd.argoproj.io/compare-options': 'IgnoreExtraneous' },
      // An owner in another namespace is not possible: there the finalizer of the deployment sees to it.
      ...(place.namespace === namespace ? { ownerReferences: [ownerReference(owner)] } : {}),
    },
    spec: { ...(place.selector === undefined ? {} : { workloadSelector: { labels: place.selector } }), configPatches },
  };
}
