import { validateExperimentSpec, validateModelDeploymentSpec, validateModelVersionSpec, validateTrainingRunSpec } from '../../../crds/generated/validate.js';
import type { Manifest } from './cases.ts';

const validators: Readonly<Record<string, (spec: unknown) => boolean>> = {
  TrainingRun: validateTrainingRunSpec,
  Experiment: validateExperimentSpec,
  ModelVersion: validateModelVersionSpec,
  ModelDeployment: validateModelDeploymentSpec,
};

/** What the compiled schema says to the spec of an object; the object stays as it is. */
export function schemaVerdict(object: Manifest): boolean {
  return validatorOf(object)(structuredClone(object.spec));
}

/** The spec as the compiled schema fills it in. */
export function withDefaults(object: Manifest): Record<string, unknown> {
  const spec = structuredClone(object.spec);
  if (!validatorOf(object)(spec)) throw new TypeError(`${object.kind}: the spec is not valid`);
  return spec;
}

function validatorOf(object: Manifest): (spec: unknown) => boolean {
  const validate = validators[object.kind];
  if (validate === undefined) throw new TypeError(`no kind of ours: ${object.kind}`);
  return validate;
}
