import { Tensor } from '../model/onnxruntime.ts';
import type { Tensors } from '../model/session.ts';
import type { TensorData } from '../protocol/datatypes.ts';
import type { Columns } from '../protocol/rows.ts';
import type { Block } from './input/reader.ts';

/** Why a row of a block has no prediction. */
export interface Refusal {
  /** Its index in the block. */
  readonly row: number;
  /** A sentence about it, such as `column "age" is "old", expected a number`. */
  readonly reason: string;
}

export interface Feeds {
  readonly feeds: Tensors;
  /** Rows of the feeds, as indices in the block. */
  readonly rows: readonly number[];
}

export interface DecodedBlock {
  /** Undefined when no row is left. */
  readonly taken: Feeds | undefined;
  /** In the order of the rows, one for each. */
  readonly refused: readonly Refusal[];
}

/** Turns a block into feeds by the same element codecs as `POST /predict`, so a value is refused here for the same reasons. */
export function decodeBlock(columns: Columns, block: Block): DecodedBlock {
  const refused = new Map<number, string>(block.broken);
  const targets = columns.columns.map(({ spec, codec }, c) => {
    const values = block.columns[c] as readonly unknown[];
    const target = codec.allocate(block.rows);
    let first = codec.fill(target, 0, values);
    for (; first >= 0 && first < block.rows; first++) {
      if (!codec.put(target, first, values[first]) && !refused.has(first)) refused.set(first, `column "${spec.name}" ${codec.refusal(values[first])}`);
    }
    return target;
  });
  const rows = Array.from({ length: block.rows }, (_, row) => row).filter((row) => !refused.has(row));
  return {
    taken: rows.length === 0 ? undefined : { feeds: feedsOf(columns, targets, rows, block.rows), rows },
    refused: [...refused].map(([row, reason]) => ({ row, reason })).sort((a, b) => a.row - b.row),
  };
}

/** The feeds of some of the rows. */
export function someOf(columns: Columns, { feeds, rows }: Feeds, wanted: ReadonlySet<number>): Feeds {
  const left = rows.filter((row) => wanted.has(row));
  const targets = columns.names.map((name): TensorData => (feeds[name] as Tensor).data);
  const places = rows.flatMap((row, at) => (wanted.has(row) ? [at] : []));
  return { feeds: feedsOf(columns, targets, places, rows.length), rows: left };
}

function feedsOf({ columns }: Columns, targets: readonly TensorData[], rows: readonly number[], all: number): Tensors {
  const feeds: Record<string, Tensor> = {};
  columns.forEach(({ spec, codec }, c) => {
    const target = targets[c] as TensorData;
    const data = rows.length === all ? target : pick(target, codec.allocate(rows.length), rows);
    feeds[spec.name] = new Tensor(codec.ort, data, spec.shape.length === 2 ? [rows.length, 1] : [rows.length]);
  });
  return feeds;
}

function pick(from: TensorData, to: TensorData, rows: readonly number[]): TensorData {
  rows.forEach((row, at) => {
    to[at] = from[row] as never;
  });
  return to;
}
