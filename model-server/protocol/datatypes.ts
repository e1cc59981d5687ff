import type { Tensor } from '../model/onnxruntime.ts';

/** The V2 datatypes, spelled as the protocol spells them. */
export type Datatype =
  | 'BOOL' | 'UINT8' | 'UINT16' | 'UINT32' | 'UINT64' | 'INT8' | 'INT16' | 'INT32' | 'INT64'
  | 'FP16' | 'FP32' | 'FP64' | 'BYTES';

/** What a tensor of any of these types keeps its elements in. */
export type TensorData =
  | Uint8Array | Uint16Array | Uint32Array | BigUint64Array | Int8Array | Int16Array | Int32Array | BigInt64Array
  | Float32Array | Float64Array | string[];

export interface ElementCodec {
  /** onnxruntime's name of the type. */
  readonly ort: Tensor.Type;
  allocate(count: number): TensorData;
  /** Stores one JSON value; false when the type cannot hold it exactly enough (see `refusal`). */
  put(target: TensorData, index: number, value: unknown): boolean;
  /** Stores a run of JSON values from `at`; -1, or the index within `values` of the first that is refused. */
  fill(target: TensorData, at: number, values: readonly unknown[]): number;
  /** Why `put` refused this value, as the end of a sentence about it. */
  refusal(value: unknown): string;
}

/** The smallest double that rounds to infinity as a 32-bit float. */
const FP32_OVERFLOW = 3.4028235677973366e38;

// FP32 carries nearly all traffic: its loop is its own, so that its types stay monomorphic.
const fp32: ElementCodec = {
  ort: 'float32',
  allocate: (count) => new Float32Array(count),
  put(target: Float32Array, index, value) {
    if (typeof value === 'number' && value < FP32_OVERFLOW && value > -FP32_OVERFLOW) target[index] = value;
    else if (value === null) target[index] = NaN;
    else return false;
    return true;
  },
  fill(target: Float32Array, at, values) {
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      if (typeof value === 'number' && value < FP32_OVERFLOW && value > -FP32_OVERFLOW) target[at + i] = value;
      else if (value === null) target[at + i] = NaN;
      else return i;
    }
    return -1;
  },
  refusal: (value) => (typeof value === 'number' ? `is ${show(value)}, which does not fit FP32` : `is ${show(value)}, expected a number, or null where the value is missing`),
};

const fp64: ElementCodec = {
  ort: 'float64',
  allocate: (count) => new Float64Array(count),
  put(target: Float64Array, index, value) {
    if (typeof value === 'number' && Number.isFinite(value)) target[index] = value;
    else if (value === null) target[index] = NaN;
    else return false;
    return true;
  },
  fill,
  refusal: (value) => (typeof value === 'number' ? `is ${show(value)}, which does not fit FP64` : `is ${show(value)}, expected a number, or null where the value is missing`),
};

const bool: ElementCodec = {
  ort: 'bool',
  allocate: (count) => new Uint8Array(count),
  put(target: Uint8Array, index, value) {
    if (typeof value !== 'boolean') return false;
    target[index] = value ? 1 : 0;
    return true;
  },
  fill,
  refusal: (value) => `is ${show(value)}, expected true or false`,
};

const bytes: ElementCodec = {
  ort: 'string',
  allocate: (count) => new Array<string>(count).fill(''),
  put(target: string[], index, value) {
    // A lone surrogate has no UTF-8 form: the graph would see U+FFFD instead of what was sent. At a NUL onnxruntime-node
    // ends the text: what is left is another one, and often the empty one that stands for a missing value.
    if (typeof value !== 'string' || !value.isWellFormed() || value.includes('\0')) return false;
    target[index] = value;
    return true;
  },
  fill,
  refusal(value) {
    if (typeof value !== 'string') return `is ${show(value)}, expected a text`;
    return value.isWellFormed() ? 'holds the character NUL, which ends a text in the runtime' : 'holds half a surrogate pair, which is no Unicode text';
  },
};

const codecs: Readonly<Record<Datatype, ElementCodec | undefined>> = {
  BOOL: bool,
  UINT8: integer('UINT8', 'uint8', (count) => new Uint8Array(count), 0, 255),
  UINT16: integer('UINT16', 'uint16', (count) => new Uint16Array(count), 0, 65_535),
  UINT32: integer('UINT32', 'uint32', (count) => new Uint32Array(count), 0, 4_294_967_295),
  UINT64: bigInteger('UINT64', 'uint64', (count) => new BigUint64Array(count), 0),
  INT8: integer('INT8', 'int8', (count) => new Int8Array(count), -128, 127),
  INT16: integer('INT16', 'int16', (count) => new Int16Array(count), -32_768, 32_767),
  INT32: integer('INT32', 'int32', (count) => new Int32Array(count), -2_147_483_648, 2_147_483_647),
  INT64: bigInteger('INT64', 'int64', (count) => new BigInt64Array(count), Number.MIN_SAFE_INTEGER),
  // The protocol gives FP16 no JSON form (Triton and KServe answer 400 too).
  FP16: undefined,
  FP32: fp32,
  FP64: fp64,
  BYTES: bytes,
};

const byOrtType: ReadonlyMap<string, Datatype> = new Map<string, Datatype>([
  ['float16', 'FP16'],
  ...Object.entries(codecs).flatMap(([name, codec]): [string, Datatype][] => (codec ? [[codec.ort, name as Datatype]] : [])),
]);

/** How to read this type from JSON; undefined when JSON cannot carry it. */
export function codecOf(datatype: Datatype): ElementCodec | undefined {
  return codecs[datatype];
}

/** onnxruntime's name of a type. */
export function ortType(datatype: Datatype): Tensor.Type {
  return codecs[datatype]?.ort ?? 'float16';
}

export function isDatatype(value: unknown): value is Datatype {
  return typeof value === 'string' && Object.hasOwn(codecs, value);
}

/** The V2 name of an onnxruntime type; undefined for types the protocol does not know (int4, bfloat16 …). */
export function datatypeOf(ortType: string): Datatype | undefined {
  return byOrtType.get(ortType);
}

/** A value as it stood in the request, short enough for an error text. */
export function show(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (value === undefined) return 'nothing';
  // JSON.parse turns 1e999 into Infinity; JSON.stringify would print that as null.
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 37)}…` : text;
}

function integer(name: Datatype, ort: Tensor.Type, allocate: ElementCodec['allocate'], min: number, max: number): ElementCodec {
  return {
    ort,
    allocate,
    put(target: Int32Array, index, value) {
      if (!Number.isInteger(value) || (value as number) < min || (value as number) > max) return false;
      target[index] = value as number;
      return true;
    },
    fill,
    refusal: (value) =>
      Number.isInteger(value) ? `is ${show(value)}, which does not fit ${name} (${min} to ${max})` : `is ${show(value)}, expected a whole number`,
  };
}

function bigInteger(name: Datatype, ort: Tensor.Type, allocate: ElementCodec['allocate'], min: number): ElementCodec {
  return {
    ort,
    allocate,
    put(target: BigInt64Array, index, value) {
      // Beyond 2^53 JSON.parse has rounded already: what was sent can no longer be known.
      if (!Number.isSafeInteger(value) || (value as number) < min) return false;
      target[index] = BigInt(value as number);
      return true;
    },
    fill,
    refusal(value) {
      if (!Number.isInteger(value)) return `is ${show(value)}, expected a whole number`;
      if ((value as number) < min) return `is ${show(value)}, which does not fit ${name}`;
      return `is ${show(value)}, beyond 2^53, where JSON numbers lose digits`;
    },
  };
}

function fill(this: ElementCodec, target: TensorData, at: number, values: readonly unknown[]): number {
  for (let i = 0; i < values.length; i++) {
    if (!this.put(target, at + i, values[i])) return i;
  }
  return -1;
}
