import type { SchemaElement } from 'hyparquet';

import type { Label, Manifest } from '../../model/manifest.ts';
import type { Tensors } from '../../model/session.ts';
import type { Refusal } from '../decode-block.ts';

export type ColumnData = unknown[] | Float32Array | Float64Array;

/** What `POST /predict` says of a row, as columns: `label` and `score_<label>`, or `value`. */
export interface PredictionColumns {
  /** Outputs of the graph that are needed. */
  readonly outputNames: readonly string[];
  readonly elements: readonly SchemaElement[];
  /** Rows with NaN or infinity in an output, by their index in the results: `POST /predict` refuses to answer them. */
  noNumbers(results: Tensors, rows: number): readonly Refusal[];
  /** New columns for so many rows at most. */
  allocate(rows: number): readonly ColumnData[];
  /** Copies row `from` of the results to row `to` of the columns. */
  copy(results: Tensors, from: number, columns: readonly ColumnData[], to: number): void;
}

/** Compiled once a model; undefined for a model without a task. */
export function compilePredictionColumns(manifest: Manifest): PredictionColumns | undefined {
  if (manifest.task === undefined) return undefined;
  return manifest.task === 'Regression' ? regression(manifest) : classification(manifest);
}

function regression(manifest: Manifest): PredictionColumns {
  const double = isDouble(manifest, 'prediction');
  return {
    outputNames: ['prediction'],
    elements: [required('value', double ? 'DOUBLE' : 'FLOAT')],
    noNumbers: (results, rows) => noNumbers(results, 'prediction', rows, 1),
    allocate: (rows) => [numbers(double, rows)],
    copy(results, from, [value], to) {
      (value as Float32Array)[to] = numbersOf(results, 'prediction')[from] as number;
    },
  };
}

function classification(manifest: Manifest): PredictionColumns {
  const { labels } = manifest;
  const double = isDouble(manifest, 'probabilities');
  const read = labelReader(manifest);
  return {
    outputNames: ['label', 'probabilities'],
    elements: [read.element, ...labels.map((label) => required(`score_${String(label)}`, double ? 'DOUBLE' : 'FLOAT'))],
    noNumbers: (results, rows) => noNumbers(results, 'probabilities', rows, labels.length),
    allocate: (rows) => [new Array<unknown>(rows), ...labels.map(() => numbers(double, rows))],
    copy(results, from, [label, ...scores], to) {
      (label as unknown[])[to] = read.value((results['label']?.data as BigInt64Array | string[])[from] as bigint | string);
      const given = numbersOf(results, 'probabilities');
      for (let c = 0; c < scores.length; c++) (scores[c] as Float32Array)[to] = given[from * labels.length + c] as number;
    },
  };
}

interface LabelReader {
  readonly element: SchemaElement;
  value(given: bigint | string): unknown;
}

/** The same labels as `POST /predict` shows, in one type for all rows. */
function labelReader({ labels, outputs }: Manifest): LabelReader {
  const isText = outputs.find(({ name }) => name === 'label')?.datatype === 'BYTES';
  if (isText) return { element: text('label'), value: (given) => given };
  // A graph that gives class numbers for classes with other labels means positions in `labels`.
  if (labels.every((label) => typeof label === 'number')) return { element: required('label', 'INT64'), value: (given) => given };
  if (labels.every((label) => typeof label === 'boolean')) return { element: required('label', 'BOOLEAN'), value: (given) => labels[Number(given)] };
  return { element: text('label'), value: (given) => String(labels[Number(given)] ?? (given as Label | bigint)) };
}

function noNumbers(results: Tensors, output: string, rows: number, width: number): readonly Refusal[] {
  const data = numbersOf(results, output);
  const refused: Refusal[] = [];
  for (let row = 0; row < rows; row++) {
    for (let c = 0; c < width; c++) {
      const value = data[row * width + c] as number;
      // x - x is 0 for every finite x.
      if (value - value === 0) continue;
      refused.push({ row, reason: `the model gave ${value} in output "${output}"${width > 1 ? `, column ${c}` : ''}` });
      break;
    }
  }
  return refused;
}

function numbersOf(results: Tensors, output: string): Float32Array | Float64Array {
  return results[output]?.data as Float32Array | Float64Array;
}

function isDouble({ outputs }: Manifest, output: string): boolean {
  return outputs.find(({ name }) => name === output)?.datatype === 'FP64';
}

function numbers(double: boolean, rows: number): Float32Array | Float64Array {
  return double ? new Float64Array(rows) : new Float32Array(rows);
}

function required(name: string, type: 'FLOAT' | 'DOUBLE' | 'INT64' | 'BOOLEAN'): SchemaElement {
  return { name, type, repetition_type: 'REQUIRED' };
}

function text(name: string): SchemaElement {
  return { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' }, repetition_type: 'REQUIRED' };
}
