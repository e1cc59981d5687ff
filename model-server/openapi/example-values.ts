import type { FeatureBaseline } from '../model/baseline.ts';
import type { Manifest, TensorSpec } from '../model/manifest.ts';
import { codecOf, type Datatype } from '../protocol/datatypes.ts';

/** Anybody who may ask for a prediction may read the examples: a category of fewer training rows could be somebody's own. */
const FEWEST_ROWS = 10;

/** A value that the input can hold, for each of a few rows; usual ones of the training rows where these are known. */
export function exampleValues(manifest: Manifest, input: TensorSpec, rows: number): readonly unknown[] {
  const baseline = manifest.baseline?.find((feature) => feature.name === input.name);
  const usual = baseline === undefined ? [] : usualValues(baseline).flatMap((value) => asDatatype(input.datatype, value));
  return Array.from({ length: rows }, (_, row) => usual[row % Math.max(1, usual.length)] ?? plainValue(input.datatype));
}

/** Not 0: what divides by it has no answer. */
function plainValue(datatype: Datatype): unknown {
  if (datatype === 'BOOL') return true;
  return datatype === 'BYTES' ? 'text' : 1;
}

/** The quartiles of a number, from the middle out; categories, the most frequent first. */
function usualValues(feature: FeatureBaseline): readonly unknown[] {
  if (feature.kind === 'unusable') return [];
  if (feature.kind === 'numeric') {
    const { edges } = feature;
    return [0.5, 0.25, 0.75].flatMap((share) => edges[Math.floor(share * edges.length)] ?? []);
  }
  const { categories, counts } = feature;
  const seen = categories.map((category, i) => ({ category, count: counts[i] as number }));
  return seen.filter(({ count }) => count >= FEWEST_ROWS).sort((a, b) => b.count - a.count).map(({ category }) => category);
}

/** The value in the input's type, or nothing where it cannot be that. */
function asDatatype(datatype: Datatype, value: unknown): unknown[] {
  const codec = codecOf(datatype);
  const shown = shape(datatype, value);
  return codec?.put(codec.allocate(1), 0, shown) === true ? [shown] : [];
}

function shape(datatype: Datatype, value: unknown): unknown {
  if (datatype === 'BYTES') return String(value);
  if (datatype === 'BOOL') return Boolean(value);
  // Edges are 32-bit floats, which print with digits that mean nothing.
  if (datatype.startsWith('FP')) return Number(Number(value).toPrecision(6));
  return Math.round(Number(value));
}
