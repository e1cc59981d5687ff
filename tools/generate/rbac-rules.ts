// The permissions that the operator needs: the catalogues controllers/*/rbac.ts, and what the runtime itself needs.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repositoryRoot } from './crd.ts';

export interface RbacRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /** False for a resource that lies outside of namespaces, such as nodes. */
  readonly namespaced?: boolean;
}

/** Events go to the namespace of the object that they are about. */
const runtimeRules: readonly RbacRule[] = [{ apiGroups: ['events.k8s.io'], resources: ['events'], verbs: ['create', 'patch'] }];

/** In the operator's own namespace: the lease of the leader election. */
export const ownNamespaceRules: readonly RbacRule[] = [
  { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create', 'get', 'update'] },
];

const readVerbs: readonly string[] = ['get', 'list', 'watch'];

/** Reviews are created, but nothing is stored: asking is not writing. */
const reviewGroups: readonly string[] = ['authentication.k8s.io', 'authorization.k8s.io'];

/** What the catalogues and the runtime ask for together. */
export async function operatorRules(): Promise<{ namespaced: RbacRule[]; clusterScoped: RbacRule[] }> {
  const rules = [...runtimeRules, ...(await catalogues())];
  const clusterScoped = mergeRules(rules.filter((rule) => rule.namespaced === false));
  for (const rule of clusterScoped) refuseClusterWrite(rule);
  return { namespaced: mergeRules(rules.filter((rule) => rule.namespaced !== false)), clusterScoped };
}

async function catalogues(): Promise<RbacRule[]> {
  const rules: RbacRule[] = [];
  for (const module of await controllerModules<{ rules: readonly RbacRule[] }>('rbac.ts')) rules.push(...module.exports.rules);
  return rules;
}

/** controllers/<folder>/<file> of every folder that has one, in alphabetical order. */
export async function controllerModules<Exports>(file: string): Promise<{ folder: string; exports: Exports }[]> {
  const root = join(repositoryRoot, 'controllers');
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  const modules: { folder: string; exports: Exports }[] = [];
  for (const folder of folders) {
    if (!readdirSync(join(root, folder)).includes(file)) continue;
    modules.push({ folder, exports: (await import(pathToFileURL(join(root, folder, file)).href)) as Exports });
  }
  return modules;
}

/** With watchNamespaces the operator gets Roles only, and no Role can grant this. */
function refuseClusterWrite(rule: RbacRule): void {
  const isReview = rule.apiGroups.every((group) => reviewGroups.includes(group));
  if (isReview || rule.verbs.every((verb) => readVerbs.includes(verb))) return;
  throw new Error(`rbac: ${rule.resources.join(', ')} lies outside of namespaces, so the operator may only read it, not ${rule.verbs.join(', ')}`);
}

/** One rule for all resources of a group that need the same verbs, sorted. */
export function mergeRules(rules: readonly RbacRule[]): RbacRule[] {
  const verbsByResource = new Map<string, Set<string>>();
  for (const rule of rules) {
    for (const group of rule.apiGroups) {
      for (const resource of rule.resources) {
        const key = `${group} ${resource}`;
        verbsByResource.set(key, new Set([...(verbsByResource.get(key) ?? []), ...rule.verbs]));
      }
    }
  }
  return groupByVerbs(verbsByResource);
}

function groupByVerbs(verbsByResource: ReadonlyMap<string, ReadonlySet<string>>): RbacRule[] {
  const resourcesByGrant = new Map<string, string[]>();
  for (const [key, verbs] of [...verbsByResource].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [group = '', resource = ''] = key.split(' ');
    const grant = `${group} ${[...verbs].sort().join(',')}`;
    resourcesByGrant.set(grant, [...(resourcesByGrant.get(grant) ?? []), resource]);
  }
  return [...resourcesByGrant].map(([grant, resources]) => {
    const [group = '', verbs = ''] = grant.split(' ');
    return { apiGroups: [group], resources, verbs: verbs.split(',') };
  });
}
