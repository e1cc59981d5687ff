import { virtualServices, type VirtualService } from '../../../controllers/shared/kube-types.ts';
import type { Kube } from './kube.ts';

interface Spec {
  readonly http?: readonly { readonly name?: string; readonly route?: readonly { readonly destination: { readonly host: string }; readonly weight?: number }[] }[];
}

/** Weights of the deployment's route by revision, in percent, as they stand on the cluster. */
export async function routeWeights(kube: Kube, namespace: string, name = 'tumour'): Promise<ReadonlyMap<string, number>> {
  const route = await kube.object<VirtualService & { spec?: Spec }>(virtualServices, namespace, name);
  const weighted = route?.spec?.http?.find((http) => http.name === 'weighted')?.route ?? [];
  return new Map(weighted.map(({ destination, weight }) => [destination.host.split('.')[0] ?? '', weight ?? 100]));
}

/** Waits until the revision gets nothing. @returns how long that took, in milliseconds. */
export async function withoutWeight(kube: Kube, namespace: string, revision: string, timeoutMs: number): Promise<number> {
  const started = performance.now();
  await kube.waitFor(`no weight for ${revision}`, async () => (((await routeWeights(kube, namespace)).get(revision) ?? 0) === 0 ? true : undefined), timeoutMs);
  return Math.round(performance.now() - started);
}
