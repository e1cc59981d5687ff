// argocd/values.yaml: the health checks and actions of argocd/resource_customizations as values of Argo CD's chart.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { repositoryRoot } from './crd.ts';

const group = 'trainyard.dev';

export function argocdValues(): string {
  const root = join(repositoryRoot, 'argocd', 'resource_customizations', group);
  const cm: Record<string, string> = {};
  for (const kind of readdirSync(root).sort()) {
    const read = (...path: string[]): string => readFileSync(join(root, kind, ...path), 'utf8');
    cm[`resource.customizations.health.${group}_${kind}`] = read('health.lua');
    const names = readdirSync(join(root, kind, 'actions')).filter((name) => existsSync(join(root, kind, 'actions', name, 'action.lua'))).sort();
    const definitions = names.map((name) => ({ name, 'action.lua': read('actions', name, 'action.lua') }));
    cm[`resource.customizations.actions.${group}_${kind}`] = stringify({ 'discovery.lua': read('actions', 'discovery.lua'), definitions }, { lineWidth: 0 });
  }
  return `# Generated from argocd/resource_customizations by tools/generate. Do not edit: change the source and run \`make generate\`.
# Values of the chart argo/argo-cd; without the chart the same keys belong into the ConfigMap argocd-cm.
${stringify({ configs: { cm } }, { lineWidth: 0 })}`;
}
