// charts/trainyard/templates/rbac/*.yaml: the operator's roles, and roles for people who use the kinds.
import { storageVersion, type CrdFile } from './crd.ts';
import { ownNamespaceRules, type RbacRule } from './rbac-rules.ts';

const header = (source: string): string => `{{- /* Generated from ${source} by tools/generate. Do not edit: change the source and run \`make generate\`. */}}\n`;

interface OperatorRules {
  readonly namespaced: readonly RbacRule[];
  readonly clusterScoped: readonly RbacRule[];
}

export function operatorRoles({ namespaced, clusterScoped }: OperatorRules): string {
  const inEveryNamespace = documents(
    role('ClusterRole', '{{ include "trainyard.fullname" . }}', '', namespaced),
    binding('ClusterRoleBinding', 'ClusterRole', '{{ include "trainyard.fullname" . }}', ''),
  );
  const inSomeNamespaces = documents(
    role('Role', '{{ include "trainyard.fullname" $ }}', '{{ . }}', namespaced),
    binding('RoleBinding', 'Role', '{{ include "trainyard.fullname" $ }}', '{{ . }}'),
  );
  const ownNamespace = documents(
    role('Role', '{{ include "trainyard.fullname" . }}-own', '{{ .Release.Namespace }}', ownNamespaceRules),
    binding('RoleBinding', 'Role', '{{ include "trainyard.fullname" . }}-own', '{{ .Release.Namespace }}'),
  );
  // All of it is for progress reports, so far: whose token they come with.
  const outsideNamespaces = clusterScoped.length === 0 ? '' : `{{- if include "trainyard.progress" . }}
${documents(
    role('ClusterRole', '{{ include "trainyard.fullname" . }}-token-reviewer', '', clusterScoped),
    binding('ClusterRoleBinding', 'ClusterRole', '{{ include "trainyard.fullname" . }}-token-reviewer', ''),
  )}{{- end }}
`;
  return `${header('rbac.ts of each controller')}{{- if .Values.rbac.create }}
${ownNamespace}${outsideNamespaces}{{- if .Values.watchNamespaces }}
{{- range .Values.watchNamespaces }}
${inSomeNamespaces}{{- end }}
{{- else }}
${inEveryNamespace}{{- end }}
{{- end }}
`;
}

/** Aggregated into the built-in roles, so that whoever may view or edit a namespace may do so with its models. */
export function userRoles(files: readonly CrdFile[]): string {
  const viewers = files.map((file) => userRole(file, 'viewer', ['get', 'list', 'watch'], ['view', 'edit', 'admin']));
  const editors = files.map((file) => userRole(file, 'editor', ['create', 'delete', 'deletecollection', 'patch', 'update'], ['edit', 'admin']));
  return `${header('the CRDs')}{{- if .Values.rbac.aggregate }}
${documents(...viewers)}{{- if not .Values.watchNamespaces }}
${documents(...editors)}{{- end }}
{{- end }}
`;
}

function documents(...texts: string[]): string {
  return texts.map((text) => `---\n${text}`).join('');
}

function metadata(name: string, namespace: string, root: string): string {
  const place = namespace === '' ? '' : `  namespace: ${namespace}\n`;
  return `metadata:\n  name: ${name}\n${place}  labels: {{- include "trainyard.labels" ${root} | nindent 4 }}\n`;
}

/** Inside `range` the dot is a namespace, and the chart's values are below `$`. */
const rootOf = (namespace: string): string => (namespace === '{{ . }}' ? '$' : '.');

function role(kind: 'Role' | 'ClusterRole', name: string, namespace: string, rules: readonly RbacRule[]): string {
  return `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\n${metadata(name, namespace, rootOf(namespace))}rules:\n${rules.map(ruleText).join('')}`;
}

function binding(kind: 'RoleBinding' | 'ClusterRoleBinding', roleKind: 'Role' | 'ClusterRole', name: string, namespace: string): string {
  const root = rootOf(namespace);
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
${metadata(name, namespace, root)}roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ${roleKind}, name: ${name}}
subjects:
  - {kind: ServiceAccount, name: {{ include "trainyard.serviceAccountName" ${root} }}, namespace: {{ $.Release.Namespace }}}
`;
}

function userRole({ crd }: CrdFile, suffix: string, verbs: readonly string[], into: readonly string[]): string {
  const { group, names } = crd.spec;
  // kubectl scale and autoscalers write to a path of its own.
  const scale = storageVersion(crd).subresources?.scale === undefined ? [] : [`${names.plural}/scale`];
  const labels = into.map((name) => `    rbac.authorization.k8s.io/aggregate-to-${name}: "true"\n`).join('');
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
${metadata(`{{ include "trainyard.fullname" . }}-${names.singular}-${suffix}`, '', '.')}${labels}rules:
${ruleText({ apiGroups: [group], resources: [names.plural, ...scale], verbs })}`;
}

function ruleText(rule: RbacRule): string {
  const groups = rule.apiGroups.map((group) => (group === '' ? '""' : group)).join(', ');
  return `  - {apiGroups: [${groups}], resources: [${rule.resources.join(', ')}], verbs: [${rule.verbs.join(', ')}]}\n`;
}
