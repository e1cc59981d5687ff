// Models and their manifests, as trainers leave them.
import type { Manifest } from '../../../../crds/generated/manifest.ts';
import type { ModelVersionInput } from '../../../../crds/generated/model-version.ts';
import { modelVersionResource } from '../../../../crds/generated/resources.ts';
import type { HttpStore } from '../../../../controllers/shared/testing/http-store.ts';
import { filesOf } from '../../../../controllers/shared/testing/manifest.ts';
import { getCondition } from '../../../../operator/runtime/conditions.ts';
import type { Condition, KubeObject } from '../../../../operator/runtime/types.ts';
import type { Scene } from '../story.ts';

/** Puts a result into the store, and gives the last words that tell of it. */
export function trained(store: HttpStore, folder: string, manifest: Partial<Manifest> = {}): object {
  const files = filesOf(manifest, `model of ${folder}`);
  store.put(`${folder}/model.onnx`, files.model);
  store.put(`${folder}/manifest.json`, files.bytes);
  const { sha256, sizeBytes } = files.manifest.artifact;
  return { manifest: { uri: `${store.url}${folder}/manifest.json`, sha256: files.manifestSha256 }, artifact: { uri: `${store.url}${folder}/model.onnx`, sha256, sizeBytes } };
}

export async function makeVersion({ client, files, namespace }: Scene, number: number): Promise<void> {
  const { artifact, manifest } = trained(files, `version-${number}`) as Pick<ModelVersionInput['spec'], 'artifact' | 'manifest'>;
  await client.create<ModelVersionInput>(modelVersionResource, { apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelVersion', metadata: { name: `tumour-${number}`, namespace }, spec: { model: 'tumour', version: number, artifact, manifest } });
}

/** Waits until a condition of an object reads `<status> <reason>`, about its present spec. */
export function condition({ view }: Scene, kind: string, name: string, type: string, expected: string): Promise<void> {
  return view.until(`${kind} ${name} with ${type} ${expected}`, () => {
    const object = view.get<KubeObject & { status?: { observedGeneration?: number; conditions?: Condition[] } }>(kind, name);
    const found = getCondition(object?.status?.conditions, type);
    return `${found?.status ?? ''} ${found?.reason ?? ''}` === expected && object?.status?.observedGeneration === object?.metadata.generation;
  });
}
