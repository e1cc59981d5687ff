import { requestError } from '../errors.ts';
import type { TensorSpec } from '../model/manifest.ts';
import type { Tensor } from '../model/onnxruntime.ts';
import type { Tensors } from '../model/session.ts';

export interface ModelLabel {
  readonly name: string;
  readonly version: string;
}

/** One output of a V2 answer, compiled once a model: what never changes is already text. */
export interface OutputWriter {
  readonly spec: TensorSpec;
  write(tensor: Tensor): string;
  /** What stands in the JSON of an answer for an output that follows as so many bytes. */
  announce(tensor: Tensor, size: number): string;
}

/** Writes a whole V2 answer; throws OutputInvalid when a value has no JSON form. */
export type AnswerWriter = (id: string, writers: readonly OutputWriter[], results: Tensors) => string;

export function compileOutput(model: ModelLabel, spec: TensorSpec): OutputWriter {
  const head = `{"name":${JSON.stringify(spec.name)},"datatype":"${spec.datatype}","shape":[`;
  const elements = elementsOf(model, spec);
  return {
    spec,
    write: (tensor) => `${head}${tensor.dims.join(',')}],"data":[${elements(tensor)}]}`,
    announce: (tensor, size) => `${head}${tensor.dims.join(',')}],"parameters":{"binary_data_size":${size}}}`,
  };
}

export function compileAnswer(model: ModelLabel): AnswerWriter {
  const head = answerHead(model);
  return (id, writers, results) => {
    let text = head + JSON.stringify(id) + OUTPUTS;
    for (let i = 0; i < writers.length; i++) {
      const writer = writers[i] as OutputWriter;
      if (i > 0) text += ',';
      text += writer.write(results[writer.spec.name] as Tensor);
    }
    return `${text}]}`;
  };
}

/** Between id and outputs. */
export const OUTPUTS = ',"outputs":[';

/** The JSON of an answer up to its id. */
export function answerHead(model: ModelLabel): string {
  return `{"model_name":${JSON.stringify(model.name)},"model_version":${JSON.stringify(model.version)},"id":`;
}

/** A finite number as it is, or the error that says where the graph gave none. */
export function finite(model: ModelLabel, output: string, tensor: Tensor, index: number, value: number): number {
  // x - x is 0 for every finite x, NaN for NaN and both infinities.
  if (value - value === 0) return value;
  throw requestError('OutputInvalid', {
    model: model.name,
    version: model.version,
    value: String(value),
    output,
    position: tensor.dims.length > 1 ? `row ${Math.floor(index / rowLength(tensor))}, column ${index % rowLength(tensor)}` : `row ${index}`,
  });
}

function rowLength(tensor: Tensor): number {
  return tensor.dims.slice(1).reduce((product, dim) => product * dim, 1);
}

function elementsOf(model: ModelLabel, spec: TensorSpec): (tensor: Tensor) => string {
  switch (spec.datatype) {
    case 'BOOL':
      return (tensor) => Array.from(tensor.data as Uint8Array, (value) => value !== 0).join(',');
    case 'BYTES':
      return (tensor) => (tensor.data as string[]).map((value) => JSON.stringify(value)).join(',');
    case 'FP16':
    case 'FP32':
    case 'FP64':
      return (tensor) => {
        const data = tensor.data as Float32Array;
        let text = '';
        for (let i = 0; i < data.length; i++) {
          const value = finite(model, spec.name, tensor, i, data[i] as number);
          text += i === 0 ? String(value) : `,${value}`;
        }
        return text;
      };
    default:
      // Integers of 64 bits are BigInts, which JSON.stringify refuses; their digits are exact in JSON text.
      return (tensor) => (tensor.data as BigInt64Array).join(',');
  }
}
