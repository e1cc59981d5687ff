import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import { ownerReference } from '../../../operator/runtime/owners.ts';
import { digestOf } from '../../shared/digest.ts';
import { durationMs } from '../../shared/duration.ts';
import type { VirtualService } from '../../shared/kube-types.ts';
import { annotation, label, managedByValue } from '../../shared/names.ts';
import type { Traffic } from '../policies/traffic.ts';
import { servicePort } from '../resources/services.ts';
import { stickyRoute } from './sticky-filter.ts';

/**
 * When the user's retries are used. Istio's own choice leaves out `reset`: a pod that is killed while it answers. A
 * prediction may be asked for twice.
 */
const retryOn = 'connect-failure,refused-stream,reset,503';

/** The Istio route of a deployment: pure, and the same for the same spec and traffic. */
export function buildVirtualService(owner: ModelDeployment, { weights, mirror, preview, sticky }: Traffic): VirtualService {
  const { name } = owner.metadata;
  const namespace = owner.metadata.namespace ?? '';
  const { hosts = [], gateways = [], path, timeout, retries } = owner.spec.traffic;
  const destination = (revision: string): object => ({ host: `${revision}.${namespace}.svc.cluster.local`, port: { number: servicePort } });
  const common = {
    // Istio reads Go durations; milliseconds are exact.
    timeout: `${durationMs(timeout)}ms`,
    // Without this Istio retries twice by itself, and a failing candidate would look better than it is.
    retries: retries === 0 ? { attempts: 0 } : { attempts: retries, retryOn },
  };
  const spec = {
    hosts: [...hosts, `${name}.${namespace}.svc.cluster.local`],
    gateways: [...gateways, 'mesh'],
    http: [
      ...(preview === undefined ? [] : [{ name: 'preview', ...under(path, { [preview.header]: { exact: 'candidate' } }), route: [{ destination: destination(preview.revision) }], ...common }]),
      {
        name: sticky === true ? stickyRoute(owner) : 'weighted',
        ...under(path),
        route: weights.map(({ revision, weight, service = revision }) => ({ destination: destination(service), weight })),
        ...(mirror === undefined ? {} : { mirrors: [{ destination: destination(mirror.revision), percentage: { value: mirror.percent } }] }),
        ...common,
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
function under(path: string, headers?: object): object {
  const base = path.replace(/\/+$/, '');
  const also = headers === undefined ? {} : { headers };
  if (base === '') return headers === undefined ? {} : { match: [also] };
  return { match: [{ uri: { exact: base }, ...also }, { uri: { prefix: `${base}/` }, ...also }], rewrite: { uri: '/' } };
}

/** Somebody else changed the route: what stands there is not what the annotation says we applied. */
export function wasEdited(live: VirtualService): boolean {
  return live.metadata.annotations?.[annotation.appliedDigest] !== digestOf(live.spec);
}

export function isUpToDate(live: VirtualService, wanted: VirtualService): boolean {
  return digestOf(live.spec) === digestOf(wanted.spec) && live.metadata.annotations?.[annotation.appliedDigest] === wanted.metadata.annotations?.[annotation.appliedDigest];
}
