import type { TrainingRun } from '../../crds/generated/training-run.ts';
import type { Controller } from '../../operator/runtime/controller.ts';
import type { Informer } from '../../operator/runtime/informer.ts';
import { keyOf, type Key, type KubeObject } from '../../operator/runtime/types.ts';
import type { Job, Pod } from '../shared/kube-types.ts';
import { label } from '../shared/names.ts';

/** A run looks again when it, its Job or its pod changes. */
export function wire(controller: Controller, informers: { readonly trainingRuns: Informer<TrainingRun>; readonly jobs: Informer<Job>; readonly pods: Informer<Pod> }): Controller {
  const labelled = ({ object }: { object: KubeObject }): Key[] => {
    const name = object.metadata.labels?.[label.run];
    return name === undefined ? [] : [{ namespace: object.metadata.namespace ?? '', name }];
  };
  return controller.watches(informers.trainingRuns, ({ object }) => [keyOf(object)]).watches(informers.jobs, labelled).watches(informers.pods, labelled);
}
