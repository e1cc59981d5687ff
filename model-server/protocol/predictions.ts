import type { Label, Manifest } from '../model/manifest.ts';
import type { Tensor } from '../model/onnxruntime.ts';
import type { Tensors } from '../model/session.ts';
import { finite, type ModelLabel } from './encode.ts';

/** Writes the answer of `POST /predict` from the outputs it names. */
export interface PredictionWriter {
  readonly outputNames: readonly string[];
  write(results: Tensors, rows: number): string;
}

/** Compiled once a model; undefined for a model without a task. */
export function compilePredictions(model: ModelLabel, manifest: Manifest): PredictionWriter | undefined {
  if (manifest.task === undefined) return undefined;
  const head = `{"model":${JSON.stringify(model.name)},"version":${JSON.stringify(model.version)},"predictions":[`;
  const row = manifest.task === 'Regression' ? regressionRow(model) : classificationRow(model, manifest.labels);
  return {
    outputNames: manifest.task === 'Regression' ? ['prediction'] : ['label', 'probabilities'],
    write(results, rows) {
      let text = head;
      for (let r = 0; r < rows; r++) {
        if (r > 0) text += ',';
        text += row(results, r);
      }
      return `${text}]}`;
    },
  };
}

type RowWriter = (results: Tensors, row: number) => string;

function regressionRow(model: ModelLabel): RowWriter {
  return (results, row) => `{"value":${score(model, 'prediction', results['prediction'] as Tensor, row)}}`;
}

function classificationRow(model: ModelLabel, labels: readonly Label[]): RowWriter {
  const keys = labels.map((label) => `${JSON.stringify(String(label))}:`);
  const texts = labels.map((label) => JSON.stringify(label));
  // A graph that gives class numbers for classes with text names means positions in `labels`.
  const byPosition = labels.some((label) => typeof label !== 'number');
  return (results, row) => {
    const label = results['label'] as Tensor;
    const value = (label.data as BigInt64Array | string[])[row] as bigint | string;
    const shown = typeof value === 'string' ? JSON.stringify(value) : byPosition ? (texts[Number(value)] ?? String(value)) : String(value);
    const probabilities = results['probabilities'] as Tensor;
    let text = `{"label":${shown},"scores":{`;
    for (let c = 0; c < keys.length; c++) {
      if (c > 0) text += ',';
      text += `${keys[c]}${score(model, 'probabilities', probabilities, row * keys.length + c)}`;
    }
    return `${text}}}`;
  };
}

function score(model: ModelLabel, output: string, tensor: Tensor, index: number): number {
  const value = finite(model, output, tensor, index, (tensor.data as Float32Array)[index] as number);
  return tensor.type === 'float32' ? shortest(value) : value;
}

/** The fewest digits that still read back as the same 32-bit float: 0.1, not 0.10000000149011612. */
function shortest(value: number): number {
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}
