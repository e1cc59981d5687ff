import type { ModelDeploymentInput } from '../../../../crds/generated/model-deployment.ts';
import type { ModelVersion } from '../../../../crds/generated/model-version.ts';
import { modelDeploymentResource, modelVersionResource } from '../../../../crds/generated/resources.ts';
import { isTrue } from '../../../../operator/runtime/conditions.ts';
import type { Scene, Story } from '../story.ts';
import { condition, makeVersion } from './models.ts';

export async function deploy({ client, namespace }: Scene, spec: Partial<ModelDeploymentInput['spec']> = {}): Promise<void> {
  await client.create<ModelDeploymentInput>(modelDeploymentResource, {
    apiVersion: 'trainyard.dev/v1alpha1',
    kind: 'ModelDeployment',
    metadata: { name: 'web', namespace },
    spec: { model: 'tumour', version: 'tumour-1', rollout: { steps: [{ weight: 10, hold: '100ms' }, { weight: 50, hold: '100ms' }], scaleDownDelay: '500ms', shield: { mode: 'Off' }, analysis: { interval: '500ms', minRequests: 10 } }, ...spec },
  });
}

/** Everything that a version goes through: verified, served, deleted while it is served, and let go. */
export const lifeOfVersion: Story = {
  name: 'a version that is verified, served for the first time, and deleted before its deployment is',
  prepare: (scene) => makeVersion(scene, 1),
  play: async (scene) => {
    const { client, namespace, view } = scene;
    await condition(scene, 'ModelVersion', 'tumour-1', 'Ready', 'True Verified');
    await deploy(scene);
    await condition(scene, 'ModelDeployment', 'web', 'Ready', 'True Serving');
    await view.until('the last object of the deployment', () => view.get('VirtualService', 'web') !== undefined && view.get('Service', 'web') !== undefined);
    await view.until('the finalizer', () => view.get('ModelVersion', 'tumour-1')?.metadata.finalizers?.length === 1);
    await client.delete(modelVersionResource, { namespace, name: 'tumour-1' });
    await view.until('the reason why it stays', () => isTrue(view.get<ModelVersion>('ModelVersion', 'tumour-1')?.status?.conditions, 'DeletionBlocked'));
    await client.delete(modelDeploymentResource, { namespace, name: 'web' });
    await view.until('the end of the version', () => view.get('ModelVersion', 'tumour-1') === undefined);
    await view.until('the end of what the deployment owned', () => view.all().every(({ kind }) => kind === 'Event'));
  },
  mustReach: ['read artifact /version-1/manifest.json', 'digest artifact /version-1/model.onnx', 'applyStatus modelversions.trainyard.dev tumour-1', 'patch modelversions.trainyard.dev tumour-1', 'create events.events.k8s.io tumour-1 Verified', 'create events.events.k8s.io tumour-1 StillServed', 'applyStatus modeldeployments.trainyard.dev web', 'apply services web', 'apply virtualservices.networking.istio.io web', 'create events.events.k8s.io web RolloutStarted', 'create events.events.k8s.io web Deployed'],
};
