import { requestError } from '../errors.ts';
import type { TensorSpec } from '../model/manifest.ts';
import { Tensor } from '../model/onnxruntime.ts';
import type { Tensors } from '../model/session.ts';
import { codecOf, show, type ElementCodec } from './datatypes.ts';
import { nearest } from './nearest.ts';

type Json = Readonly<Record<string, unknown>>;

/** The columns of a table, compiled once a model. */
export interface Columns {
  readonly names: readonly string[];
  readonly columns: readonly { readonly spec: TensorSpec; readonly codec: ElementCodec }[];
}

/** One column an input, or undefined when an input is no single value a row. */
export function compileColumns(inputs: readonly TensorSpec[]): Columns | undefined {
  const columns = [];
  for (const spec of inputs) {
    const codec = codecOf(spec.datatype);
    const [rows, width = 1] = spec.shape;
    if (!codec || rows !== -1 || width !== 1 || spec.shape.length > 2) return undefined;
    columns.push({ spec, codec });
  }
  return { names: inputs.map((input) => input.name), columns };
}

/** `{"rows": [{column: value}]}`, or one such row by itself. */
export function rowsOf({ names }: Columns, body: Json): readonly unknown[] {
  const { rows } = body;
  // A lone row of a model that has a column "rows" holds a value there, perhaps a missing one, never an array.
  if (rows === undefined || (rows === null ? names.includes('rows') : typeof rows !== 'object')) return [body];
  if (!Array.isArray(rows) || rows.length === 0) throw requestError('RowsInvalid', { actual: Array.isArray(rows) ? 'an empty array' : show(rows) });
  return rows;
}

/** Turns rows into feeds; every refusal names the row, the column and the reason. */
export function decodeRows({ names, columns }: Columns, rows: readonly unknown[]): Tensors {
  const targets = columns.map(({ codec }) => codec.allocate(rows.length));
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r];
    if (typeof row !== 'object' || row === null || Array.isArray(row)) throw requestError('RowInvalid', { row: r, actual: show(row) });
    for (let c = 0; c < columns.length; c++) {
      const { spec, codec } = columns[c] as Columns['columns'][number];
      const value = Object.hasOwn(row, spec.name) ? (row as Json)[spec.name] : undefined;
      if (value === undefined) throw requestError('ColumnMissing', { row: r, column: spec.name, hint: hint('; the row has', nearest(spec.name, Object.keys(row))) });
      if (!codec.put(targets[c] as ReturnType<ElementCodec['allocate']>, r, value)) {
        throw requestError('ColumnValue', { row: r, column: spec.name, reason: codec.refusal(value) });
      }
    }
    checkUnknown(names, Object.keys(row), r);
  }
  const feeds: Record<string, Tensor> = {};
  for (let c = 0; c < columns.length; c++) {
    const { spec, codec } = columns[c] as Columns['columns'][number];
    const dims = spec.shape.length === 2 ? [rows.length, 1] : [rows.length];
    feeds[spec.name] = new Tensor(codec.ort, targets[c] as ReturnType<ElementCodec['allocate']>, dims);
  }
  return feeds;
}

/** Called when every column is there: any further key is one too many. */
function checkUnknown(names: readonly string[], keys: readonly string[], row: number): void {
  if (keys.length === names.length) return;
  const column = keys.find((key) => !names.includes(key)) as string;
  throw requestError('ColumnUnknown', { row, column, hint: hint('; did you mean', nearest(column, names), '?') });
}

function hint(before: string, near: readonly string[], after = ''): string {
  return near.length === 0 ? '' : `${before} ${near.map((name) => `"${name}"`).join(', ')}${after}`;
}
