import type { Datatype } from '../../protocol/datatypes.ts';
import type { KeptColumn } from '../output/kept-column.ts';

/** A column of the model, to be found by its name. */
export interface WantedColumn {
  readonly name: string;
  readonly datatype: Datatype;
}

/** Which columns to read of each object. */
export interface Wanted {
  readonly columns: readonly WantedColumn[];
  readonly keep: readonly string[];
}

/** Rows of one object that follow each other, column by column. */
export interface Block {
  readonly rows: number;
  /** `columns[c][r]`: values of the model's columns as JSON would carry them: null is a missing number. */
  readonly columns: readonly (readonly unknown[])[];
  /** `kept[k][r]`: as they go into the output. */
  readonly kept: readonly (readonly unknown[])[];
  /** Rows that have no values at all, by their index in this block, and why. */
  readonly broken: ReadonlyMap<number, string>;
  /** Such as `row 17 (at byte 4711)`; rows count from 1. */
  place(row: number): string;
}

/** Where the next row of an object begins. */
export interface Place {
  /** Rows before it. */
  readonly row: number;
  /** Bytes before it; 0 for formats that find a row by its number. */
  readonly byte: number;
}

export const beginning: Place = { row: 0, byte: 0 };

/** Reads one object from some place on. */
export interface RowReader {
  /** What `keep` is in this object. */
  readonly kept: readonly KeptColumn[];
  /** Names of columns that nobody wants. */
  readonly ignored: readonly string[];
  /**
   * The next rows, `limit` at most; undefined after the last one. How many there are depends on the object and on where
   * it is read, never on how its bytes came in: the same rows meet the graph together each time.
   */
  read(limit: number): Promise<Block | undefined>;
  place(): Place;
  /** How much of the object is behind, from 0 to 1. */
  share(): number;
  close(): Promise<void>;
}
