import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import type { ModelVersion, ModelVersionSpec, ModelVersionStatus } from '../../../crds/generated/model-version.ts';
import { validateModelDeploymentSpec, validateModelVersionSpec } from '../../../crds/generated/validate.js';
import { filesOf } from '../../shared/testing/manifest.ts';

const files = filesOf();

/** A spec with every default filled in, as the API server would. */
export function specOf(more: object = {}): ModelVersionSpec {
  const { sha256, sizeBytes } = files.manifest.artifact;
  const spec: unknown = structuredClone({ model: 'tumour', version: 1, artifact: { uri: 's3://models/model.onnx', sha256, sizeBytes }, manifest: { uri: 's3://models/manifest.json', sha256: files.manifestSha256 }, ...more });
  if (!validateModelVersionSpec(spec)) throw new Error(JSON.stringify(validateModelVersionSpec.errors));
  return spec;
}

export function versionOf(more: object = {}, status?: ModelVersionStatus): ModelVersion {
  return { apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelVersion', metadata: { name: 'tumour-1', namespace: 'ml', generation: 1, resourceVersion: '1' }, spec: specOf(more), ...(status === undefined ? {} : { status }) };
}

export function deploymentOf(name: string, status: NonNullable<ModelDeployment['status']>): ModelDeployment {
  const spec: unknown = { model: 'tumour', version: 'tumour-1' };
  if (!validateModelDeploymentSpec(spec)) throw new Error(JSON.stringify(validateModelDeploymentSpec.errors));
  return { apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelDeployment', metadata: { name, namespace: 'ml' }, spec, status };
}
