// What a service account may do, as the cluster says: its bindings and the roles behind them.

/** One verb on one resource, or on one path that is no resource. */
export interface Grant {
  /** The role it stands in, for people: `ClusterRole trainyard`. */
  readonly source: string;
  /** `''`: everywhere, and outside of namespaces. */
  readonly namespace: string;
  readonly verb: string;
  readonly target: ResourceTarget | UrlTarget;
}

export interface ResourceTarget {
  readonly group: string;
  /** With its subresource: `modelversions/status`. */
  readonly resource: string;
  /** Empty: of any name. */
  readonly names: readonly string[];
}

export interface UrlTarget {
  readonly url: string;
}

export interface PolicyRule {
  readonly verbs: readonly string[];
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
}

interface Named {
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly labels?: Readonly<Record<string, string>> };
}

/** Role or ClusterRole. */
export interface Role extends Named {
  readonly rules?: readonly PolicyRule[] | null;
}

/** RoleBinding or ClusterRoleBinding. */
export interface Binding extends Named {
  readonly roleRef: { readonly kind: string; readonly name: string };
  readonly subjects?: readonly { readonly kind: string; readonly name: string; readonly namespace?: string }[];
}

export interface Authorization {
  readonly roles: readonly Role[];
  readonly clusterRoles: readonly Role[];
  readonly roleBindings: readonly Binding[];
  readonly clusterRoleBindings: readonly Binding[];
}

export interface ServiceAccount {
  readonly namespace: string;
  readonly name: string;
}

export function userName({ namespace, name }: ServiceAccount): string {
  return `system:serviceaccount:${namespace}:${name}`;
}

/** Everything that is granted to an account by name, or to the service accounts of its namespace or of all. */
export function grantsOf(account: ServiceAccount, { roles, clusterRoles, roleBindings, clusterRoleBindings }: Authorization): Grant[] {
  const namesIt = ({ metadata, subjects = [] }: Binding): boolean => !isBuiltIn(metadata) && subjects.some((subject) => isSubject(account, subject, metadata.namespace));
  const rolesOf = (binding: Binding): { readonly kind: string; readonly role: Role | undefined } => {
    const { kind, name } = binding.roleRef;
    const role = kind === 'ClusterRole' ? clusterRoles.find(({ metadata }) => metadata.name === name) : roles.find(({ metadata }) => metadata.name === name && metadata.namespace === binding.metadata.namespace);
    return { kind, role };
  };
  return [...clusterRoleBindings, ...roleBindings].filter(namesIt).flatMap((binding) => {
    const { kind, role } = rolesOf(binding);
    return (role?.rules ?? []).flatMap((rule) => grantsOfRule(`${kind} ${binding.roleRef.name}`, binding.metadata.namespace ?? '', rule));
  });
}

// The API server makes these for every account of every cluster (discovery, who am I): they are not ours to take away.
function isBuiltIn({ labels }: Named['metadata']): boolean {
  return labels?.['kubernetes.io/bootstrapping'] === 'rbac-defaults';
}

function isSubject(account: ServiceAccount, subject: { readonly kind: string; readonly name: string; readonly namespace?: string }, bindingNamespace: string | undefined): boolean {
  switch (subject.kind) {
    case 'ServiceAccount':
      return subject.name === account.name && (subject.namespace ?? bindingNamespace) === account.namespace;
    case 'User':
      return subject.name === userName(account);
    case 'Group':
      return ['system:authenticated', 'system:serviceaccounts', `system:serviceaccounts:${account.namespace}`].includes(subject.name);
    default:
      return false;
  }
}

function grantsOfRule(source: string, namespace: string, rule: PolicyRule): Grant[] {
  const targets: (ResourceTarget | UrlTarget)[] = [
    ...(rule.apiGroups ?? []).flatMap((group) => (rule.resources ?? []).map((resource) => ({ group, resource, names: rule.resourceNames ?? [] }))),
    // A RoleBinding grants no paths, even by a ClusterRole that lists some.
    ...(namespace === '' ? (rule.nonResourceURLs ?? []).map((url) => ({ url })) : []),
  ];
  return targets.flatMap((target) => rule.verbs.map((verb) => ({ source, namespace, verb, target })));
}
