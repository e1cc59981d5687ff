import { batchError } from '../errors.ts';
import type { RetryingStore } from '../store/retrying.ts';
import type { StoredObject } from '../store/store.ts';

export type Format = 'CSV' | 'Parquet';

export interface InputObjects {
  readonly format: Format;
  readonly objects: readonly StoredObject[];
}

/** The objects to read, in the order of their names; in a folder those that end in .csv or .parquet, all of one kind. */
export async function findObjects(store: RetryingStore, uri: string): Promise<InputObjects> {
  if (!uri.endsWith('/')) {
    const format = formatOf(uri);
    if (format === undefined) throw batchError('InputUnreadable', { uri, format: 'CSV or Parquet', cause: 'its name ends neither in .csv nor in .parquet' });
    return { format, objects: [await store.stat(uri)] };
  }
  const found = (await store.list(uri)).filter((object) => !isHidden(object.uri.slice(uri.length)));
  const csv = found.filter((object) => formatOf(object.uri) === 'CSV');
  const parquet = found.filter((object) => formatOf(object.uri) === 'Parquet');
  if (csv[0] !== undefined && parquet[0] !== undefined) throw batchError('InputMixed', { uri, csv: csv[0].uri, parquet: parquet[0].uri });
  if (csv.length + parquet.length === 0) throw batchError('InputEmpty', { uri });
  return csv.length > 0 ? { format: 'CSV', objects: csv } : { format: 'Parquet', objects: parquet };
}

function formatOf(uri: string): Format | undefined {
  if (/\.csv$/i.test(uri)) return 'CSV';
  return /\.parquet$/i.test(uri) ? 'Parquet' : undefined;
}

/** As Spark and Arrow have it: such objects, and those in such folders, are no data. */
function isHidden(name: string): boolean {
  return name.split('/').some((part) => part.startsWith('_') || part.startsWith('.'));
}
