import type { FeatureBaseline } from '../model/baseline.ts';
import type { TensorSpec } from '../model/manifest.ts';
import { binOf } from './bin-table.ts';

/** Where the rows of one feature are counted. */
export interface FeatureBins {
  readonly feature: string;
  /** Labels of the bins: positions in the baseline's `counts`, then (categories only) `other`, then `missing`. */
  readonly labels: readonly string[];
  /** For FP32 with few edges: the edges, for a loop that needs no call a value. */
  readonly edges?: Float32Array;
  /** The position in `labels` of a value as its tensor holds it. */
  readonly binOf: (value: unknown) => number;
}

const OTHER = 'other';
const MISSING = 'missing';
/** Edges that may all lie close together, and are then passed one by one. A trainer writes nine. */
const MOST_SCANNED = 32;

/** The bins of a feature whose values come by this input; a text says why there are none. */
export function compileFeature(baseline: FeatureBaseline, input: TensorSpec | undefined): FeatureBins | string {
  if (baseline.kind === 'unusable') return baseline.reason;
  if (!input) return 'the model has no input of this name';
  if (input.shape[0] !== -1 || input.shape.length > 2 || (input.shape[1] ?? 1) !== 1) return 'its input is not one value a row';
  if (input.datatype === 'FP16') return 'its input is FP16';
  const own = baseline.counts.map((_, i) => String(i));
  if (baseline.kind === 'numeric') {
    if (input.datatype === 'BYTES') return 'it is numeric, but its input holds texts';
    const edges = Float32Array.from(baseline.edges);
    const bins: FeatureBins = { feature: baseline.name, labels: [...own, MISSING], binOf: binOfNumber(edges) };
    return input.datatype === 'FP32' && edges.length <= MOST_SCANNED ? { ...bins, edges } : bins;
  }
  const texts = input.datatype === 'BYTES';
  return { feature: baseline.name, labels: [...own, OTHER, MISSING], binOf: texts ? binOfText(baseline.categories.map(String)) : binOfCategory(baseline.categories.map(Number)) };
}

/** Compared as the 32-bit floats that the edges are. */
function binOfNumber(edges: Float32Array): FeatureBins['binOf'] {
  return (value) => {
    const float = Math.fround(Number(value));
    return Number.isNaN(float) ? edges.length + 1 : binOf(edges, float);
  };
}

function binOfText(categories: readonly string[]): FeatureBins['binOf'] {
  const bins = new Map<unknown, number>(categories.map((category, i) => [category, i]));
  const other = categories.length;
  return (value) => (value === '' ? other + 1 : (bins.get(value) ?? other));
}

/** Categories that are numbers or booleans; true is 1. */
function binOfCategory(categories: readonly number[]): FeatureBins['binOf'] {
  const bins = new Map(categories.map((category, i) => [Math.fround(category), i]));
  const other = categories.length;
  return (value) => {
    const float = Math.fround(Number(value));
    return Number.isNaN(float) ? other + 1 : (bins.get(float) ?? other);
  };
}
