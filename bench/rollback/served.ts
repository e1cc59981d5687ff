import type { ModelDeployment } from '../../crds/generated/model-deployment.ts';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import { buildWorkload } from '../../controllers/model-deployment/resources/workload.ts';
import { storeSecret } from '../../test/e2e/harness/install.ts';

export interface EnvVar {
  readonly name: string;
  readonly value: string;
}

/** One version as it is served: the registered model, and what its environment adds. */
export interface Served {
  readonly version: ModelVersion;
  readonly env: readonly EnvVar[];
}

export const resources = { requests: { cpu: '50m', memory: '128Mi' } } as const;
export const modelName = 'tumour';
const image = 'trainyard.dev/model-server:dev';

export interface PodTemplate {
  readonly metadata: { readonly labels: Readonly<Record<string, string>>; readonly annotations: Readonly<Record<string, string>> };
  readonly spec: object;
}

/** The pods that Trainyard makes for a version, as a template for anybody's workload: only the labels differ. */
export function podTemplate({ version, env }: Served, labels: Readonly<Record<string, string>>, annotations: Readonly<Record<string, string>>): PodTemplate {
  const owner = { apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelDeployment', metadata: { name: modelName, namespace: version.metadata.namespace ?? '', uid: 'none' }, spec: { server: { replicas: 1, resources, env } } } as unknown as ModelDeployment;
  const identity = { deployment: modelName, revision: version.metadata.name, model: modelName, version: version.metadata.name };
  const { template } = buildWorkload(owner, identity, version, { image, storeSecretName: storeSecret }, 1).spec as unknown as { readonly template: PodTemplate };
  return { ...template, metadata: { labels, annotations: { ...template.metadata.annotations, ...annotations } } };
}
