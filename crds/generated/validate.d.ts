// Generated from crds/*.yaml and crds/manifest.schema.json by tools/generate. Do not edit: change the source and run `make generate`.
import type { ErrorObject } from 'ajv';
import type { Manifest } from './manifest.ts';
import type { TrainingRunSpec } from './training-run.ts';
import type { ExperimentSpec } from './experiment.ts';
import type { ModelVersionSpec } from './model-version.ts';
import type { ModelDeploymentSpec } from './model-deployment.ts';

/** Fills in defaults in place. After `false`, `errors` lists everything that is wrong, until the next call. */
export interface Validator<T> {
    (data: unknown): data is T;
    errors?: ErrorObject[] | null;
}

export const validateTrainingRunSpec: Validator<TrainingRunSpec>;
export const validateExperimentSpec: Validator<ExperimentSpec>;
export const validateModelVersionSpec: Validator<ModelVersionSpec>;
export const validateModelDeploymentSpec: Validator<ModelDeploymentSpec>;
export const validateManifest: Validator<Manifest>;
