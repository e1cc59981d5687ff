import { once } from 'node:events';

import { CsvError, parse, type Parser } from 'csv-parse';

import { batchError } from '../errors.ts';
import { keptText } from '../output/kept-column.ts';
import type { RetryingStore } from '../store/retrying.ts';
import type { StoredObject } from '../store/store.ts';
import { findColumns, type FoundColumns } from './find-columns.ts';
import { fromText } from './from-text.ts';
import type { Block, Place, RowReader, Wanted } from './reader.ts';

/** A row as it stands in the file. */
interface Line {
  readonly cells: readonly string[];
  /** Where the row after it begins. */
  readonly end: number;
}

const syntaxErrors: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a cell begins with a quote that is never closed',
  INVALID_OPENING_QUOTE: 'a quote stands in the middle of a cell that is not quoted',
  CSV_INVALID_CLOSING_QUOTE: 'a quoted cell goes on after its closing quote',
};

/**
 * CSV as RFC 4180 has it, in UTF-8: comma, double quotes, LF or CRLF, a header line. Empty lines are no rows. Memory
 * holds what one piece of the file gave, and the rows that are asked for.
 */
export async function openCsv(store: RetryingStore, object: StoredObject, wanted: Wanted, from: Place): Promise<RowReader> {
  const { uri } = object;
  const header = new CsvLines(store, object, 0);
  const head = await header.take(1).finally(() => header.close());
  const [names] = head;
  if (names === undefined) throw unreadable(uri, 'it has no header line');
  const found = findColumns(uri, names.cells, wanted);
  const lines = new CsvLines(store, object, from.byte === 0 ? names.end : from.byte);
  const convert = wanted.columns.map(({ datatype }) => fromText(datatype));
  let place: Place = { row: from.row, byte: from.byte === 0 ? names.end : from.byte };
  return {
    kept: wanted.keep.map(keptText),
    ignored: found.ignored,
    async read(limit) {
      const taken = await lines.take(limit);
      const last = taken.at(-1);
      if (last === undefined) return undefined;
      const block = blockOf(taken, names.cells.length, found, convert, place);
      place = { row: place.row + taken.length, byte: last.end };
      return block;
    },
    place: () => place,
    share: () => place.byte / object.sizeBytes,
    close: () => lines.close(),
  };
}

function blockOf(lines: readonly Line[], width: number, found: FoundColumns, convert: readonly ((cell: string) => unknown)[], first: Place): Block {
  const broken = new Map<number, string>();
  lines.forEach(({ cells }, row) => {
    if (cells.length !== width) broken.set(row, `has ${cells.length} cells, and the header has ${width}`);
  });
  const startOf = (row: number): number => (row === 0 ? first.byte : (lines[row - 1]?.end ?? 0));
  return {
    rows: lines.length,
    columns: found.columns.map((at, c) => {
      const read = convert[c] as (cell: string) => unknown;
      return lines.map(({ cells }) => read(cells[at] ?? ''));
    }),
    kept: found.keep.map((at) => lines.map(({ cells }) => cells[at] || null)),
    broken,
    place: (row) => `row ${first.row + row + 1} (at byte ${startOf(row)})`,
  };
}

/** Rows of a CSV file from a byte on that begins one. */
class CsvLines {
  readonly #uri: string;
  readonly #bytes: AsyncGenerator<Uint8Array>;
  readonly #parser: Parser;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  readonly #failed: Promise<never>;
  #lines: Line[] = [];
  #next = 0;
  #ended = false;

  constructor(store: RetryingStore, object: StoredObject, start: number) {
    this.#uri = object.uri;
    this.#bytes = store.stream(object, start);
    this.#parser = parse({
      bom: start === 0,
      // Found out by itself it would be the first one that comes, which may be one in quotes.
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: true,
      // Rows of another length are for us to tell: they can be skipped.
      relax_column_count: true,
      on_record: (cells: readonly string[], { bytes }) => {
        this.#lines.push({ cells, end: start + bytes });
        return null;
      },
    });
    this.#failed = once(this.#parser, 'error').then(([error]) => {
      throw error as Error;
    });
    this.#failed.catch(() => undefined);
    this.#parser.resume();
  }

  /** So many rows, fewer only at the end of the file. */
  async take(count: number): Promise<readonly Line[]> {
    while (this.#lines.length - this.#next < count && !this.#ended) await this.#parseMore();
    const taken = this.#lines.slice(this.#next, this.#next + count);
    this.#next += taken.length;
    return taken;
  }

  async close(): Promise<void> {
    await this.#bytes.return(undefined);
    this.#parser.destroy();
  }

  async #parseMore(): Promise<void> {
    this.#lines = this.#lines.slice(this.#next);
    this.#next = 0;
    const next = await this.#bytes.next();
    const bytes = next.done === true ? undefined : next.value;
    try {
      // The parser would put U+FFFD where the bytes are no text.
      this.#decoder.decode(bytes, { stream: bytes !== undefined });
      await Promise.race([this.#feed(bytes), this.#failed]);
    } catch (cause) {
      if (cause instanceof CsvError) throw unreadable(this.#uri, `after ${this.#parser.info.records} rows ${syntaxErrors[cause.code] ?? cause.message}`, cause);
      if (cause instanceof TypeError) throw unreadable(this.#uri, 'it is not valid UTF-8', cause);
      throw cause;
    }
    this.#ended = bytes === undefined;
  }

  async #feed(bytes: Uint8Array | undefined): Promise<void> {
    const fed = Promise.withResolvers<undefined>();
    const told = (error?: Error | null): void => (error ? fed.reject(error) : fed.resolve(undefined));
    if (bytes === undefined) this.#parser.end(told);
    else this.#parser.write(bytes, told);
    await fed.promise;
  }
}

function unreadable(uri: string, cause: string, thrown?: unknown): Error {
  return batchError('InputUnreadable', { uri, format: 'CSV', cause }, thrown);
}
