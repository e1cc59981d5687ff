// argocd/values.yaml: the health checks and actions of argocd/resource_customizations as values of Argo CD's chart.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { repositoryRoot } from './crd.ts';

const root = join(repositoryRoot, 'argocd', 'resource_customizations');

export function argocdValues(): string {
  const kinds = readdirSync(root).sort().flatMap((group) => readdirSync(join(root, group)).sort().map((kind) => ({ group, kind })));
  const cm: Record<string, string> = {};
  for (const { group, kind } of kinds) {
    const folder = join(root, group, kind);
    const read = (...path: string[]): string => readFileSync(join(folder, ...path), 'utf8');
    cm[`resource.customizations.health.${group}_${kind}`] = read('health.lua');
    if (!existsSync(join(folder, 'actions'))) continue;
    const names = readdirSync(join(folder, 'actions')).filter((name) => existsSync(join(folder, 'actions', name, 'action.lua'))).sort();
    const definitions = names.map((name) => ({ name, 'action.lua': read('actions', name, 'action.lua') }));
    cm[`resource.customizations.actions.${group}_${kind}`] = stringify({ 'discovery.lua': read('actions', 'discovery.lua'), definitions }, { lineWidth: 0 });
  }
  return `# Generated from argocd/resource_customizations by tools/generate. Do not edit: change the source and run \`make generate\`.
# Values of the chart argo/argo-cd; without the chart the same keys belong into the ConfigMap argocd-cm.
${stringify({ configs: { cm } }, { lineWidth: 0 })}`;
}
