import type { ModelDeployment } from '../../../../crds/generated/model-deployment.ts';
import { modelDeploymentResource } from '../../../../crds/generated/resources.ts';
import type { Scene, Story } from '../story.ts';
import { condition, makeVersion } from './models.ts';
import { deploy } from './model-version.ts';

/** tumour-1 serves; tumour-2 is asked for, and from then on the operator is in danger. */
async function rollOut(scene: Scene): Promise<void> {
  await condition(scene, 'ModelVersion', 'tumour-1', 'Ready', 'True Verified');
  await condition(scene, 'ModelVersion', 'tumour-2', 'Ready', 'True Verified');
  await deploy(scene);
  await condition(scene, 'ModelDeployment', 'web', 'Ready', 'True Serving');
  await scene.view.until('the front service', () => scene.view.get('Service', 'web') !== undefined);
  scene.danger();
  await scene.client.patch(modelDeploymentResource, { namespace: scene.namespace, name: 'web' }, { spec: { version: 'tumour-2' } });
}

/** The pods of a revision without traffic are gone, and only one is left. */
function oneRevisionLeft({ view }: Scene): Promise<void> {
  const left = (kind: string): number => view.all().filter((object) => object.kind === kind).length;
  return view.until('the removal of the other revision', () => left('Deployment') === 1 && left('PodDisruptionBudget') === 1 && left('Service') === 2 && (view.get<ModelDeployment>('ModelDeployment', 'web')?.status?.retiring ?? []).length === 0);
}

const base = {
  prepare: async (scene: Scene): Promise<void> => {
    await Promise.all([makeVersion(scene, 1), makeVersion(scene, 2)]);
  },
  safeBeginning: true,
};
const mustReach = ['applyStatus modeldeployments.trainyard.dev web', 'apply virtualservices.networking.istio.io web', 'read pod counters', 'create events.events.k8s.io web RolloutStarted', 'create events.events.k8s.io web StepStarted'];

export const promotion: Story = {
  ...base,
  name: 'a rollout that takes two steps and is promoted',
  play: async (scene) => {
    await rollOut(scene);
    // Ready is True from the version before, until the operator has seen the new one.
    await scene.view.until('the promotion', () => scene.view.get<ModelDeployment>('ModelDeployment', 'web')?.status?.stable?.version === 'tumour-2');
    await condition(scene, 'ModelDeployment', 'web', 'Ready', 'True Serving');
    await oneRevisionLeft(scene);
  },
  mustReach: [...mustReach, 'apply services web', 'create events.events.k8s.io web Promoted'],
};

export const rollback: Story = {
  ...base,
  name: 'a rollout whose candidate fails and is rolled back',
  failing: ['tumour-2'],
  play: async (scene) => {
    await rollOut(scene);
    await condition(scene, 'ModelDeployment', 'web', 'Ready', 'False RolledBack');
    await scene.view.until('the last requests of the candidate', () => scene.view.get<ModelDeployment>('ModelDeployment', 'web')?.status?.lastRollback?.propagated === true);
    await oneRevisionLeft(scene);
  },
  mustReach: [...mustReach, 'create events.events.k8s.io web RolledBack'],
};
