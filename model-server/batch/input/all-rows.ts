import { batchError } from '../errors.ts';
import { typeText, type KeptColumn } from '../output/kept-column.ts';
import type { RetryingStore } from '../store/retrying.ts';
import type { StoredObject } from '../store/store.ts';
import { openCsv } from './csv-reader.ts';
import type { InputObjects } from './find-objects.ts';
import { openParquet } from './parquet-reader.ts';
import { beginning, type Block, type Place, type RowReader, type Wanted } from './reader.ts';

/** Where the next row begins: in which object, and where in it. */
export interface Cursor extends Place {
  /** Index in the list of objects; its length after the last row. */
  readonly object: number;
}

export const firstRow: Cursor = { object: 0, ...beginning };

/** The rows of all objects, one object after the other. */
export interface AllRows {
  /** What `keep` is in the input. */
  kept(): Promise<readonly KeptColumn[]>;
  /** A block lies in one object. */
  read(limit: number): Promise<{ readonly block: Block; readonly uri: string } | undefined>;
  cursor(): Cursor;
  /** How much of all bytes is behind, from 0 to 1. */
  share(): number;
  close(): Promise<void>;
}

export function readAllRows(store: RetryingStore, { format, objects }: InputObjects, wanted: Wanted, from: Cursor, onIgnored: (uri: string, columns: readonly string[]) => void): AllRows {
  const open = format === 'CSV' ? openCsv : openParquet;
  const total = objects.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  let behind = objects.slice(0, from.object).reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  let index = from.object;
  let place: Place = from;
  let reader: RowReader | undefined;
  let kept: readonly KeptColumn[] | undefined;

  async function current(): Promise<{ object: StoredObject; reader: RowReader } | undefined> {
    const object = objects[index];
    if (object === undefined) return undefined;
    if (reader === undefined) {
      reader = await open(store, object, wanted, place);
      if (reader.ignored.length > 0) onIgnored(object.uri, reader.ignored);
      kept ??= index === 0 ? reader.kept : await keptOfFirst();
      checkKept(object.uri, reader.kept, kept);
    }
    return { object, reader };
  }

  /** Those of the first object count for all, wherever reading begins. */
  async function keptOfFirst(): Promise<readonly KeptColumn[]> {
    const first = await open(store, objects[0] as StoredObject, wanted, beginning);
    await first.close();
    return first.kept;
  }

  function checkKept(uri: string, actual: readonly KeptColumn[], expected: readonly KeptColumn[]): void {
    actual.forEach((column, i) => {
      const wantedType = typeText(expected[i] as KeptColumn);
      if (typeText(column) !== wantedType) throw batchError('ColumnDiffers', { uri, column: column.element.name, actual: typeText(column), expected: wantedType, first: objects[0]?.uri ?? '' });
    });
  }

  return {
    async kept() {
      await current();
      return kept ?? keptOfFirst();
    },
    async read(limit) {
      for (;;) {
        const at = await current();
        if (at === undefined) return undefined;
        const block = await at.reader.read(limit);
        place = at.reader.place();
        if (block !== undefined) return { block, uri: at.object.uri };
        await at.reader.close();
        reader = undefined;
        behind += at.object.sizeBytes;
        index += 1;
        place = beginning;
      }
    },
    cursor: () => ({ object: index, row: place.row, byte: place.byte }),
    share: () => (total === 0 ? 1 : (behind + (reader === undefined ? 0 : reader.share() * (objects[index]?.sizeBytes ?? 0))) / total),
    async close() {
      await reader?.close();
    },
  };
}
