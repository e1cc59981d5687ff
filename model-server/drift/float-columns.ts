import type { Tensors } from '../model/session.ts';
import { BUCKETS, bucketOf, compileBinTable } from './bin-table.ts';

export interface FloatColumn {
  readonly feature: string;
  readonly edges: Float32Array;
  /** Where its bins begin in the counts: one more than it has edges, then the one for missing values. */
  readonly base: number;
}

/** Counts a request's rows, all `rows` of them or those that `picked` names. */
export type CountRows = (feeds: Tensors, picked: Uint32Array | undefined, rows: number, counts: Float64Array) => void;

/**
 * Nearly all columns of nearly all models: FP32 with few edges. They are counted by one loop over flat arrays, because in
 * a request of one row a call for each column would cost more than the counting.
 */
export function compileFloatColumns(columns: readonly FloatColumn[]): CountRows {
  const names = columns.map((column) => column.feature);
  const bases = Int32Array.from(columns, (column) => column.base);
  const firstEdges = new Int32Array(columns.length + 1);
  for (const [i, { edges }] of columns.entries()) firstEdges[i + 1] = (firstEdges[i] as number) + edges.length;
  const edges = new Float32Array(firstEdges.at(-1) as number);
  const table = new Uint8Array(columns.length * BUCKETS);
  for (const [i, column] of columns.entries()) {
    edges.set(column.edges, firstEdges[i]);
    table.set(compileBinTable(column.edges), i * BUCKETS);
  }
  const float = new Float32Array(1);
  const bits = new Int32Array(float.buffer);
  return (feeds, picked, rows, counts) => {
    for (let c = 0; c < names.length; c++) {
      const values = feeds[names[c] as string]?.data as Float32Array;
      const first = firstEdges[c] as number;
      const bins = (firstEdges[c + 1] as number) - first;
      const base = bases[c] as number;
      const buckets = c * BUCKETS;
      for (let i = 0; i < rows; i++) {
        const value = values[picked === undefined ? i : (picked[i] as number)] as number;
        float[0] = value;
        let bin = Number.isNaN(value) ? bins + 1 : (table[buckets + bucketOf(bits[0] as number)] as number);
        while (bin < bins && (edges[first + bin] as number) <= value) bin++;
        counts[base + bin] = (counts[base + bin] as number) + 1;
      }
    }
  };
}
