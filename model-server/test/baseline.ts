import type { TestModel } from './models.ts';

/** The same model with a baseline in its manifest, as the trainer writes it. */
export function withBaseline(made: TestModel, features: readonly unknown[], rows = 100): TestModel {
  return { ...made, manifest: { ...made.manifest, baseline: { rows, features } } };
}

export function numeric(name: string, edges: readonly number[]): unknown {
  return { name, kind: 'numeric', edges, counts: Array.from({ length: edges.length + 1 }, () => 10), missing: 0, categories: [], unseen: 0 };
}

export function categorical(name: string, counts: Readonly<Record<string, number>>): unknown {
  return { name, kind: 'categorical', edges: [], categories: Object.keys(counts), counts: Object.values(counts), missing: 0, unseen: 0 };
}
