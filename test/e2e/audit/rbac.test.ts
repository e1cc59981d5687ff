// Runs after every other file (vitest.config.ts): what the operator never asked for in the whole suite, it need not be allowed.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { requestsSince } from '../../../tools/rbac/audit-log.ts';
import { compare } from '../../../tools/rbac/compare.ts';
import { grantsOf, userName, type Authorization, type Binding, type Role, type ServiceAccount } from '../../../tools/rbac/grants.ts';
import { invisible } from '../../../tools/rbac/invisible.ts';
import type { Request } from '../../../tools/rbac/requests.ts';
import { clusterAddresses } from '../harness/cluster.ts';
import { droppedAreGone, systemNamespace } from '../harness/install.ts';
import { connect, type Kube } from '../harness/kube.ts';
import { ownPrometheusName } from '../harness/own-prometheus.ts';

const { auditLog } = await clusterAddresses();
/** An account of trainers and servers: in a namespace of the suite, and none that a test made for a program of its own. */
const isOfSuite = (namespace = '', name = ''): boolean => namespace.startsWith('e2e-') && name !== ownPrometheusName;
const isAccountOfSuite = (user: string): boolean => user.startsWith('system:serviceaccount:') && isOfSuite(...user.split(':').slice(2));

// A cluster of somebody else's shows nobody its audit log; the other files run there even so.
describe.skipIf(auditLog === undefined)('permissions, by the audit log of this run', () => {
  let kube: Kube;
  let operator: ServiceAccount;
  let authorization: Authorization;
  let requests: readonly Request[];

  beforeAll(async () => {
    kube = await connect();
    // What is asked for at the end of objects counts too.
    await droppedAreGone(kube);
    operator = { namespace: systemNamespace, name: await kube.kubectl('get', 'deployment', 'trainyard', '-n', systemNamespace, '-o', 'jsonpath={.spec.template.spec.serviceAccountName}') };
    authorization = await readAuthorization(kube);
    requests = await requestsSince(auditLog ?? '', inject('suiteBegan'), (user) => user === userName(operator) || isAccountOfSuite(user));
  });
  afterAll(() => kube.close());

  it('the operator used everything that its roles grant, and was refused nothing', () => {
    const grants = grantsOf(operator, authorization);
    const own = requests.filter(({ user }) => user === userName(operator));
    console.info(`permissions: ${grants.length} grants, ${own.length} requests of ${userName(operator)}`);
    expect(compare(grants, own, invisible)).toEqual({ unused: [], denied: [] });
  });

  it('what no log can show is nevertheless granted: the list of it is no list of wishes', () => {
    const grants = grantsOf(operator, authorization);
    for (const { group, resource, verb } of invisible) expect(grants).toContainEqual(expect.objectContaining({ verb, target: { group, resource, names: [] } }));
  });

  it('trainers and model servers asked for nothing, and no role names an account of theirs', () => {
    expect(requests.filter(({ user }) => user !== userName(operator)).map(({ user, verb, path }) => `${user}: ${verb} ${path}`)).toEqual([]);
    const bindings = [...authorization.roleBindings, ...authorization.clusterRoleBindings];
    expect(bindings.flatMap(({ subjects = [] }) => subjects).filter(({ kind, namespace, name }) => kind === 'ServiceAccount' && isOfSuite(namespace, name))).toEqual([]);
    // The account that a pod gets which names none.
    expect(compare(grantsOf({ namespace: 'e2e-any', name: 'default' }, authorization), [])).toEqual({ unused: [], denied: [] });
  });
});

async function readAuthorization(kube: Kube): Promise<Authorization> {
  const read = async <T>(plural: string): Promise<readonly T[]> => (JSON.parse(await kube.kubectl('get', `${plural}.rbac.authorization.k8s.io`, '--all-namespaces', '-o', 'json')) as { items: readonly T[] }).items;
  const [roles, clusterRoles, roleBindings, clusterRoleBindings] = await Promise.all([read<Role>('roles'), read<Role>('clusterroles'), read<Binding>('rolebindings'), read<Binding>('clusterrolebindings')]);
  return { roles, clusterRoles, roleBindings, clusterRoleBindings };
}
