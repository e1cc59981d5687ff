import { Tensor } from '../model/onnxruntime.ts';
import type { TensorData } from '../protocol/datatypes.ts';
import type { Tensors } from '../model/session.ts';

type NumberArray = Exclude<TensorData, string[]>;

/** Requests whose keys are equal can be one: the same outputs, and the same lengths in every dimension but that of the rows. */
export function mergeKey(feeds: Tensors, outputs: readonly string[]): string {
  let key = outputs.join('\n');
  for (const name in feeds) {
    const { dims } = feeds[name] as Tensor;
    // Columns, [rows] and [rows, 1], are what nearly all models take.
    for (let i = 1; i < dims.length; i++) if (dims[i] !== 1) key += `\n${name} ${i} ${dims[i]}`;
  }
  return key;
}

/** Rows of all requests below one another, in their order. */
export function merge(all: readonly Tensors[], rows: number): Tensors {
  const merged: Record<string, Tensor> = {};
  const [first = {}] = all;
  for (const name in first) {
    const { type, dims } = first[name] as Tensor;
    const parts = all.map((feeds) => (feeds[name] as Tensor).data);
    merged[name] = new Tensor(type, concat(parts), [rows, ...dims.slice(1)]);
  }
  return merged;
}

/**
 * The results of each request, in their order; undefined where an output has another number of rows than went in, so that
 * nobody can tell whose they are.
 */
export function split(results: Tensors, rowsOfEach: readonly number[]): readonly Tensors[] | undefined {
  const rows = rowsOfEach.reduce((sum, count) => sum + count, 0);
  for (const name in results) if ((results[name] as Tensor).dims[0] !== rows) return undefined;
  let from = 0;
  return rowsOfEach.map((count) => {
    const own = slice(results, from, count);
    from += count;
    return own;
  });
}

/** `count` rows from `from` on; views of the same memory. */
export function slice(tensors: Tensors, from: number, count: number): Tensors {
  const sliced: Record<string, Tensor> = {};
  for (const name in tensors) {
    const { type, dims, data } = tensors[name] as Tensor;
    const width = dims.slice(1).reduce((product, dim) => product * dim, 1);
    sliced[name] = new Tensor(type, part(data, from * width, (from + count) * width), [count, ...dims.slice(1)]);
  }
  return sliced;
}

function part(data: TensorData, from: number, to: number): TensorData {
  return Array.isArray(data) ? data.slice(from, to) : data.subarray(from, to);
}

function concat(parts: readonly TensorData[]): TensorData {
  const [first] = parts;
  if (Array.isArray(first)) return (parts as readonly string[][]).flat();
  const length = parts.reduce((sum, { length: own }) => sum + own, 0);
  const whole = new ((first as Float32Array).constructor as Float32ArrayConstructor)(length) as NumberArray;
  let at = 0;
  for (const data of parts) {
    (whole as Float32Array).set(data as Float32Array, at);
    at += data.length;
  }
  return whole;
}
