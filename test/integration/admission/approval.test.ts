// The policy modelversion-approval with the roles of the chart, against the API server's own authorizer.
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelVersionResource } from '../../../crds/generated/resources.ts';
import { finalizer } from '../../../controllers/shared/names.ts';
import type { ApiClient } from '../../../operator/runtime/client.ts';
import { addFinalizer } from '../../../operator/runtime/finalizers.ts';
import type { KubeObject } from '../../../operator/runtime/types.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import { change, named, type Manifest } from './cases.ts';
import { objectsOf, ofKind, render } from './chart.ts';
import { crdPaths } from './crd-paths.ts';
import { kubectl } from './kubectl.ts';
import { modelVersion } from './samples.ts';
import { asVerdict, inNamespace, type Verdict } from './server.ts';
import { decisions, type Approval, type Decision, type Who } from './tables/approval.ts';
import { bind, clientOf, clusterRoleType, roleType } from './users.ts';

const env = sharedEnv({ crds: crdPaths });
const activeMs = 30_000;
const approver = 'trainyard-model-approver';
const users: Readonly<Record<Who, string>> = { editor: 'eve', approver: 'ada', elsewhere: 'olaf', ofOne: 'oona', operator: 'system:serviceaccount:trainyard-system:trainyard' };
const clients = new Map<Who, ApiClient>();
let namespace = '';
let policies = '';

interface Role extends KubeObject {
  rules: { apiGroups: string[]; resources: string[]; verbs: string[]; resourceNames?: string[] }[];
}

beforeAll(async () => {
  namespace = await env.createNamespace();
  const elsewhere = await env.createNamespace();
  const objects = objectsOf(await render());
  for (const role of ofKind<Role>(objects, 'ClusterRole')) await env.client.apply<Role>(clusterRoleType, role, { fieldManager: 'test-harness' });
  const one: Role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata: { name: 'one-version', namespace }, rules: [{ apiGroups: ['trainyard.dev'], resources: ['modelversions'], verbs: ['approve'], resourceNames: ['chosen'] }] };
  await env.client.create(roleType, one);

  for (const who of ['editor', 'approver', 'elsewhere', 'ofOne'] as const) {
    await bind(env.client, namespace, users[who], 'ClusterRole', 'trainyard-modelversion-viewer');
    await bind(env.client, namespace, users[who], 'ClusterRole', 'trainyard-modelversion-editor');
  }
  await bind(env.client, namespace, users.approver, 'ClusterRole', approver);
  await bind(env.client, elsewhere, users.elsewhere, 'ClusterRole', approver);
  await bind(env.client, namespace, users.ofOne, 'Role', 'one-version');
  await bind(env.client, namespace, users.operator, 'ClusterRole', 'trainyard');
  for (const who of Object.keys(users) as Who[]) clients.set(who, clientOf(env.kubeConfig, users[who]));

  policies = objects.filter(({ metadata }) => metadata.name === 'modelversion-approval').map((object) => `---\n${JSON.stringify(object)}`).join('\n');
  await kubectl(env.kubeconfigPath, ['apply', '-f', '-'], policies);
  // The server loads policies and roles a moment after they are written.
  const until = performance.now() + activeMs;
  while (!(await inForce())) {
    if (performance.now() > until) throw new Error(`the policy was not in force after ${String(activeMs)} ms`);
    await delay(100);
  }
});

afterAll(async () => {
  await kubectl(env.kubeconfigPath, ['delete', '--ignore-not-found', '-f', '-'], policies);
  await Promise.all([...clients.values()].map((client) => client.close()));
});

async function inForce(): Promise<boolean> {
  const [refused, allowed] = [decisions.find(({ accepted }) => !accepted), decisions.findLast(({ accepted }) => accepted)];
  if (refused === undefined || allowed === undefined) throw new TypeError('the table has rows of one kind only');
  const verdicts = await Promise.all([verdictOf({ ...refused, version: 'probe' }), verdictOf(allowed)]);
  return !(verdicts[0]?.accepted) && (verdicts[1]?.accepted);
}

function version(name: string, approval: Approval | undefined, stage = 'Staging'): Manifest {
  return inNamespace(named(change(modelVersion, { stage, approval }), name), namespace);
}

function clientFor(who: Who): ApiClient {
  const client = clients.get(who);
  if (client === undefined) throw new TypeError(`nobody is ${who}`);
  return client;
}

/** Sent as a patch where the operator asks, which may not replace; it is judged the same. */
async function verdictOf({ who, old, approval, stage, version: name = 'other' }: Decision): Promise<Verdict> {
  const client = clientFor(who);
  const wanted = version(name, approval, stage);
  try {
    if (old === undefined) return await asVerdict(client.create(modelVersionResource, wanted));
    const created = await env.client.create(modelVersionResource, version(name, old));
    if (who === 'operator') return await asVerdict(client.patch(modelVersionResource, { namespace, name }, { spec: wanted.spec }));
    return await asVerdict(client.replace(modelVersionResource, { ...wanted, metadata: { ...wanted.metadata, resourceVersion: created.metadata.resourceVersion ?? '' } }));
  } finally {
    await env.client.delete(modelVersionResource, { namespace, name });
  }
}

describe('the policy modelversion-approval', () => {
  it.each(decisions)('$name', async (decision) => {
    const verdict = await verdictOf(decision);
    expect(verdict).toEqual({ accepted: decision.accepted, message: decision.accepted ? '' : expect.stringContaining(`${users[decision.who]} may not change spec.approval: this needs the verb approve on modelversions.trainyard.dev`) });
  });

  it('says how to grant the verb, and doing so is enough', async () => {
    await env.client.create(modelVersionResource, version('granted', { required: true }));
    const fay = clientOf(env.kubeConfig, 'fay');
    try {
      await bind(env.client, namespace, 'fay', 'ClusterRole', 'trainyard-modelversion-editor');
      const approve = (): Promise<Verdict> => asVerdict(fay.patch(modelVersionResource, { namespace, name: 'granted' }, { spec: { approval: { state: 'Approved', by: 'fay' } } }));
      let refused = await approve();
      // Until the authorizer has seen the binding it is the patch itself that is forbidden.
      for (const until = performance.now() + activeMs; !refused.message.includes('Grant it with: ') && performance.now() < until; refused = await approve()) await delay(100);
      const command = refused.message.split('Grant it with: kubectl ')[1] ?? '';
      expect(command).toBe(`create rolebinding model-approver -n ${namespace} --clusterrole=${approver} --user=fay`);
      await kubectl(env.kubeconfigPath, command.split(' '));
      let granted = await approve();
      for (const until = performance.now() + activeMs; !granted.accepted && performance.now() < until; granted = await approve()) await delay(100);
      expect(granted).toEqual({ accepted: true, message: '' });
    } finally {
      await fay.close();
      await env.client.delete(modelVersionResource, { namespace, name: 'granted' });
    }
  });

  it('lets the operator hold a decided version by its finalizer, and write its status', async () => {
    const created = await env.client.create<KubeObject>(modelVersionResource, version('held', { required: true, state: 'Approved', by: 'ada' }));
    const held = await addFinalizer(clientFor('operator'), modelVersionResource, created, finalizer.served);
    expect(held.metadata.finalizers).toEqual([finalizer.served]);
    const status = { score: 'roc_auc 0.99' };
    const applied = await clientFor('operator').applyStatus<KubeObject & { status?: object }>(modelVersionResource, { apiVersion: created.apiVersion, kind: created.kind, metadata: { namespace, name: 'held' }, status }, { fieldManager: 'trainyard-model-version' });
    expect(applied.status).toEqual(status);
    await env.client.patch(modelVersionResource, { namespace, name: 'held' }, { metadata: { finalizers: null } });
    await env.client.delete(modelVersionResource, { namespace, name: 'held' });
  });

  it('has no type errors', async () => {
    const output = await kubectl(env.kubeconfigPath, ['get', 'validatingadmissionpolicy', 'modelversion-approval', '-o', 'jsonpath={.status.typeChecking.expressionWarnings}']);
    expect(output).toBe('');
  });
});

describe('the role of approvers', () => {
  it('goes to the owners of a namespace, and to nobody who only edits', async () => {
    const roles = ofKind<Role>(objectsOf(await render()), 'ClusterRole').filter(({ rules }) => rules.some(({ verbs }) => verbs.includes('approve')));
    expect(roles.map(({ metadata }) => metadata.name)).toEqual([approver]);
    expect(Object.keys(roles[0]?.metadata.labels ?? {}).filter((name) => name.startsWith('rbac.'))).toEqual(['rbac.authorization.k8s.io/aggregate-to-admin']);
  });

  it('with watchNamespaces is a Role in each of them, and the policy names it so', async () => {
    const objects = objectsOf(await render('namespaced'));
    const roles = objects.filter(({ metadata }) => metadata.name === approver);
    expect(roles.map(({ kind, metadata }) => [kind, metadata.namespace])).toEqual([['Role', 'team-a'], ['Role', 'team-b']]);
    expect(JSON.stringify(objects.find(({ metadata }) => metadata.name === 'modelversion-approval'))).toContain(` --role=${approver} `);
  });
});
