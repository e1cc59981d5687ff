import { Tensor } from '../model/onnxruntime.ts';

/** A tensor of numbers, one column. */
export function onnxTensor(type: 'float16' | 'float32' | 'float64', values: readonly number[]): Tensor {
  const dims = [values.length];
  if (type === 'float16') return new Tensor('float16', Uint16Array.from(values), dims);
  return type === 'float32' ? new Tensor('float32', Float32Array.from(values), dims) : new Tensor('float64', Float64Array.from(values), dims);
}
