import { requestError } from '../errors.ts';
import type { TensorSpec } from '../model/manifest.ts';
import { Tensor } from '../model/onnxruntime.ts';
import { firstNonBoolean, readNumbers, readText, readTexts, sizeOf } from './binary.ts';
import { ortType, show, type TensorData } from './datatypes.ts';
import { checkShape, countOf, shapeText } from './shape.ts';

type Json = Readonly<Record<string, unknown>>;

/** The bytes behind the JSON of a body, which its inputs take one after the other. */
export interface Tail {
  readonly bytes: Buffer;
  taken: number;
}

export function hasBinary(input: Json): boolean {
  return (input['parameters'] as Json | undefined)?.['binary_data_size'] !== undefined;
}

/** An input whose data are the next bytes of the tail. */
export function decodeBinary(spec: TensorSpec, input: Json, tail: Tail): Tensor {
  const { name } = spec;
  const size = (input['parameters'] as Json)['binary_data_size'];
  if (!Number.isSafeInteger(size) || (size as number) < 0) {
    throw requestError('FieldInvalid', { field: 'binary_data_size', expected: 'a whole number of bytes', actual: show(size) });
  }
  if (input['data'] !== undefined) throw requestError('BinaryAndData', { input: name });
  const shape = checkShape(spec, input['shape']);
  const left = tail.bytes.length - tail.taken;
  if ((size as number) > left) throw requestError('BinaryShort', { input: name, expected: size as number, actual: left });
  const bytes = tail.bytes.subarray(tail.taken, tail.taken + (size as number));
  tail.taken += size as number;
  return tensorOf(spec, shape, bytes);
}

/** Whatever no input has taken is a mistake somewhere: better told than dropped. */
export function checkAllTaken({ bytes, taken }: Tail): void {
  if (taken < bytes.length) throw requestError('BinaryLeft', { count: bytes.length - taken });
}

/** A raw request: no JSON at all, the body is the only input; its one dimension without a length follows from the bytes. */
export function decodeRaw(inputs: ReadonlyMap<string, TensorSpec>, bytes: Buffer): Tensor {
  const [spec, another] = inputs.values();
  if (spec === undefined || another !== undefined) throw requestError('RawInputs', { count: inputs.size });
  const open = spec.shape.filter((dim) => dim === -1).length;
  const size = sizeOf(spec.datatype);
  const fixed = spec.shape.reduce((product, dim) => (dim === -1 ? product : product * dim), 1);
  if (open > 1) throw requestError('RawShape', { input: spec.name, shape: shapeText(spec.shape) });
  if (size === undefined) return rawText(spec, fixed, bytes);
  const length = open === 0 || fixed === 0 ? 1 : Math.floor(bytes.length / (size * fixed));
  return tensorOf(spec, spec.shape.map((dim) => (dim === -1 ? length : dim)), bytes);
}

/** Of BYTES a raw body is one element, without its length before it. */
function rawText(spec: TensorSpec, fixed: number, bytes: Buffer): Tensor {
  if (fixed !== 1) throw requestError('RawShape', { input: spec.name, shape: shapeText(spec.shape) });
  const text = readText(bytes);
  if (text === undefined) throw requestError('BinaryText', { input: spec.name, index: 0, reason: 'is not UTF-8 text without NUL' });
  return new Tensor('string', [text], spec.shape.map(() => 1));
}

function tensorOf(spec: TensorSpec, shape: readonly number[], bytes: Buffer): Tensor {
  return new Tensor(ortType(spec.datatype), dataOf(spec, shape, bytes), shape);
}

function dataOf({ name, datatype }: TensorSpec, shape: readonly number[], bytes: Buffer): TensorData {
  const count = countOf(shape);
  if (datatype === 'BYTES') {
    const texts = readTexts(bytes, count);
    if ('reason' in texts) throw requestError('BinaryText', { input: name, ...texts });
    return texts as string[];
  }
  const expected = count * (sizeOf(datatype) as number);
  if (bytes.length !== expected) throw requestError('BinarySize', { input: name, actual: bytes.length, shape: shapeText(shape), expected });
  const wrong = datatype === 'BOOL' ? firstNonBoolean(bytes) : -1;
  if (wrong >= 0) throw requestError('BinaryBoolean', { input: name, index: wrong, actual: bytes[wrong] as number });
  return readNumbers(datatype, bytes);
}
