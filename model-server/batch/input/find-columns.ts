import { nearest } from '../../protocol/nearest.ts';
import { batchError } from '../errors.ts';
import type { Wanted } from './reader.ts';

export interface FoundColumns {
  /** Positions of the wanted columns in the object. */
  readonly columns: readonly number[];
  readonly keep: readonly number[];
  readonly ignored: readonly string[];
}

/** Where the wanted columns stand; a missing one, or one that is there twice, is an error. */
export function findColumns(uri: string, names: readonly string[], wanted: Wanted): FoundColumns {
  const asked = [...wanted.columns.map(({ name }) => name), ...wanted.keep];
  for (const column of asked) {
    const count = names.filter((name) => name === column).length;
    if (count > 1) throw batchError('ColumnTwice', { uri, column, count });
    if (count === 0) throw batchError('ColumnMissing', { uri, column, hint: hint(column, names) });
  }
  const at = (name: string): number => names.indexOf(name);
  return { columns: wanted.columns.map(({ name }) => at(name)), keep: wanted.keep.map(at), ignored: names.filter((name) => !asked.includes(name)) };
}

function hint(column: string, names: readonly string[]): string {
  const near = nearest(column, names);
  return near.length === 0 ? '' : `; it has ${near.map((name) => `"${name}"`).join(', ')}`;
}
