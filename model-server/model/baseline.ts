import type { Label } from './manifest.ts';

/** How the training rows were spread over one feature: what drift is measured against. */
export type FeatureBaseline =
  /** `edges` grow; a number x belongs to bin i = how many edges are <= x, both as 32-bit floats. */
  | { readonly kind: 'numeric'; readonly name: string; readonly edges: readonly number[]; readonly counts: readonly number[] }
  | { readonly kind: 'categorical'; readonly name: string; readonly categories: readonly Label[]; readonly counts: readonly number[] }
  /** Told, and no reason not to serve: only its drift stays unknown. */
  | { readonly kind: 'unusable'; readonly name: string; readonly reason: string };

/** `baseline.features` of manifest.json; empty where it has none. */
export function parseBaseline(value: unknown): readonly FeatureBaseline[] {
  const features = isObject(value) ? value['features'] : undefined;
  return Array.isArray(features) ? features.map(feature) : [];
}

function feature(value: unknown, index: number): FeatureBaseline {
  if (!isObject(value) || typeof value['name'] !== 'string') return { kind: 'unusable', name: `[${index}]`, reason: 'it has no name' };
  const { name, kind, edges, categories, counts } = value;
  const unusable = (reason: string): FeatureBaseline => ({ kind: 'unusable', name, reason });
  if (!isNumbers(counts)) return unusable('"counts" must be an array of numbers');
  if (kind === 'numeric') {
    if (!isNumbers(edges) || !edges.every((edge, i) => i === 0 || edge > (edges[i - 1] as number))) return unusable('"edges" must be numbers that grow');
    return counts.length === edges.length + 1 ? { kind, name, edges, counts } : unusable(`${edges.length} edges make ${edges.length + 1} bins, but "counts" has ${counts.length}`);
  }
  if (kind !== 'categorical') return unusable('"kind" must be "numeric" or "categorical"');
  if (!Array.isArray(categories) || !categories.every(isLabel)) return unusable('"categories" must be texts, numbers or booleans');
  return counts.length === categories.length ? { kind, name, categories, counts } : unusable(`it has ${categories.length} categories, but "counts" has ${counts.length}`);
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((entry) => Number.isFinite(entry));
}

function isLabel(value: unknown): value is Label {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
