// A control plane with the objects that are measured, and a store with the bytes that they name.
import type { ModelDeploymentInput } from '../../crds/generated/model-deployment.ts';
import type { ModelVersionInput } from '../../crds/generated/model-version.ts';
import { modelDeploymentResource, modelVersionResource } from '../../crds/generated/resources.ts';
import type { HttpStore } from '../../controllers/shared/testing/http-store.ts';
import { filesOf } from '../../controllers/shared/testing/manifest.ts';
import { crds } from '../../test/integration/controllers/fixtures/crd-paths.ts';
import { startTestEnv, type TestEnv } from '../../test/integration/harness/test-env.ts';
import { namespaceType } from '../../test/integration/harness/types.ts';
import type { KubeObject } from '../../operator/runtime/types.ts';
import type { Scale } from './scale.ts';

export interface Scene {
  readonly env: TestEnv;
  /** Where the operators keep their lease. */
  readonly operatorNamespace: string;
  stop(): Promise<void>;
}

const writers = 16;
const features = 30; // as many as the breast-cancer sample has: the signature is the largest part of a status
const metricNames = ['roc_auc', 'accuracy', 'f1', 'precision', 'recall', 'log_loss'];

export async function createScene(scale: Scale, store: HttpStore): Promise<Scene> {
  const env = await startTestEnv({ crds });
  const operatorNamespace = 'operators';
  const names = Array.from({ length: scale.namespaces }, (_, index) => `team-${index}`);
  for (const name of [operatorNamespace, ...names]) await env.client.create<KubeObject>(namespaceType, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  await each(scale.versions, (index) => env.client.create<ModelVersionInput>(modelVersionResource, version(index, names, store)));
  await each(scale.deployments, (index) => env.client.create<ModelDeploymentInput>(modelDeploymentResource, deployment(index, names)));
  return { env, operatorNamespace, stop: () => env.stop() };
}

async function each(count: number, work: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: writers }, worker));
}

/** Every version has a model file and a manifest of its own, and every digest is right: the operator verifies them. */
function version(index: number, namespaces: readonly string[], store: HttpStore): ModelVersionInput {
  const { namespace, number } = place(index, namespaces);
  const model = `${namespace}-model`;
  const folder = `${namespace}/${number}`;
  const files = filesOf(
    {
      model,
      signature: { inputs: Array.from({ length: features }, (_, feature) => ({ name: `feature_${feature}_worst`, datatype: 'FP32', shape: [-1, 1] })), outputs: [{ name: 'label', datatype: 'INT64', shape: [-1] }, { name: 'probabilities', datatype: 'FP32', shape: [-1, 2] }] },
      metrics: metricNames.flatMap((name) => [{ name, split: 'Test' as const, value: 0.9 + index / 1e6, n: 114 }, { name, split: 'CV' as const, value: 0.91 + index / 1e6, stdDev: 0.013, n: 5 }]),
    },
    `model ${index}`,
  );
  store.put(`${folder}/model.onnx`, files.model);
  store.put(`${folder}/manifest.json`, files.bytes);
  const { sha256, sizeBytes } = files.manifest.artifact;
  return {
    apiVersion: 'trainyard.dev/v1alpha1',
    kind: 'ModelVersion',
    metadata: { name: `${model}-${number}`, namespace },
    spec: { model, version: number, artifact: { uri: `${store.url}${folder}/model.onnx`, sha256, sizeBytes }, manifest: { uri: `${store.url}${folder}/manifest.json`, sha256: files.manifestSha256 } },
  };
}

/** Without replicas a version is deployed at once, so that every status is whole although there is no pod. */
function deployment(index: number, namespaces: readonly string[]): ModelDeploymentInput {
  const { namespace, number } = place(index, namespaces);
  const model = `${namespace}-model`;
  return {
    apiVersion: 'trainyard.dev/v1alpha1',
    kind: 'ModelDeployment',
    metadata: { name: `serve-${number}`, namespace },
    spec: { model, version: `${model}-${number}`, server: { replicas: 0 } },
  };
}

function place(index: number, namespaces: readonly string[]): { readonly namespace: string; readonly number: number } {
  return { namespace: namespaces[index % namespaces.length] ?? '', number: Math.floor(index / namespaces.length) + 1 };
}
