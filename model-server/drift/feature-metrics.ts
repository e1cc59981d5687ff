import { Counter, type Registry } from 'prom-client';

import type { Model } from '../model/model.ts';
import type { FeatureCounters } from './feature-counters.ts';

const LABELS = ['model', 'version', 'revision'] as const;

/** The counters of every loaded model, handed over when /metrics is asked for. */
export function registerFeatureMetrics(registry: Registry, models: { readonly all: readonly Model[] }): void {
  const registers = [registry];
  const counted = (): { labels: Readonly<Record<(typeof LABELS)[number], string>>; features: FeatureCounters }[] =>
    models.all.flatMap(({ spec, state }) => {
      const features = state.phase === 'ready' ? state.loaded.features : undefined;
      return features ? [{ features, labels: { model: spec.name, version: spec.version, revision: spec.revision } }] : [];
    });
  new Counter({
    name: 'trainyard_feature_bins_total', labelNames: [...LABELS, 'feature', 'bin'], registers,
    help: 'Values of the rows that were sampled, by feature and by bin of the training rows.',
    collect() {
      this.reset();
      for (const { labels, features } of counted()) features.each((feature, bin, count) => this.inc({ ...labels, feature, bin }, count));
    },
  });
  new Counter({
    name: 'trainyard_feature_rows_total', labelNames: LABELS, registers,
    help: 'Rows whose features could be counted.',
    collect() {
      this.reset();
      for (const { labels, features } of counted()) this.inc(labels, features.rows().seen);
    },
  });
  new Counter({
    name: 'trainyard_feature_rows_sampled_total', labelNames: LABELS, registers,
    help: 'Those that were: as many as there are, unless they come too fast.',
    collect() {
      this.reset();
      for (const { labels, features } of counted()) this.inc(labels, features.rows().counted);
    },
  });
}
