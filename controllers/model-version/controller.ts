import type { ModelDeployment } from '../../crds/generated/model-deployment.ts';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import type { Controller } from '../../operator/runtime/controller.ts';
import type { Change, Informer } from '../../operator/runtime/informer.ts';
import { keyOf } from '../../operator/runtime/types.ts';
import { claimedAliases, nextInLine } from './aliases.ts';

/** A version looks again when it changes, when one above it takes an alias or lets go of it, and when a deployment begins or ceases to use it. */
export function wire(controller: Controller, informers: { readonly modelVersions: Informer<ModelVersion>; readonly modelDeployments: Informer<ModelDeployment> }): Controller {
  const used = ({ status }: ModelDeployment): string[] => [status?.stable?.version, status?.candidate?.version].filter((name) => name !== undefined);
  return controller
    .watches(informers.modelVersions, (change) => inTurn(change, informers.modelVersions.store.list(change.object.metadata.namespace)).map(keyOf))
    .watches(informers.modelDeployments, (change) => {
      const names = new Set([...used(change.object), ...(change.old === undefined ? [] : used(change.old))]);
      return [...names].map((name) => ({ namespace: change.object.metadata.namespace ?? '', name }));
    });
}

/**
 * The version itself and those that win or lose an alias by the change: a winner looks before the one that holds the
 * alias in its status until then, so that it can tell whom it was taken from. What counts are claims, which no look at
 * aliases changes: by status the versions would wake one another for ever.
 */
function inTurn({ type, object, old }: Change<ModelVersion>, versions: readonly ModelVersion[]): ModelVersion[] {
  // The last state of a deleted version may say that it goes already, and so claim nothing.
  const before = type === 'deleted' ? (object.spec.aliases ?? []) : old === undefined ? [] : claimedAliases(old);
  const after = type === 'deleted' ? [] : claimedAliases(object);
  const next = (aliases: readonly string[]): ModelVersion[] => aliases.map((alias) => nextInLine(object, alias, versions)).filter((one) => one !== undefined);
  return [...next(before.filter((alias) => !after.includes(alias))), object, ...next(after.filter((alias) => !before.includes(alias)))];
}
