import { isUtf8 } from 'node:buffer';

import type { Tensor } from '../model/onnxruntime.ts';
import type { Datatype, TensorData } from './datatypes.ts';

/**
 * Tensors as bytes: row-major, little-endian, BOOL a byte of 0 or 1, a BYTES element as its length (4 bytes) and its
 * bytes. Node runs on little-endian machines only, so numbers are copied as they are.
 */

type FixedArray = Exclude<TensorData, string[]>;
type ArrayClass = new (count: number) => FixedArray;

const classes: Readonly<Record<Exclude<Datatype, 'BYTES'>, ArrayClass>> = {
  BOOL: Uint8Array, UINT8: Uint8Array, UINT16: Uint16Array, UINT32: Uint32Array, UINT64: BigUint64Array,
  INT8: Int8Array, INT16: Int16Array, INT32: Int32Array, INT64: BigInt64Array,
  // The bits: onnxruntime takes and gives them so.
  FP16: Uint16Array,
  FP32: Float32Array, FP64: Float64Array,
};

/** Bytes of one element; undefined for BYTES, whose elements have lengths of their own. */
export function sizeOf(datatype: Datatype): number | undefined {
  if (datatype === 'BYTES') return undefined;
  return (classes[datatype] as unknown as { readonly BYTES_PER_ELEMENT: number }).BYTES_PER_ELEMENT;
}

/** Numbers out of exactly as many bytes as they take. */
export function readNumbers(datatype: Exclude<Datatype, 'BYTES'>, bytes: Buffer): FixedArray {
  const size = sizeOf(datatype) as number;
  const target = new classes[datatype](bytes.length / size);
  // A copy: the bytes may begin anywhere, and typed arrays only where their size allows.
  new Uint8Array(target.buffer).set(bytes);
  return target;
}

export type BadText = { readonly index: number; readonly reason: string };

/** `count` texts that fill the bytes exactly, or why they are none. */
export function readTexts(bytes: Buffer, count: number): readonly string[] | BadText {
  // Four bytes of length at least: a count must not cost more memory than the body that carries it.
  if (count * 4 > bytes.length) return { index: Math.floor(bytes.length / 4), reason: 'is missing' };
  const texts = new Array<string>(count);
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + 4 > bytes.length) return { index, reason: 'is missing' };
    const end = at + 4 + bytes.readUInt32LE(at);
    if (end > bytes.length) return { index, reason: `says ${end - at - 4} bytes, and there are ${bytes.length - at - 4}` };
    const text = readText(bytes.subarray(at + 4, end));
    if (text === undefined) return { index, reason: 'is not UTF-8 text without NUL' };
    texts[index] = text;
    at = end;
  }
  return at === bytes.length ? texts : { index: count, reason: `is one too many: ${bytes.length - at} bytes are left` };
}

/** Undefined for what is no UTF-8, and for a NUL, at which onnxruntime-node would end the text. */
export function readText(bytes: Buffer): string | undefined {
  return isUtf8(bytes) && !bytes.includes(0) ? bytes.toString('utf8') : undefined;
}

/** The index of the first byte that is neither 0 nor 1; -1 if there is none. */
export function firstNonBoolean(bytes: Buffer): number {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] as number) > 1) return i;
  return -1;
}

export function writeTensor(tensor: Tensor): Buffer {
  const { data } = tensor;
  if (Array.isArray(data)) return writeTexts(data);
  return Buffer.from(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength);
}

function writeTexts(texts: readonly string[]): Buffer {
  return Buffer.concat(
    texts.flatMap((text) => {
      const bytes = Buffer.from(text, 'utf8');
      const length = Buffer.alloc(4);
      length.writeUInt32LE(bytes.length);
      return [length, bytes];
    }),
  );
}

/** Whether a tensor of any type holds NaN or an infinity. */
export function hasNonFinite({ type, data }: Tensor): boolean {
  if (type === 'float32' || type === 'float64') {
    const values = data as Float32Array;
    for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return true;
  } else if (type === 'float16') {
    const bits = data as Uint16Array;
    // All five bits of the exponent are set in exactly these.
    for (let i = 0; i < bits.length; i++) if (((bits[i] as number) & 0x7c00) === 0x7c00) return true;
  }
  return false;
}
