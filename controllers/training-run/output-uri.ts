import type { TrainingRun } from '../../crds/generated/training-run.ts';

/** `<prefix>/<namespace>/<run>/<first 8 of uid>/<launch>/`: a namesake made later, or another launch, never overwrites. */
export function outputUri(run: TrainingRun, launch: number, defaultPrefix: string): string {
  const prefix = (run.spec.output?.uri ?? defaultPrefix).replace(/\/*$/, '');
  const { namespace = '', name, uid = '' } = run.metadata;
  return `${prefix}/${namespace}/${name}/${uid.slice(0, 8)}/${launch}/`;
}
