import type { Manifest } from '../../crds/generated/manifest.ts';

/** The primary metric (the one the folds were scored by) on the test rows, with its name: `roc_auc 0.9931`. */
export function scoreOf(manifest: Pick<Manifest, 'metrics' | 'folds'>): string | undefined {
  const primary = manifest.folds?.metric;
  const metric = manifest.metrics.find(({ name, split }) => split === 'Test' && name === primary) ?? manifest.metrics.find(({ split }) => split === 'Test');
  return metric === undefined ? undefined : `${metric.name} ${metric.value.toPrecision(4)}`.slice(0, 32);
}
