import type { RevisionHealth } from '../context.ts';

/** The end of a sentence about pods that are not there: why, where anybody knows; else empty. */
export function podsTrouble({ trouble, unlisted }: RevisionHealth): string {
  if (trouble !== undefined) return `: ${trouble.message}`;
  return unlisted === undefined ? '' : `: ${unlisted === 1 ? '1 is' : `${unlisted} are`} ready, but not listed in the EndpointSlices of their Service, from which proxies learn of pods (look at kube-controller-manager)`;
}
