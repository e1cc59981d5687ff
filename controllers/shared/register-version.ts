import type { ModelVersion, ModelVersionInput } from '../../crds/generated/model-version.ts';
import { modelVersionResource } from '../../crds/generated/resources.ts';
import type { Client } from '../../operator/runtime/client.ts';
import { isAlreadyExists } from '../../operator/runtime/errors.ts';
import { label } from './names.ts';

export interface Registration {
  readonly namespace: string;
  readonly model: string;
  readonly artifact: { readonly uri: string; readonly sha256: string; readonly sizeBytes: number };
  readonly manifest: { readonly uri: string; readonly sha256: string };
  readonly trainingRun: { readonly name: string; readonly uid: string };
  readonly labels: Readonly<Record<string, string>>;
  readonly approvalRequired: boolean;
  readonly aliases: readonly string[];
}

/** `made`: the version exists and is ours. `taken`: somebody else has the name, take the next one. */
export type RegistrationResult = 'made' | 'taken';

/**
 * Makes the ModelVersion `name`, or finds that it was made before: the manifest's digest tells ours from another's.
 * The name must be in status already, so that a crash at any point leads to exactly one version.
 */
export async function registerVersion(client: Client, name: string, registration: Registration): Promise<RegistrationResult> {
  try {
    await client.create(modelVersionResource, build(name, registration));
    return 'made';
  } catch (error) {
    if (!isAlreadyExists(error)) throw error;
  }
  const existing = await client.get<ModelVersion>(modelVersionResource, { namespace: registration.namespace, name });
  return existing?.spec.manifest.sha256 === registration.manifest.sha256 ? 'made' : 'taken';
}

function build(name: string, registration: Registration): ModelVersionInput {
  const { namespace, model, artifact, manifest, trainingRun, approvalRequired, aliases } = registration;
  return {
    apiVersion: 'trainyard.dev/v1alpha1',
    kind: 'ModelVersion',
    metadata: { name, namespace, labels: { ...registration.labels, [label.model]: model, [label.run]: trainingRun.name } },
    spec: { model, version: versionNumber(name), artifact: { ...artifact, format: 'ONNX' }, manifest: { ...manifest }, trainingRunRef: { ...trainingRun }, approval: { required: approvalRequired }, ...(aliases.length === 0 ? {} : { aliases: [...aliases] }) },
  };
}

/** The number at the end of `<model>-<n>`. */
export function versionNumber(name: string): number {
  return Number(name.slice(name.lastIndexOf('-') + 1));
}

export function nextName(name: string): string {
  return `${name.slice(0, name.lastIndexOf('-'))}-${versionNumber(name) + 1}`;
}

/** Highest number among the versions of a model; 0 when there is none. */
export function highestVersion(model: string, versions: readonly ModelVersion[]): number {
  return versions.reduce((highest, { spec }) => (spec.model === model ? Math.max(highest, spec.version) : highest), 0);
}
