import type { Manifest } from '../model/manifest.ts';
import type { Tensors } from '../model/session.ts';
import { compileFeature, type FeatureBins } from './feature-bins.ts';
import { compileFloatColumns, type CountRows, type FloatColumn } from './float-columns.ts';
import { createRowSampler, EVERY } from './row-sampler.ts';

/** How the rows of the requests are spread over the bins of the training rows: what data drift is seen by. */
export interface FeatureCounters {
  /** The rows of one answered request. `now` in milliseconds. */
  count(feeds: Tensors, rows: number, now: number): void;
  /** Every bin of every feature, those at 0 too. */
  each(visit: (feature: string, bin: string, count: number) => void): void;
  /** Rows so far, and how many of them were counted. */
  rows(): { readonly seen: number; readonly counted: number };
  /** Features of the baseline that are not counted, and why. */
  readonly leftOut: readonly { readonly feature: string; readonly reason: string }[];
}

export interface FeatureCounterOptions {
  /** Values that may be counted in a second; more rows than have so many values are sampled. */
  readonly valuesPerSecond: number;
  /** Series of one model in /metrics. */
  readonly mostSeries: number;
}

/** 6,666 rows a second at 30 features: about a hundredth of a core (bench/drift). 250 features of a trainer's 12 bins. */
export const defaultOptions: FeatureCounterOptions = { valuesPerSecond: 200_000, mostSeries: 3_000 };

/** Undefined for a manifest without a baseline. Nothing is allocated by `count`, but for the largest request so far. */
export function createFeatureCounters({ baseline, inputs }: Manifest, options: FeatureCounterOptions = defaultOptions): FeatureCounters | undefined {
  if (baseline === undefined) return undefined;
  const bins: PlacedBins[] = [];
  const leftOut: { feature: string; reason: string }[] = [];
  let series = 0;
  for (const feature of baseline) {
    const compiled = compileFeature(feature, inputs.find((input) => input.name === feature.name));
    if (typeof compiled === 'string') leftOut.push({ feature: feature.name, reason: compiled });
    else if (bins.some((other) => other.feature === feature.name)) leftOut.push({ feature: feature.name, reason: 'the baseline has it twice' });
    else if (series + compiled.labels.length > options.mostSeries) leftOut.push({ feature: feature.name, reason: `with its ${compiled.labels.length} bins the model would have more than ${options.mostSeries} series` });
    else {
      bins.push({ ...compiled, base: series });
      series += compiled.labels.length;
    }
  }
  const counts = new Float64Array(series);
  const sampler = createRowSampler(Math.max(1, Math.floor(options.valuesPerSecond / Math.max(1, bins.length))));
  const countFloats = compileFloatColumns(bins.filter(hasEdges));
  const countOthers = compileColumns(bins.filter((column) => !hasEdges(column)));
  const totals = new Float64Array(2);
  return {
    leftOut,
    count(feeds, rows, now) {
      const taken = sampler.take(rows, now);
      const picked = taken === EVERY ? undefined : sampler.picked;
      const counted = taken === EVERY ? rows : taken;
      totals[0] = (totals[0] as number) + rows;
      totals[1] = (totals[1] as number) + counted;
      if (counted === 0) return;
      countFloats(feeds, picked, counted, counts);
      countOthers(feeds, picked, counted, counts);
    },
    each(visit) {
      for (const { feature, labels, base } of bins) {
        for (const [i, label] of labels.entries()) visit(feature, label, counts[base + i] as number);
      }
    },
    rows: () => ({ seen: totals[0] as number, counted: totals[1] as number }),
  };
}

type PlacedBins = FeatureBins & { readonly base: number };

function hasEdges(bins: PlacedBins): bins is PlacedBins & FloatColumn {
  return bins.edges !== undefined;
}

function compileColumns(columns: readonly PlacedBins[]): CountRows {
  return (feeds, picked, rows, counts) => {
    for (const { feature, binOf, base } of columns) {
      const values = feeds[feature]?.data as ArrayLike<unknown>;
      for (let i = 0; i < rows; i++) {
        const bin = base + binOf(values[picked === undefined ? i : (picked[i] as number)]);
        counts[bin] = (counts[bin] as number) + 1;
      }
    }
  };
}
