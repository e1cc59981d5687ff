import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';

import { parquetMetadataAsync, parquetScan, parquetSchema, type AsyncBuffer, type Compressors, type FileMetaData, type ParquetParsers, type ParquetScan, type SchemaElement } from 'hyparquet';
import { compressors as portable } from 'hyparquet-compressors';

import { textOf } from '../../errors.ts';
import { BatchError, batchError } from '../errors.ts';
import { keptAsItIs, type KeptColumn } from '../output/kept-column.ts';
import type { RetryingStore } from '../store/retrying.ts';
import type { StoredObject } from '../store/store.ts';
import { findColumns } from './find-columns.ts';
import { fromParquet } from './from-parquet.ts';
import type { Block, Place, RowReader, Wanted } from './reader.ts';

/** Values that a window of rows may hold: some 100 MB while they are decoded. */
const WINDOW_CELLS = 1 << 22;

/** Node's own are faster than those in JavaScript, where Node has them. */
const compressors: Compressors = { ...portable, GZIP: (input) => gunzipSync(input), BROTLI: (input) => brotliDecompressSync(input), ZSTD: (input) => zstdDecompressSync(input) };

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const strictTexts: Partial<ParquetParsers> = { stringFromBytes: (bytes: Uint8Array | undefined) => bytes && utf8.decode(bytes) };
/** What is only copied keeps its number: a Date has milliseconds, and a column may have nanoseconds. */
const rawTimes: Partial<ParquetParsers> = {
  ...strictTexts, timestampFromMilliseconds: asItIs, timestampFromMicroseconds: asItIs, timestampFromNanoseconds: asItIs, dateFromDays: asItIs,
};

function asItIs(value: unknown): unknown {
  return value;
}

/** Rows that are decoded. */
interface Window {
  readonly start: number;
  readonly end: number;
  readonly columns: readonly ArrayLike<unknown>[];
  readonly kept: readonly ArrayLike<unknown>[];
}

/** Parquet, a window of rows at a time, and of it one column after the other. */
export async function openParquet(store: RetryingStore, object: StoredObject, wanted: Wanted, from: Place): Promise<RowReader> {
  const { uri } = object;
  const file: AsyncBuffer = {
    byteLength: object.sizeBytes,
    slice: async (start, end = object.sizeBytes) => (await store.read(object, { start, end })).buffer,
  };
  const metadata = await readable(uri, () => parquetMetadataAsync(file));
  const elements = parquetSchema(metadata).children.map(({ element }) => element);
  const found = findColumns(uri, elements.map(({ name }) => name), wanted);
  const kept = found.keep.map((at) => keptColumn(uri, elements[at] as SchemaElement));
  const rows = Number(metadata.num_rows);
  const windows = windowsOf(metadata, Math.max(1, Math.floor(WINDOW_CELLS / (wanted.columns.length + wanted.keep.length))));
  const convert = wanted.columns.map(({ datatype }) => fromParquet(datatype));
  let row = from.row;
  let window: Window | undefined;
  return {
    kept,
    ignored: found.ignored,
    async read(limit) {
      if (row >= rows) return undefined;
      if (window === undefined || row >= window.end) {
        // Before the next one is decoded: memory holds one window.
        window = undefined;
        const next = windows.find(({ end }) => row < end) as RowRange;
        window = await readable(uri, () => decode(file, metadata, wanted, next));
      }
      const start = row;
      const end = Math.min(row + limit, window.end);
      row = end;
      return blockOf(window, start, end, convert);
    },
    place: () => ({ row, byte: 0 }),
    share: () => (rows === 0 ? 1 : row / rows),
    close: async () => undefined,
  };
}

interface RowRange {
  readonly start: number;
  readonly end: number;
}

/** Counted from the beginning of each row group, wherever reading begins: a resumed run cuts its blocks at the same rows. */
function windowsOf(metadata: FileMetaData, most: number): readonly RowRange[] {
  const windows: RowRange[] = [];
  let start = 0;
  for (const group of metadata.row_groups) {
    const groupEnd = start + Number(group.num_rows);
    while (start < groupEnd) {
      const end = Math.min(start + most, groupEnd);
      windows.push({ start, end });
      start = end;
    }
  }
  return windows;
}

/** Column by column: only one is fetched and decoded at a time. */
async function decode(file: AsyncBuffer, metadata: FileMetaData, wanted: Wanted, { start, end }: RowRange): Promise<Window> {
  const range = { rowStart: start, rowEnd: end };
  const columns = await parquetScan({ file, metadata, compressors, parsers: strictTexts, ...range });
  const kept = await parquetScan({ file, metadata, compressors, parsers: rawTimes, ...range });
  return { start, end, columns: await readColumns(columns, wanted.columns.map(({ name }) => name), range), kept: await readColumns(kept, wanted.keep, range) };
}

async function readColumns(scan: ParquetScan, names: readonly string[], range: { readonly rowStart: number; readonly rowEnd: number }): Promise<readonly ArrayLike<unknown>[]> {
  const columns: ArrayLike<unknown>[] = [];
  for (const column of names) columns.push(await scan.readColumn({ column, ...range }));
  return columns;
}

function blockOf(window: Window, start: number, end: number, convert: readonly ((value: unknown) => unknown)[]): Block {
  const values = (column: ArrayLike<unknown>, read: (value: unknown) => unknown): unknown[] => {
    const out = new Array<unknown>(end - start);
    for (let r = start; r < end; r++) out[r - start] = read(column[r - window.start]);
    return out;
  };
  return {
    rows: end - start,
    columns: window.columns.map((column, c) => values(column, convert[c] as (value: unknown) => unknown)),
    kept: window.kept.map((column) => values(column, asItIs)),
    broken: new Map(),
    place: (row) => `row ${start + row + 1}`,
  };
}

function keptColumn(uri: string, element: SchemaElement): KeptColumn {
  const kept = keptAsItIs(element);
  if (kept === undefined) throw unreadable(uri, `column "${element.name}" cannot be kept: it is ${element.logical_type?.type ?? element.converted_type ?? element.type ?? 'nested'}, and only texts, numbers, booleans, dates and times can`);
  return kept;
}

async function readable<T>(uri: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    // The store has told its own trouble already.
    if (cause instanceof BatchError || (cause as Error).name === 'AbortError') throw cause;
    throw unreadable(uri, textOf(cause), cause);
  }
}

function unreadable(uri: string, cause: string, thrown?: unknown): Error {
  return batchError('InputUnreadable', { uri, format: 'Parquet', cause }, thrown);
}
