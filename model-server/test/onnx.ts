import type { Datatype } from '../protocol/datatypes.ts';

/**
 * Writes ONNX graphs by hand, so that tests need neither Python nor binary fixtures. Field numbers are those of
 * onnx.proto (ONNX 1.16, IR version 8).
 */
export interface Graph {
  readonly inputs: readonly ValueInfo[];
  readonly outputs: readonly ValueInfo[];
  readonly nodes: readonly GraphNode[];
  readonly constants?: readonly Constant[];
}

export interface ValueInfo {
  readonly name: string;
  readonly datatype: Datatype;
  /** A text is a symbolic dimension. */
  readonly shape: readonly (number | string)[];
}

export interface GraphNode {
  readonly op: string;
  readonly domain?: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, Attribute>>;
}

export type Attribute =
  | { readonly float: number }
  | { readonly int: number }
  | { readonly text: string }
  | { readonly floats: readonly number[] }
  | { readonly ints: readonly number[] }
  | { readonly texts: readonly string[] };

export interface Constant {
  readonly name: string;
  readonly shape: readonly number[];
  readonly floats?: readonly number[];
  readonly ints?: readonly number[];
}

const ELEMENT_TYPES: Readonly<Record<Datatype, number>> = {
  FP32: 1, UINT8: 2, INT8: 3, UINT16: 4, INT16: 5, INT32: 6, INT64: 7, BYTES: 8, BOOL: 9, FP16: 10, FP64: 11, UINT32: 12, UINT64: 13,
};
const OPSET = 17;
const ML_OPSET = 3;

export function encodeOnnx(graph: Graph): Buffer {
  const body = message(
    ...graph.nodes.map((node) => bytes(1, encodeNode(node))),
    text(2, 'test'),
    ...(graph.constants ?? []).map((constant) => bytes(5, encodeConstant(constant))),
    ...graph.inputs.map((input) => bytes(11, encodeValue(input))),
    ...graph.outputs.map((output) => bytes(12, encodeValue(output))),
  );
  const opset = (domain: string, version: number): Buffer => bytes(8, message(text(1, domain), integer(2, version)));
  return message(integer(1, 8), bytes(7, body), opset('', OPSET), opset('ai.onnx.ml', ML_OPSET));
}

function encodeNode(node: GraphNode): Buffer {
  return message(
    ...node.inputs.map((input) => text(1, input)),
    ...node.outputs.map((output) => text(2, output)),
    text(4, node.op),
    ...Object.entries(node.attributes ?? {}).map(([name, attribute]) => bytes(5, encodeAttribute(name, attribute))),
    text(7, node.domain ?? ''),
  );
}

function encodeAttribute(name: string, attribute: Attribute): Buffer {
  const named = (type: number, ...fields: Buffer[]): Buffer => message(text(1, name), ...fields, integer(20, type));
  if ('float' in attribute) return named(1, float(2, attribute.float));
  if ('int' in attribute) return named(2, integer(3, attribute.int));
  if ('text' in attribute) return named(3, text(4, attribute.text));
  if ('floats' in attribute) return named(6, ...attribute.floats.map((value) => float(7, value)));
  if ('ints' in attribute) return named(7, ...attribute.ints.map((value) => integer(8, value)));
  return named(8, ...attribute.texts.map((value) => text(9, value)));
}

function encodeConstant({ name, shape, floats, ints }: Constant): Buffer {
  const raw = floats ? Buffer.from(Float32Array.from(floats).buffer) : Buffer.from(BigInt64Array.from(ints ?? [], BigInt).buffer);
  return message(...shape.map((dim) => integer(1, dim)), integer(2, floats ? ELEMENT_TYPES.FP32 : ELEMENT_TYPES.INT64), text(8, name), bytes(9, raw));
}

function encodeValue({ name, datatype, shape }: ValueInfo): Buffer {
  const dims = shape.map((dim) => bytes(1, typeof dim === 'string' ? text(2, dim) : integer(1, dim)));
  const tensor = message(integer(1, ELEMENT_TYPES[datatype]), bytes(2, message(...dims)));
  return message(text(1, name), bytes(2, bytes(1, tensor)));
}

function message(...fields: readonly Buffer[]): Buffer {
  return Buffer.concat(fields);
}

function bytes(field: number, value: Buffer): Buffer {
  return Buffer.concat([varint((field << 3) | 2), varint(value.length), value]);
}

function text(field: number, value: string): Buffer {
  return bytes(field, Buffer.from(value, 'utf8'));
}

function integer(field: number, value: number): Buffer {
  return Buffer.concat([varint(field << 3), varint(value)]);
}

function float(field: number, value: number): Buffer {
  const four = Buffer.alloc(4);
  four.writeFloatLE(value);
  return Buffer.concat([varint((field << 3) | 5), four]);
}

function varint(value: number): Buffer {
  const out: number[] = [];
  // Negative numbers take ten bytes, as 64-bit two's complement.
  let rest = BigInt.asUintN(64, BigInt(value));
  do {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    out.push(rest > 0n ? low | 0x80 : low);
  } while (rest > 0n);
  return Buffer.from(out);
}
