import type { ObjectMeta } from '../operator/runtime/types.ts';

const marks = [
  { in: 'annotations', key: 'argocd.argoproj.io/tracking-id', by: 'Argo CD' },
  { in: 'labels', key: 'argocd.argoproj.io/instance', by: 'Argo CD' },
  { in: 'labels', key: 'app.kubernetes.io/instance', by: 'Argo CD or Helm' },
  { in: 'labels', key: 'kustomize.toolkit.fluxcd.io/name', by: 'Flux' },
  { in: 'labels', key: 'helm.toolkit.fluxcd.io/name', by: 'Flux' },
] as const;

/** By whom an object seems to be kept as it stands in Git, as a sentence; undefined when nothing says so. */
export function heldByGit(metadata: Pick<ObjectMeta, 'labels' | 'annotations'>): string | undefined {
  for (const { in: where, key, by } of marks) {
    const value = metadata[where]?.[key];
    if (value !== undefined) return `it carries the ${where === 'labels' ? 'label' : 'annotation'} ${key}=${value} of ${by}`;
  }
  return undefined;
}

/** Labels of the tool that applies objects: they say who applied it here, and nothing about the object. */
export function withoutMarks(labels: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => !/^(argocd\.argoproj\.io|[a-z]+\.toolkit\.fluxcd\.io)\//.test(name) && name !== 'app.kubernetes.io/instance'));
}
