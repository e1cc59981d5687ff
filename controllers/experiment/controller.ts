import type { Experiment } from '../../crds/generated/experiment.ts';
import type { TrainingRun } from '../../crds/generated/training-run.ts';
import type { Controller } from '../../operator/runtime/controller.ts';
import type { Informer } from '../../operator/runtime/informer.ts';
import { keyOf } from '../../operator/runtime/types.ts';
import { label } from '../shared/names.ts';

/** An experiment looks again when it or one of its trials changes. */
export function wire(controller: Controller, informers: { readonly experiments: Informer<Experiment>; readonly trainingRuns: Informer<TrainingRun> }): Controller {
  return controller
    .watches(informers.experiments, ({ object }) => [keyOf(object)])
    .watches(informers.trainingRuns, ({ object }) => {
      const name = object.metadata.labels?.[label.experiment];
      return name === undefined ? [] : [{ namespace: object.metadata.namespace ?? '', name }];
    });
}
