import type { Manifest, TensorSpec } from '../model/manifest.ts';
import type { Datatype } from '../protocol/datatypes.ts';
import { exampleValues } from './example-values.ts';
import { isTabular, type DescribedModel } from './model-schemas.ts';

const ROWS = 2;

/** Bodies that the model answers, and answers of their form: the numbers of an answer are made up, for nothing is run here. */
export interface ModelExamples {
  readonly infer?: Example;
  readonly predict?: Example & { readonly row: unknown };
}

interface Example {
  readonly request: unknown;
  readonly answer: unknown;
}

export function examplesOf(model: DescribedModel, manifest: Manifest): ModelExamples {
  const infer = inferExample(model, manifest);
  const predict = isTabular(manifest) ? predictExample(model, manifest) : undefined;
  return { ...(infer ? { infer } : {}), ...(predict ? { predict } : {}) };
}

/** None where JSON cannot carry an input, or any output. */
function inferExample({ name, version }: DescribedModel, manifest: Manifest): Example | undefined {
  const outputs = manifest.outputs.filter(inJson);
  if (!manifest.inputs.every(inJson) || outputs.length === 0) return undefined;
  const rows = manifest.inputs.some((input) => input.shape[0] === -1) ? ROWS : 1;
  return {
    request: {
      id: 'example',
      inputs: manifest.inputs.map((input) => {
        const own = input.shape[0] === -1 ? rows : 1;
        const shape = concrete(input, own);
        const data = exampleValues(manifest, input, own).flatMap((value) => Array<unknown>(elements(shape) / own).fill(value));
        return { name: input.name, datatype: input.datatype, shape, data };
      }),
      ...(outputs.length < manifest.outputs.length ? { outputs: outputs.map((output) => ({ name: output.name })) } : {}),
    },
    answer: {
      model_name: name,
      model_version: version,
      id: 'example',
      outputs: outputs.map((output) => {
        const shape = concrete(output, rows);
        return { name: output.name, datatype: output.datatype, shape, data: Array<unknown>(elements(shape)).fill(madeUp(output.datatype)) };
      }),
    },
  };
}

function predictExample({ name, version }: DescribedModel, manifest: Manifest): Example & { readonly row: unknown } {
  const columns = manifest.inputs.map((input) => ({ name: input.name, values: exampleValues(manifest, input, ROWS) }));
  const rows = Array.from({ length: ROWS }, (_, row) => Object.fromEntries(columns.map((column) => [column.name, column.values[row]])));
  return { request: { rows }, row: rows[0], answer: { model: name, version, predictions: rows.map(() => prediction(manifest)) } };
}

function prediction({ task, labels, outputs }: Manifest): unknown {
  if (task === 'Regression') return { value: 0.5 };
  const asText = outputs.find((output) => output.name === 'label')?.datatype === 'BYTES';
  const label = labels[0];
  return { label: asText ? String(label) : label, scores: Object.fromEntries(labels.map((entry, i) => [String(entry), i === 0 ? 1 : 0])) };
}

function madeUp(datatype: Datatype): unknown {
  if (datatype === 'BOOL') return true;
  return datatype === 'BYTES' ? 'text' : 0;
}

function concrete({ shape }: TensorSpec, rows: number): number[] {
  return shape.map((dim, i) => (dim !== -1 ? dim : i === 0 ? rows : 1));
}

function elements(shape: readonly number[]): number {
  return shape.reduce((product, dim) => product * dim, 1);
}

function inJson({ datatype }: TensorSpec): boolean {
  return datatype !== 'FP16';
}
