import { podIsReady, type EndpointSlice, type Pod } from '../kube-types.ts';
import { label } from '../names.ts';

/** What Kubernetes writes for the Service of a revision that has this pod: with the labels of the Service, and one of its own. */
export function endpointSliceOf(pod: Pod): EndpointSlice {
  const { name, namespace = '', uid = '', labels = {} } = pod.metadata;
  const ofService = Object.fromEntries([label.managedBy, label.deployment, label.revision].flatMap((key) => (labels[key] === undefined ? [] : [[key, labels[key]]])));
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { name, namespace, labels: { ...ofService, 'kubernetes.io/service-name': labels[label.revision] ?? '' } },
    addressType: 'IPv4',
    // Tests play their pods on loopback addresses, which no slice may hold.
    endpoints: [{ addresses: ['192.0.2.1'], conditions: { ready: podIsReady(pod) }, targetRef: { kind: 'Pod', namespace, name, uid } }],
  };
}
