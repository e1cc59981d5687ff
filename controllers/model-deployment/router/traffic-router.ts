import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import type { Client } from '../../../operator/runtime/client.ts';
import type { Store } from '../../../operator/runtime/store.ts';
import { applyOwned } from '../../shared/apply-owned.ts';
import { virtualServices, type VirtualService } from '../../shared/kube-types.ts';
import { fieldManager } from '../../shared/names.ts';
import type { Traffic } from '../policies/traffic.ts';
import { buildVirtualService, isUpToDate, wasEdited } from './virtual-service.ts';

export interface RouteResult {
  /** Somebody else had changed the route, and it was put back. */
  readonly foreignEdit: boolean;
}

/** Moves traffic. Istio's VirtualService is the one implementation today. */
export interface TrafficRouter {
  /** Makes the route as the traffic says; does nothing when it is so already. */
  route(owner: ModelDeployment, traffic: Traffic): Promise<RouteResult>;
}

export function createIstioRouter(deps: { readonly client: Client; readonly virtualServices: Store<VirtualService> }): TrafficRouter {
  return {
    async route(owner, traffic) {
      const live = deps.virtualServices.get({ namespace: owner.metadata.namespace ?? '', name: owner.metadata.name });
      const wanted = buildVirtualService(owner, traffic);
      if (live !== undefined && isUpToDate(live, wanted)) return { foreignEdit: false };
      // Applied fields alone would leave a foreign route entry behind: the http list is atomic, so it is replaced whole.
      await applyOwned(deps.client, virtualServices, live, wanted, fieldManager.modelDeployment);
      return { foreignEdit: live !== undefined && wasEdited(live) };
    },
  };
}
