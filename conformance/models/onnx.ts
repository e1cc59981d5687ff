// As much of the ONNX format (IR version 8) as the models here need: inputs, outputs, and nodes without attributes.
import type { TensorSpec } from '../tensor.ts';

export interface Graph {
  readonly inputs: readonly TensorSpec[];
  readonly outputs: readonly TensorSpec[];
  readonly nodes: readonly { readonly op: string; readonly inputs: readonly string[]; readonly outputs: readonly string[] }[];
}

/** TensorProto.DataType. */
const types: Readonly<Record<string, number>> = { FP32: 1, UINT8: 2, INT8: 3, UINT16: 4, INT16: 5, INT32: 6, INT64: 7, BYTES: 8, BOOL: 9, FP16: 10, FP64: 11, UINT32: 12, UINT64: 13 };
const opset = 13;

/** -1 becomes the symbolic dimension "N". Numbers below are the fields of onnx.proto. */
export function encode(name: string, { inputs, outputs, nodes }: Graph): Uint8Array {
  const graph = [
    ...nodes.map((node) => field(1, Buffer.concat([...node.inputs.map((input) => text(1, input)), ...node.outputs.map((output) => text(2, output)), text(4, node.op)]))),
    text(2, name),
    ...inputs.map((input) => field(11, value(input))),
    ...outputs.map((output) => field(12, value(output))),
  ];
  return Buffer.concat([integer(1, 8), field(7, Buffer.concat(graph)), field(8, Buffer.concat([text(1, ''), integer(2, opset)]))]);
}

function value({ name, datatype, shape }: TensorSpec): Buffer {
  const type = types[datatype];
  if (type === undefined) throw new Error(`ONNX has no ${datatype}`);
  const dims = shape.map((dim) => field(1, dim === -1 ? text(2, 'N') : integer(1, dim)));
  const tensor = Buffer.concat([integer(1, type), field(2, Buffer.concat(dims))]);
  return Buffer.concat([text(1, name), field(2, field(1, tensor))]);
}

function field(number: number, bytes: Buffer): Buffer {
  return Buffer.concat([varint((number << 3) | 2), varint(bytes.length), bytes]);
}

function text(number: number, characters: string): Buffer {
  return field(number, Buffer.from(characters, 'utf8'));
}

function integer(number: number, digits: number): Buffer {
  return Buffer.concat([varint(number << 3), varint(digits)]);
}

function varint(number: number): Buffer {
  return number < 128 ? Buffer.of(number) : Buffer.concat([Buffer.of((number & 127) | 128), varint(number >>> 7)]);
}
