// Tensors as the binary extension carries them: little-endian, row-major, without padding; BYTES elements after their length.
import type { Datatype, Element } from './tensor.ts';

interface Form {
  readonly size: number;
  readonly write: (view: DataView, at: number, value: Element) => void;
  readonly read: (view: DataView, at: number) => Element;
}

const forms: Readonly<Record<Exclude<Datatype, 'BYTES'>, Form>> = {
  BOOL: { size: 1, write: (view, at, value) => view.setUint8(at, value === true ? 1 : 0), read: (view, at) => view.getUint8(at) !== 0 },
  UINT8: { size: 1, write: (view, at, value) => view.setUint8(at, Number(value)), read: (view, at) => view.getUint8(at) },
  UINT16: { size: 2, write: (view, at, value) => view.setUint16(at, Number(value), true), read: (view, at) => view.getUint16(at, true) },
  UINT32: { size: 4, write: (view, at, value) => view.setUint32(at, Number(value), true), read: (view, at) => view.getUint32(at, true) },
  UINT64: { size: 8, write: (view, at, value) => view.setBigUint64(at, BigInt(value), true), read: (view, at) => view.getBigUint64(at, true) },
  INT8: { size: 1, write: (view, at, value) => view.setInt8(at, Number(value)), read: (view, at) => view.getInt8(at) },
  INT16: { size: 2, write: (view, at, value) => view.setInt16(at, Number(value), true), read: (view, at) => view.getInt16(at, true) },
  INT32: { size: 4, write: (view, at, value) => view.setInt32(at, Number(value), true), read: (view, at) => view.getInt32(at, true) },
  INT64: { size: 8, write: (view, at, value) => view.setBigInt64(at, BigInt(value), true), read: (view, at) => view.getBigInt64(at, true) },
  FP16: { size: 2, write: (view, at, value) => view.setFloat16(at, Number(value), true), read: (view, at) => view.getFloat16(at, true) },
  FP32: { size: 4, write: (view, at, value) => view.setFloat32(at, Number(value), true), read: (view, at) => view.getFloat32(at, true) },
  FP64: { size: 8, write: (view, at, value) => view.setFloat64(at, Number(value), true), read: (view, at) => view.getFloat64(at, true) },
};

export function pack(datatype: Datatype, elements: readonly Element[]): Uint8Array {
  if (datatype === 'BYTES') return join(elements.flatMap((element) => withLength(new TextEncoder().encode(String(element)))));
  const { size, write } = forms[datatype];
  const bytes = new Uint8Array(elements.length * size);
  const view = new DataView(bytes.buffer);
  elements.forEach((element, i) => write(view, i * size, element));
  return bytes;
}

/** Throws an Error that says why these bytes are no such elements. */
export function unpack(datatype: Datatype, bytes: Uint8Array): readonly Element[] {
  if (datatype === 'BYTES') return unpackTexts(bytes);
  const { size, read } = forms[datatype];
  if (bytes.length % size !== 0) throw new Error(`${bytes.length} bytes are no whole number of ${datatype} elements`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: bytes.length / size }, (_, i) => read(view, i * size));
}

function unpackTexts(bytes: Uint8Array): readonly string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const texts: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 4 > bytes.length ? Infinity : at + 4 + view.getUint32(at, true);
    if (end > bytes.length) throw new Error(`the BYTES element at byte ${at} goes beyond the end`);
    texts.push(new TextDecoder().decode(bytes.subarray(at + 4, end)));
    at = end;
  }
  return texts;
}

function withLength(bytes: Uint8Array): readonly Uint8Array[] {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, bytes.length, true);
  return [length, bytes];
}

export function join(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => {
    bytes.set(part, at);
    return at + part.length;
  }, 0);
  return bytes;
}
