import { parquetMetadata, type SchemaElement } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';

import type { Cursor } from '../input/all-rows.ts';
import type { ColumnData } from './prediction-columns.ts';

/** A row without a prediction, as the manifest tells it. */
export interface BadRow {
  readonly uri: string;
  /** Such as `row 17`. */
  readonly place: string;
  readonly reason: string;
}

/** What the footer of a part says of it: enough to go on after it. */
export interface PartRecord {
  /** sha256 of the plan that it belongs to. */
  readonly plan: string;
  readonly index: number;
  /** Rows of the input that it covers. */
  readonly rowsRead: number;
  /** Rows of it, which are rows of the input. */
  readonly rows: number;
  /** Where the next part begins. */
  readonly next: Cursor;
  /** The first bad rows; all others are only counted: `rowsRead - rows`. */
  readonly badRows: readonly BadRow[];
}

const KEY = 'trainyard.part';

export function partName(index: number): string {
  return `part-${String(index).padStart(5, '0')}.parquet`;
}

/** The same rows give the same bytes: nothing in them tells when or where they were written. */
export function encodePart(elements: readonly SchemaElement[], columns: readonly ColumnData[], record: PartRecord): Uint8Array {
  const schema: SchemaElement[] = [{ name: 'root', num_children: elements.length }, ...elements];
  const columnData = elements.map(({ name }, i) => ({ name, data: (columns[i] as ColumnData).slice(0, record.rows) as unknown[] }));
  return new Uint8Array(parquetWriteBuffer({ schema, columnData, rowGroupSize: Math.max(1, record.rows), createdBy: 'trainyard', kvMetadata: [{ key: KEY, value: JSON.stringify(record) }] }));
}

/** Undefined: this is no part that was written here. */
export function decodeRecord(bytes: Uint8Array<ArrayBuffer>): PartRecord | undefined {
  try {
    const text = parquetMetadata(bytes.buffer).key_value_metadata?.find(({ key }) => key === KEY)?.value;
    return text === undefined ? undefined : (JSON.parse(text) as PartRecord);
  } catch {
    // Not Parquet, or cut off: whose ever it is, it is nothing to go on from.
    return undefined;
  }
}
