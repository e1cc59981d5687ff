import type { ModelDeployment } from '../../crds/generated/model-deployment.ts';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import type { Controller } from '../../operator/runtime/controller.ts';
import type { Informer } from '../../operator/runtime/informer.ts';
import { keyOf } from '../../operator/runtime/types.ts';

/** A version looks again when it changes, and when a deployment begins or ceases to use it. */
export function wire(controller: Controller, informers: { readonly modelVersions: Informer<ModelVersion>; readonly modelDeployments: Informer<ModelDeployment> }): Controller {
  const used = ({ status }: ModelDeployment): string[] => [status?.stable?.version, status?.candidate?.version].filter((name) => name !== undefined);
  return controller
    .watches(informers.modelVersions, ({ object }) => [keyOf(object)])
    .watches(informers.modelDeployments, (change) => {
      const names = new Set([...used(change.object), ...(change.old === undefined ? [] : used(change.old))]);
      return [...names].map((name) => ({ namespace: change.object.metadata.namespace ?? '', name }));
    });
}
