// `<kind>/finalizers: update` shows in no audit log (tools/rbac/invisible.ts): the admission plugin
// OwnerReferencesPermissionEnforcement asks for it within another request. So each is taken away in turn here.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { experimentResource, modelDeploymentResource, trainingRunResource } from '../../../crds/generated/resources.ts';
import { configMaps, deployments, jobs, services } from '../../../controllers/shared/kube-types.ts';
import { startHttpStore, type HttpStore } from '../../../controllers/shared/testing/http-store.ts';
import { eventually } from '../../../operator/runtime/testing/silent.ts';
import type { KubeObject, ResourceType } from '../../../operator/runtime/types.ts';
import type { PolicyRule } from '../../../tools/rbac/grants.ts';
import { invisible } from '../../../tools/rbac/invisible.ts';
import { objectsOf, render } from '../admission/chart.ts';
import { World } from '../controllers/fixtures/world.ts';
import { account, installed } from './installed.ts';

const chart = installed();
const longMs = 60_000;
let objects: readonly KubeObject[] = [];
let store: HttpStore;
let team: World;

type WithRules = KubeObject & { readonly rules?: readonly PolicyRule[] };

/** The chart without one resource in any of its roles. */
function without(resource: string): readonly KubeObject[] {
  return (objects as readonly WithRules[]).map((object) => (object.rules === undefined ? object : { ...object, rules: object.rules.map((rule) => ({ ...rule, resources: (rule.resources ?? []).filter((one) => one !== resource) })).filter((rule) => rule.resources.length > 0) }));
}

async function refused(resource: string): Promise<readonly string[]> {
  const requests = await chart.requests();
  return requests.filter(({ code, resource: asked }) => code === 403 && asked?.resource === resource).map(({ message }) => message);
}

beforeAll(async () => {
  objects = objectsOf(await render());
  store = await startHttpStore();
  await chart.makeNamespaces(account.namespace, 'team');
  await chart.grant(objects);
  await chart.start(objects);
  team = new World(chart.env().client, chart.env().kubeconfigPath, 'team', store, {});
  await team.readyVersion(1);
});
afterAll(() => store.close());

const training = { task: 'BinaryClassification', data: { source: { uri: 's3://data/tumour.csv' }, target: 'malignant' }, metrics: { primary: 'roc_auc' } };
const candidates = [{ name: 'xgb', algorithm: { name: 'xgboost' } }];

interface Row {
  readonly owner: ResourceType;
  readonly spec: object;
  /** What the operator makes first for it. */
  readonly child: ResourceType;
  readonly made: (name: string) => Promise<boolean>;
}

const rows: Readonly<Record<string, Row>> = {
  trainingruns: { owner: trainingRunResource, spec: { model: 'tumour', ...training, algorithm: { name: 'xgboost' } }, child: configMaps, made: async (name) => (await team.get(jobs, `${name}-1`)) !== undefined },
  experiments: { owner: experimentResource, spec: { model: 'tumour', objective: { metric: 'roc_auc', direction: 'Maximize' }, template: training, candidates }, child: trainingRunResource, made: async (name) => (await team.get(trainingRunResource, `${name}-xgb`)) !== undefined },
  modeldeployments: { owner: modelDeploymentResource, spec: { model: 'tumour', version: 'tumour-1' }, child: services, made: async (name) => (await team.list(deployments)).some(({ metadata }) => metadata.ownerReferences?.[0]?.name === name) },
};

describe('where the API server guards owner references', () => {
  it('there is a row here for every right that no log shows', () => {
    expect(invisible.map(({ resource }) => resource).sort()).toEqual(Object.keys(rows).map((kind) => `${kind}/finalizers`).sort());
  });

  it.each(Object.entries(rows))('without update of %s/finalizers the operator makes nothing for it, and with it everything', async (kind, { owner, spec, child, made }) => {
    const name = `of-${kind}`;
    await chart.grant(without(`${kind}/finalizers`));
    const before = (await refused(child.plural)).length;
    await team.client.create<KubeObject>(owner, { apiVersion: `${owner.group}/${owner.version}`, kind: owner.kind, metadata: { name, namespace: team.namespace }, spec } as KubeObject);
    await eventually(async () => (await refused(child.plural)).length > before, longMs);
    expect((await refused(child.plural)).at(-1)).toContain("cannot set blockOwnerDeletion if an ownerReference refers to a resource you can't set finalizers on");
    expect(await made(name)).toBe(false);
    await chart.grant(objects);
    await eventually(() => made(name), longMs);
  }, 3 * longMs);
});
