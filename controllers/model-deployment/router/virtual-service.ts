import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import { ownerReference } from '../../../operator/runtime/owners.ts';
import { digestOf } from '../../shared/digest.ts';
import { durationMs } from '../../shared/duration.ts';
import type { VirtualService } from '../../shared/kube-types.ts';
import { annotation, label, managedByValue } from '../../shared/names.ts';
import type { WeightedRevision } from '../policies/weights.ts';
import { servicePort } from '../resources/services.ts';

/** The Istio route of a deployment: pure, and the same for the same spec and weights. */
export function buildVirtualService(owner: ModelDeployment, weights: readonly WeightedRevision[]): VirtualService {
  const { name } = owner.metadata;
  const namespace = owner.metadata.namespace ?? '';
  const { hosts = [], gateways = [], path, timeout, retries } = owner.spec.traffic;
  const spec = {
    hosts: [...hosts, `${name}.${namespace}.svc.cluster.local`],
    gateways: [...gateways, 'mesh'],
    http: [
      {
        name: 'weighted',
        ...under(path),
        route: weights.map(({ revision, weight }) => ({ destination: { host: `${revision}.${namespace}.svc.cluster.local`, port: { number: servicePort } }, weight })),
        // Istio reads Go durations; milliseconds are exact.
        timeout: `${durationMs(timeout)}ms`,
        // Without this Istio retries twice by itself, and a failing candidate would look better than it is.
        retries: { attempts: retries },
      },
    ],
  };
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: {
      name,
      namespace,
      labels: { [label.managedBy]: managedByValue, [label.deployment]: name },
      // Argo CD must not take an object that is not in Git for one that was left behind.
      annotations: { [annotation.appliedDigest]: digestOf(spec), 'argocd.argoproj.io/compare-options': 'IgnoreExtraneous' },
      ownerReferences: [ownerReference(owner)],
    },
    spec,
  };
}

/**
 * Only requests under the path, with the path taken off. Envoy swaps exactly what matched for the rewrite
 * (RouteAction.prefix_rewrite), so the prefix ends in a slash: `/tumour` alone would make `//v2` of `/tumour/v2`, and
 * would take `/tumours` too.
 */
function under(path: string): object {
  const base = path.replace(/\/+$/, '');
  return base === '' ? {} : { match: [{ uri: { exact: base } }, { uri: { prefix: `${base}/` } }], rewrite: { uri: '/' } };
}

/** Somebody else changed the route: what stands there is not what the annotation says we applied. */
export function wasEdited(live: VirtualService): boolean {
  return live.metadata.annotations?.[annotation.appliedDigest] !== digestOf(live.spec);
}

export function isUpToDate(live: VirtualService, wanted: VirtualService): boolean {
  return digestOf(live.spec) === digestOf(wanted.spec) && live.metadata.annotations?.[annotation.appliedDigest] === wanted.metadata.annotations?.[annotation.appliedDigest];
}
