// What deletion leaves behind: nothing. Needs the garbage collector, and real Deployment and Job controllers come with it.
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { experimentResource, modelDeploymentResource, trainingRunResource } from '../../../crds/generated/resources.ts';
import { configMaps, deployments, horizontalPodAutoscalers, jobs, podDisruptionBudgets, pods, services, virtualServices, type Job, type Pod } from '../../../controllers/shared/kube-types.ts';
import { eventually } from '../../../operator/runtime/testing/silent.ts';
import { privateEnv } from '../harness/shared-env.ts';
import { namespaceType } from '../harness/types.ts';
import { crds } from './fixtures/crd-paths.ts';
import { worlds, type World } from './fixtures/world.ts';

const env = privateEnv({ controllerManager: true, crds });
const newWorld = worlds(() => ({
  client: env().client,
  kubeconfigPath: env().kubeconfigPath,
  async createNamespace() {
    const name = `test-${randomBytes(5).toString('hex')}`;
    await env().client.create(namespaceType, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
    return name;
  },
}));

const kinds = [deployments, services, horizontalPodAutoscalers, podDisruptionBudgets, virtualServices, jobs, configMaps, pods];
async function left(world: World): Promise<string[]> {
  const lists = await Promise.all(kinds.map(async (type) => (await world.list(type)).map(({ metadata }) => `${type.plural}/${metadata.name}`)));
  return lists.flat().filter((name) => name !== 'configmaps/kube-root-ca.crt');
}

describe('deletion', () => {
  it('of a deployment takes workloads, services, budgets and the route along', async () => {
    const world = await newWorld();
    await world.readyVersion(1);
    await world.client.create(modelDeploymentResource, { apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelDeployment', metadata: { name: 'web', namespace: world.namespace }, spec: { model: 'tumour', version: 'tumour-1' } });
    await eventually(async () => (await world.list<Pod>(pods)).length === 1);
    const [pod] = await world.list<Pod>(pods);
    // The real controller of EndpointSlices lists no pod without a node.
    await world.serves(pod!);
    await world.condition(modelDeploymentResource, 'web', 'Ready', 'True Serving');
    await eventually(async () => (await left(world)).length === 6);
    await world.client.delete(modelDeploymentResource, { namespace: world.namespace, name: 'web' });
    await eventually(async () => (await left(world)).length === 0);
    expect((await world.versions()).length).toBe(1);
  });

  it('of a run and of an experiment takes trials, jobs, configurations and pods along', async () => {
    const world = await newWorld();
    await world.train('xgb');
    await world.client.create(experimentResource, {
      apiVersion: 'trainyard.dev/v1alpha1',
      kind: 'Experiment',
      metadata: { name: 'families', namespace: world.namespace },
      spec: { model: 'tumour', objective: { metric: 'roc_auc', direction: 'Maximize' }, template: { task: 'BinaryClassification', data: { source: { uri: 's3://data/tumour.csv' }, target: 'malignant' }, metrics: { primary: 'roc_auc' } }, candidates: [{ name: 'xgb', algorithm: { name: 'xgboost' } }, { name: 'forest', algorithm: { name: 'randomForest' } }] },
    });
    await eventually(async () => (await world.list<Pod>(pods)).length === 3);
    expect((await left(world)).length).toBe(9);
    await world.client.delete(trainingRunResource, { namespace: world.namespace, name: 'xgb' });
    await world.client.delete(experimentResource, { namespace: world.namespace, name: 'families' });
    await eventually(async () => (await left(world)).length === 0 && (await world.list(trainingRunResource)).length === 0);
  });
});

describe('a node that goes away', () => {
  it('counts as a preemption: the real Job fails once, and the next one follows', async () => {
    const world = await newWorld();
    await world.train('xgb');
    await eventually(async () => (await world.list<Pod>(pods)).length === 1);
    const [pod] = await world.list<Pod>(pods);
    await world.status(pod!, { phase: 'Failed', conditions: [{ type: 'DisruptionTarget', status: 'True', reason: 'DeletionByTaintManager', message: 'the node is gone', lastTransitionTime: new Date().toISOString() }] });
    const run = await world.run('xgb', ({ status }) => status?.launches === 2);
    expect(run.status).toMatchObject({ attempt: 1, preemptions: 1 });
    await eventually(async () => (await world.list<Job>(jobs)).find(({ metadata }) => metadata.name === 'xgb-1')?.status?.failed === 1);
    await eventually(async () => (await world.list<Pod>(pods)).length === 2);
    expect((await world.list(jobs)).length).toBe(2);
  });
});
