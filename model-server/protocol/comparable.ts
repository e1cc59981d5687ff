import type { Manifest } from '../model/manifest.ts';
import type { Tensors } from '../model/session.ts';
import { isFloat, likeliest } from './prediction-bins.ts';

/** What one row of an answer says: the label of a classification, the number of a regression; undefined where that was not asked for. */
export type ComparableValue = (results: Tensors, row: number) => string | number | undefined;

/** Longest label that is kept. */
const LONGEST = 64;

/** Compiled once a model; undefined for a model without a task. Labels go by their names, because versions may number their classes differently. */
export function compileComparable({ task, labels }: Manifest): ComparableValue | undefined {
  if (task === undefined) return undefined;
  if (task === 'Regression') return (results, row) => number(results, row);
  const names = labels.map((label) => short(String(label)));
  // As in predictions.ts: numbers for classes with text names mean positions in `labels`.
  const byPosition = labels.some((label) => typeof label !== 'number');
  return (results, row) => {
    const label = (results['label']?.data as ArrayLike<bigint | string> | undefined)?.[row];
    if (label === undefined) return likeliest(results['probabilities'], row * names.length, names);
    const name = typeof label !== 'string' && byPosition ? names[Number(label)] : undefined;
    return name ?? short(String(label));
  };
}

function number(results: Tensors, row: number): number | undefined {
  const tensor = results['prediction'];
  const value = isFloat(tensor) ? tensor.data[row] : undefined;
  // x - x is 0 for finite numbers only.
  return value !== undefined && value - value === 0 ? value : undefined;
}

/** Through bytes, because a slice would keep the whole text alive. */
function short(text: string): string {
  return text.length <= LONGEST ? text : Buffer.from(text.slice(0, LONGEST)).toString();
}

/** The row of an answer that is compared, by the request's id (FNV-1a): the same one in every version, and no place in a request is preferred. */
export function comparedRow(id: string, rows: number): number {
  if (rows <= 1) return 0;
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % rows;
}
