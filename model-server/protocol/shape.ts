import { requestError } from '../errors.ts';
import type { TensorSpec } from '../model/manifest.ts';
import { show } from './datatypes.ts';

/** The shape as the request says it, which the input must allow; throws InputShape. */
export function checkShape(spec: TensorSpec, value: unknown): readonly number[] {
  if (!Array.isArray(value) || value.length !== spec.shape.length) throw shapeInvalid(spec, value);
  for (let i = 0; i < value.length; i++) {
    const dim: unknown = value[i];
    if (!Number.isSafeInteger(dim) || (dim as number) < 0) throw shapeInvalid(spec, value);
    if (spec.shape[i] !== -1 && spec.shape[i] !== dim) throw shapeInvalid(spec, value);
  }
  // 2^4 x 2^60 wraps to 0 in 64 bits; here a product past 2^53 is refused before anything is sized by it.
  if (!Number.isSafeInteger(countOf(value))) throw shapeInvalid(spec, value);
  return value as number[];
}

/** Elements of a tensor of this shape. */
export function countOf(shape: readonly number[]): number {
  let count = 1;
  for (let i = 0; i < shape.length; i++) count *= shape[i] as number;
  return count;
}

export function shapeText(shape: readonly number[]): string {
  return `[${shape.join(',')}]`;
}

function shapeInvalid(spec: TensorSpec, value: unknown): Error {
  // Only numbers are quoted back, and few of them: the rest of an attacker's shape helps nobody.
  const actual = Array.isArray(value) && value.length <= 8 ? `[${value.map(show).join(',')}]` : show(value);
  return requestError('InputShape', { input: spec.name, actual, expected: shapeText(spec.shape) });
}
