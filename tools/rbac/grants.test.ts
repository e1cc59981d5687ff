import { describe, expect, it } from 'vitest';
import { describeGrant } from './compare.ts';
import { grantsOf, type Authorization, type Binding, type Role } from './grants.ts';

const account = { namespace: 'system', name: 'it' };
const reader: Role = { metadata: { name: 'reader' }, rules: [{ apiGroups: ['', 'apps'], resources: ['pods', 'pods/log'], verbs: ['get', 'list'] }] };
const empty: Authorization = { roles: [], clusterRoles: [reader, { metadata: { name: 'nothing' }, rules: null }], roleBindings: [], clusterRoleBindings: [] };

function binding(subject: { readonly kind: string; readonly name: string; readonly namespace?: string }, more: { readonly role?: string; readonly kind?: string; readonly namespace?: string; readonly labels?: Record<string, string> } = {}): Binding {
  const { role = 'reader', kind = 'ClusterRole', namespace, labels } = more;
  return { metadata: { name: 'b', ...(namespace === undefined ? {} : { namespace }), ...(labels === undefined ? {} : { labels }) }, roleRef: { kind, name: role }, subjects: [subject] };
}

const itself = { kind: 'ServiceAccount', name: 'it', namespace: 'system' };
const pods = ['get pods', 'list pods', 'get pods/log', 'list pods/log', 'get pods.apps', 'list pods.apps', 'get pods.apps/log', 'list pods.apps/log'];
const everywhere = pods.map((text) => `${text} in every namespace (ClusterRole reader)`);

describe('grantsOf', () => {
  it.each<readonly [string, Partial<Authorization>, readonly string[]]>([
    ['every verb of every resource of every group of a rule', { clusterRoleBindings: [binding(itself)] }, everywhere],
    ['a ClusterRole in one namespace', { roleBindings: [binding(itself, { namespace: 'a' })] }, pods.map((text) => `${text} in a (ClusterRole reader)`)],
    [
      'the Role of the binding\'s namespace, not its namesake',
      {
        roles: ['b', 'a'].map((namespace) => ({ metadata: { name: 'own', namespace }, rules: [{ apiGroups: [''], resources: [`of-${namespace}`], verbs: ['get'] }] })),
        roleBindings: [binding(itself, { kind: 'Role', role: 'own', namespace: 'a' })],
      },
      ['get of-a in a (Role own)'],
    ],
    ['its user name', { clusterRoleBindings: [binding({ kind: 'User', name: 'system:serviceaccount:system:it' })] }, everywhere],
    ['all service accounts', { clusterRoleBindings: [binding({ kind: 'Group', name: 'system:serviceaccounts' })] }, everywhere],
    ['all service accounts of its namespace', { clusterRoleBindings: [binding({ kind: 'Group', name: 'system:serviceaccounts:system' })] }, everywhere],
    ['everybody', { clusterRoleBindings: [binding({ kind: 'Group', name: 'system:authenticated' })] }, everywhere],
    ['a subject without a namespace is of the binding\'s', { roleBindings: [binding({ kind: 'ServiceAccount', name: 'it' }, { namespace: 'system' })] }, pods.map((text) => `${text} in system (ClusterRole reader)`)],
    ['not a namesake elsewhere', { clusterRoleBindings: [binding({ ...itself, namespace: 'other' })] }, []],
    ['not another account', { clusterRoleBindings: [binding({ ...itself, name: 'other' })] }, []],
    ['not the service accounts of another namespace', { clusterRoleBindings: [binding({ kind: 'Group', name: 'system:serviceaccounts:other' })] }, []],
    ['not what the API server gives to everybody by itself', { clusterRoleBindings: [binding({ kind: 'Group', name: 'system:authenticated' }, { labels: { 'kubernetes.io/bootstrapping': 'rbac-defaults' } })] }, []],
    ['nothing by a role without rules', { clusterRoleBindings: [binding(itself, { role: 'nothing' })] }, []],
    ['nothing by a role that is not there', { clusterRoleBindings: [binding(itself, { role: 'gone' })] }, []],
  ])('%s', (_, authorization, expected) => {
    expect(grantsOf(account, { ...empty, ...authorization }).map(describeGrant)).toEqual(expected);
  });

  it('names of objects and paths', () => {
    const role: Role = { metadata: { name: 'r' }, rules: [{ apiGroups: [''], resources: ['secrets'], resourceNames: ['one', 'two'], verbs: ['get'] }, { nonResourceURLs: ['/metrics'], verbs: ['get'] }] };
    const bound = (authorization: Partial<Authorization>): string[] => grantsOf(account, { ...empty, clusterRoles: [role], ...authorization }).map(describeGrant);
    expect(bound({ clusterRoleBindings: [binding(itself, { role: 'r' })] })).toEqual(['get secrets named one, two in every namespace (ClusterRole r)', 'get /metrics (ClusterRole r)']);
    // Paths lie in no namespace.
    expect(bound({ roleBindings: [binding(itself, { role: 'r', namespace: 'a' })] })).toEqual(['get secrets named one, two in a (ClusterRole r)']);
  });
});
