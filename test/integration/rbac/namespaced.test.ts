// The operator of two teams: Roles in their namespaces, nothing anywhere else, and it must do.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { experimentResource, modelDeploymentResource, modelVersionResource, trainingRunResource } from '../../../crds/generated/resources.ts';
import type { ExperimentInput } from '../../../crds/generated/experiment.ts';
import { deployments, jobs, virtualServices } from '../../../controllers/shared/kube-types.ts';
import { startHttpStore, type HttpStore } from '../../../controllers/shared/testing/http-store.ts';
import { eventually } from '../../../operator/runtime/testing/silent.ts';
import type { KubeObject } from '../../../operator/runtime/types.ts';
import { compare } from '../../../tools/rbac/compare.ts';
import { grantsOf, type Binding, type Role } from '../../../tools/rbac/grants.ts';
import { objectsOf, ofKind, render } from '../admission/chart.ts';
import { Deployed } from '../controllers/fixtures/deployed.ts';
import { World } from '../controllers/fixtures/world.ts';
import { account, installed } from './installed.ts';

const chart = installed();
const ours = ['team-a', 'team-b'];
let objects: readonly KubeObject[] = [];
let store: HttpStore;
let web: Deployed;
const world = (namespace: string): World => new World(chart.env().client, chart.env().kubeconfigPath, namespace, store, {});
const labelsOf = ({ metadata }: KubeObject): string[] => Object.keys(metadata.labels ?? {});

beforeAll(async () => {
  objects = objectsOf(await render('namespaced'));
  store = await startHttpStore();
  await chart.makeNamespaces(account.namespace, ...ours, 'team-c', 'istio-system');
  await chart.grant(objects);
  await chart.start(objects);
  web = new Deployed(world('team-b'), 31);
});
afterAll(async () => {
  await web.close();
  await store.close();
});

describe('the chart with watchNamespaces', () => {
  it('has no ClusterRoleBinding, and no ClusterRole but those that widen the built-in ones for people', () => {
    expect(ofKind(objects, 'ClusterRoleBinding')).toEqual([]);
    const others = ofKind(objects, 'ClusterRole').filter((role) => !labelsOf(role).some((label) => label.startsWith('rbac.authorization.k8s.io/aggregate-to-')));
    expect(others).toEqual([]);
  });

  it('grants its account something in its own namespace and those of the list, and in no other', () => {
    const [roles, clusterRoles, roleBindings] = [ofKind<KubeObject & Role>(objects, 'Role'), ofKind<KubeObject & Role>(objects, 'ClusterRole'), ofKind<KubeObject & Binding>(objects, 'RoleBinding')];
    const grants = grantsOf(account, { roles, clusterRoles, roleBindings, clusterRoleBindings: [] });
    expect([...new Set(grants.map(({ namespace }) => namespace))].sort()).toEqual([...ours, account.namespace].sort());
  });
});

describe('the operator with nothing but these Roles', () => {
  it('trains, and registers what it trained', async () => {
    const team = world('team-a');
    await team.train('xgb');
    await team.exits(await team.podOf('xgb-1'), 0, team.result('xgb'));
    await team.condition(trainingRunResource, 'xgb', 'Succeeded', 'True Succeeded');
    await team.condition(modelVersionResource, 'tumour-1', 'Ready', 'True Verified');
  });

  it('lets candidates compete, and stops their trials', async () => {
    const team = world('team-a');
    await team.client.create<ExperimentInput>(experimentResource, {
      apiVersion: 'trainyard.dev/v1alpha1',
      kind: 'Experiment',
      metadata: { name: 'families', namespace: team.namespace },
      spec: {
        model: 'tumour',
        objective: { metric: 'roc_auc', direction: 'Maximize' },
        template: { task: 'BinaryClassification', data: { source: { uri: 's3://data/tumour.csv' }, target: 'malignant' }, metrics: { primary: 'roc_auc' } },
        candidates: [{ name: 'xgb', algorithm: { name: 'xgboost' } }],
      },
    });
    await team.podOf('families-xgb-1');
    await team.client.patch(experimentResource, { namespace: team.namespace, name: 'families' }, { spec: { suspend: true } });
    await eventually(async () => (await team.get(jobs, 'families-xgb-1')) === undefined);
  });

  it('serves in the other namespace, through a Gateway that it may not read', async () => {
    await web.world.readyVersion(1);
    await web.create('tumour-1', { traffic: { hosts: ['tumour.example'], gateways: ['istio-system/public'] } });
    const revision = await web.serve('tumour-1');
    await web.condition('Ready', 'True Serving');
    await eventually(async () => (await web.split()).join() === `${revision}=100`);
    expect(await web.world.get(virtualServices, web.name)).toMatchObject({ spec: { hosts: expect.arrayContaining(['tumour.example']), gateways: expect.arrayContaining(['istio-system/public']) } });
  });

  it('replaces a version by the next one, and removes what is left of it', async () => {
    const before = await web.world.list(deployments);
    await web.world.readyVersion(2);
    await web.patch({ version: 'tumour-2' });
    await web.serve('tumour-2');
    await web.until(({ status }) => status?.stable?.version === 'tumour-2' && status.retiring === undefined, 60_000);
    await eventually(async () => (await web.world.list(deployments)).every(({ metadata }) => !before.some((old) => old.metadata.uid === metadata.uid)));
  }, 120_000);

  it('sees nothing of a third namespace', async () => {
    const team = world('team-c');
    await team.train('xgb');
    await team.version(1);
    await team.client.create(modelDeploymentResource, { apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelDeployment', metadata: { name: 'web', namespace: team.namespace }, spec: { model: 'tumour', version: 'tumour-1' } } as KubeObject);
    // A run of its own that came later is through: whatever it would have done there, it has had the time to do.
    await world('team-a').train('later');
    await world('team-a').podOf('later-1');
    for (const [type, name] of [[trainingRunResource, 'xgb'], [modelVersionResource, 'tumour-1'], [modelDeploymentResource, 'web']] as const) expect(await team.get(type, name)).not.toHaveProperty('status.conditions');
    expect([...(await team.list(jobs)), ...(await team.list(deployments))]).toEqual([]);
  });

  it('was refused nothing by the API server, and asked for nothing outside of its namespaces', async () => {
    const requests = await chart.requests();
    const read = async <T>(plural: string): Promise<readonly T[]> => (await chart.env().client.list<KubeObject>({ group: 'rbac.authorization.k8s.io', version: 'v1', kind: plural, plural, namespaced: plural.startsWith('role') })).items as unknown as readonly T[];
    const grants = grantsOf(account, { roles: await read('roles'), clusterRoles: await read('clusterroles'), roleBindings: await read('rolebindings'), clusterRoleBindings: await read('clusterrolebindings') });
    expect(grants.filter(({ namespace }) => namespace === '')).toEqual([]);
    expect(compare(grants, requests).denied).toEqual([]);
    expect(new Set(requests.map(({ resource, path }) => resource?.namespace ?? path))).toEqual(new Set([...ours, account.namespace]));
  });
});
