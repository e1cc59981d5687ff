import type { TrainingRun } from '../../crds/generated/training-run.ts';

/** Where the runs of a namespace keep fitted features for each other. No run is named so: names begin with a letter. */
export function featureStoreUri(run: TrainingRun, defaultPrefix: string): string {
  return `${prefixOf(run, defaultPrefix)}/${run.metadata.namespace ?? ''}/_features/`;
}

/** `<prefix>/<namespace>/<run>/<first 8 of uid>/<launch>/`: a namesake made later, or another launch, never overwrites. */
export function outputUri(run: TrainingRun, launch: number, defaultPrefix: string): string {
  return `${runUri(run, defaultPrefix)}${launch}/`;
}

/** `<prefix>/<namespace>/<run>/<first 8 of uid>/checkpoint/`: the launches of a run have it in common. */
export function checkpointUri(run: TrainingRun, defaultPrefix: string): string | undefined {
  return run.spec.checkpoint.enabled ? `${runUri(run, defaultPrefix)}checkpoint/` : undefined;
}

function runUri(run: TrainingRun, defaultPrefix: string): string {
  const { namespace = '', name, uid = '' } = run.metadata;
  return `${prefixOf(run, defaultPrefix)}/${namespace}/${name}/${uid.slice(0, 8)}/`;
}

function prefixOf(run: TrainingRun, defaultPrefix: string): string {
  return (run.spec.output?.uri ?? defaultPrefix).replace(/\/*$/, '');
}
