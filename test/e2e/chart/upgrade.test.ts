// The life of a release: installed, upgraded from the chart before, uninstalled. Runs last: it takes the operator away.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelDeploymentResource } from '../../../crds/generated/resources.ts';
import { clusterAddresses, isOurs, repository } from '../harness/cluster.ts';
import { droppedAreGone, installOperator, systemNamespace } from '../harness/install.ts';
import { answering, summarize, type LoadSummary } from '../harness/load.ts';
import { registerModels } from '../harness/models.ts';
import { inNamespace } from '../harness/namespace.ts';
import { isAtRest, modelDeployment, podIdentities, readDeployment, readyText, setVersion, until } from '../harness/objects.ts';
import { featureRows, type Row } from '../harness/samples.ts';

const ours = isOurs(await clusterAddresses());
const env = inNamespace('e2e-chart');
const { namespace, host } = env;
const before = `${repository}test/e2e/charts/trainyard-0.1.0.tgz`;
const chart = `${repository}charts/trainyard`;
const crds = ['experiments', 'modeldeployments', 'modelversions', 'trainingruns'].map((name) => `${name}.trainyard.dev`);
let rows: readonly Row[] = [];
let pods: readonly string[] = [];

const helm = (...args: readonly string[]): Promise<string> => env.kube().helm(...args, '-n', systemNamespace, '--wait', '--timeout', '120s');
const serving = async (): Promise<readonly string[]> => podIdentities(env.kube(), namespace, (await readDeployment(env.kube(), namespace)).status?.stable?.revision ?? '');
const presentCrds = async (): Promise<readonly string[]> => {
  const names = await env.kube().kubectl('get', 'customresourcedefinitions', '-o', 'name');
  return crds.filter((name) => names.includes(`/${name}\n`));
};

/** Requests through the gateway while it happens. None may fail, and no pod of the model may be another one. */
async function unnoticed(what: string, happens: () => Promise<unknown>): Promise<LoadSummary> {
  const load = env.load({ rows });
  await happens();
  const seen = summarize(await load.stop());
  console.info(`${what}: ${seen.failed} of ${seen.requests} failed`);
  expect(seen).toMatchObject({ failed: 0, problems: [] });
  expect(await serving()).toEqual(pods);
  return seen;
}

/** The chart before runs with today's image here, which asks for more than the role of that chart grants. */
const lacking = { apiVersion: 'rbac.authorization.k8s.io/v1', metadata: { name: 'e2e-chart-lacking' } };
const lackingRole = [
  { ...lacking, kind: 'ClusterRole', rules: [{ apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['list', 'watch'] }] },
  { ...lacking, kind: 'ClusterRoleBinding', roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: lacking.metadata.name }, subjects: [{ kind: 'ServiceAccount', name: 'trainyard', namespace: systemNamespace }] },
];
const withdrawRole = (): Promise<string> => env.kube().kubectl('delete', 'clusterroles,clusterrolebindings', lacking.metadata.name, '--ignore-not-found');

/** Waits until an operator has looked at a change of a field that no pod knows of. */
async function lookedAt(hold: string): Promise<void> {
  const patch = JSON.stringify({ spec: { rollout: { scaleDownDelay: hold } } });
  await env.kube().kubectl('patch', 'modeldeployment', 'tumour', '-n', namespace, '--type=merge', '-p', patch);
  const { generation } = (await env.kube().client.get(modelDeploymentResource, { namespace, name: 'tumour' }))?.metadata ?? {};
  await until(env.kube(), namespace, 'the change to be seen', (object) => object.status?.observedGeneration === generation && readyText(object).startsWith('True Serving'));
}

beforeAll(async () => {
  if (!ours) return;
  const kube = env.kube();
  await droppedAreGone(kube);
  rows = await featureRows(kube, 'tumour.csv', ['malignant', 'patient_id']);
  await registerModels(kube, namespace, { 'tumour-1': 'trained', 'tumour-2': 'good' });
  await kube.apply([modelDeployment(namespace, 'tumour-1', { spec: { server: { replicas: 2 } } })]);
  await until(kube, namespace, 'the first version', (object) => object.status?.stable?.version === 'tumour-1' && object.status.stable.readyReplicas === 2 && isAtRest(object));
  await answering({ gateway: kube.addresses.gateway, host, row: rows[0] ?? {} });
  pods = await serving();
});
// Objects with finalizers go only where an operator lets them.
afterAll(async () => {
  if (!ours) return;
  await withdrawRole();
  await installOperator(env.kube());
});

describe.skipIf(!ours)('a release of the chart', () => {
  it('leaves its objects and their pods when it is uninstalled', async () => {
    await unnoticed('uninstalled', () => helm('uninstall', 'trainyard'));
    expect(await presentCrds()).toEqual(crds);
    expect(await env.kube().kubectl('get', 'deployments', '-n', systemNamespace, '-o', 'name')).not.toContain('trainyard');
    expect(readyText(await readDeployment(env.kube(), namespace))).toMatch(/^True Serving/);
  });

  it('takes over what is there when it is installed: here the chart before', async () => {
    await env.kube().apply(lackingRole);
    await unnoticed('installed', async () => {
      await helm('install', 'trainyard', before);
      await lookedAt('6s');
    });
    expect(await chartOf('modeldeployments.trainyard.dev')).toBe('trainyard-0.1.0');
  });

  it('is upgraded while models serve: CRDs and operator are new, and no pod of a model is', async () => {
    await withdrawRole();
    const operators = await operatorPods();
    await unnoticed('upgraded', async () => {
      await helm('upgrade', 'trainyard', chart, '--reset-then-reuse-values');
      await lookedAt('7s');
    });
    expect(await chartOf('modeldeployments.trainyard.dev')).not.toBe('trainyard-0.1.0');
    // Helm waits for the new pods, not for the end of the old ones.
    await env.kube().waitFor('the pods of the operator before to be gone', async () => ((await operatorPods()).some((pod) => operators.includes(pod)) ? undefined : true), 60_000);
    await setVersion(env.kube(), namespace, 'tumour-2');
    const load = env.load({ rows });
    await until(env.kube(), namespace, 'a canary by the new operator', (object) => object.status?.stable?.version === 'tumour-2' && isAtRest(object));
    expect(summarize(await load.stop())).toMatchObject({ failed: 0 });
  });

  it('refuses an upgrade that carries values of the chart before along', async () => {
    await expect(helm('upgrade', 'trainyard', chart, '--set', 'networkPolicy.egressPorts={443}')).rejects.toThrow('egressPorts');
  });

  it('takes all of it along when that is asked for', async () => {
    const kube = env.kube();
    await helm('upgrade', 'trainyard', chart, '--reset-values', '--set', 'crds.keep=false');
    // First the objects, as docs/guide/quickstart.md says: it is the operator that lets go of them.
    await kube.kubectl('delete', 'modeldeployments,experiments,trainingruns,modelversions', '--all', '--all-namespaces', '--timeout', '120s');
    await helm('uninstall', 'trainyard');
    expect(await presentCrds()).toEqual([]);
    await kube.waitFor('the pods to be gone', async () => ((await kube.kubectl('get', 'pods', '-n', namespace, '-o', 'name')) === '' ? true : undefined), 60_000);
    expect(await kube.kubectl('get', 'virtualservices,services', '-n', namespace, '-o', 'name')).toBe('');
  });
});

const chartOf = (crd: string): Promise<string> => env.kube().kubectl('get', 'customresourcedefinition', crd, '-o', 'jsonpath={.metadata.labels.helm\\.sh/chart}');
const operatorPods = async (): Promise<readonly string[]> => (await env.kube().kubectl('get', 'pods', '-n', systemNamespace, '-l', 'app.kubernetes.io/component=operator', '-o', 'jsonpath={.items[*].metadata.uid}')).split(' ');
