import { podsByRevision, type Deps } from './deps.ts';

/**
 * UIDs of the pods that the Service of a revision sends requests to. Proxies learn of pods from these lists, which
 * Kubernetes writes a moment after a pod is ready, and a second later still where it had to try again.
 */
export function listedPods({ endpointSlices }: Pick<Deps['stores'], 'endpointSlices'>, namespace: string, revision: string): ReadonlySet<string> {
  const endpoints = endpointSlices.byIndex(podsByRevision, `${namespace}/${revision}`).flatMap((slice) => slice.endpoints ?? []);
  // Unknown is to be taken for ready, by the API's own words.
  return new Set(endpoints.flatMap(({ conditions, targetRef }) => (conditions?.ready === false || targetRef?.uid === undefined ? [] : [targetRef.uid])));
}
