import { Tensor } from '../model/onnxruntime.ts';
import type { GraphTensor, Tensors, Threads } from '../model/session.ts';
import type { TensorData } from '../protocol/datatypes.ts';

export interface WorkerStart {
  readonly graph: Uint8Array;
  readonly threads: Threads;
}

interface PackedTensor {
  readonly type: Tensor.Type;
  readonly dims: readonly number[];
  readonly data: TensorData;
}

type Packed = Readonly<Record<string, PackedTensor>>;

export interface ToWorker {
  readonly id: number;
  readonly feeds: Packed;
  readonly outputs: readonly string[];
}

export type FromWorker =
  | { readonly kind: 'opened'; readonly inputs: readonly GraphTensor[]; readonly outputs: readonly GraphTensor[] }
  | { readonly kind: 'done'; readonly id: number; readonly results: Packed }
  | { readonly kind: 'failed'; readonly id: number; readonly cause: string };

/**
 * Tensors as they travel between threads, and the memory that goes with them. Memory that belongs to somebody else, or of
 * which a tensor is only a part, is copied; `copies`: all of it.
 */
export function packed(tensors: Tensors, copies: boolean): { readonly tensors: Packed; readonly transfer: ArrayBuffer[] } {
  const transfer: ArrayBuffer[] = [];
  const made: Record<string, PackedTensor> = {};
  for (const name in tensors) {
    const { type, dims, data } = tensors[name] as Tensor;
    const own = Array.isArray(data) ? data : copies ? (data as Float32Array).slice() : (data as Float32Array);
    if (copies && !Array.isArray(own)) transfer.push(own.buffer as ArrayBuffer);
    made[name] = { type, dims, data: own };
  }
  return { tensors: made, transfer };
}

export function unpacked(tensors: Packed): Tensors {
  return Object.fromEntries(Object.entries(tensors).map(([name, { type, dims, data }]) => [name, new Tensor(type, data, dims)]));
}
