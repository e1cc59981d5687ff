import type { TensorSpec } from '../model/manifest.ts';
import type { Datatype } from '../protocol/datatypes.ts';
import { arrayOf, type Schema } from './schema.ts';

/** The smallest double that rounds to infinity as a 32-bit float. */
const FP32_OVERFLOW = 3.4028235677973366e38;
const MOST = Number.MAX_SAFE_INTEGER;

const taken: Readonly<Record<Datatype, Schema>> = {
  BOOL: { type: 'boolean' },
  UINT8: integer(0, 255),
  UINT16: integer(0, 65_535),
  UINT32: integer(0, 4_294_967_295),
  UINT64: integer(0, MOST),
  INT8: integer(-128, 127),
  INT16: integer(-32_768, 32_767),
  INT32: integer(-2_147_483_648, 2_147_483_647),
  INT64: integer(-MOST, MOST),
  // Without a form in JSON: no value will do.
  FP16: { not: {} },
  FP32: { type: ['number', 'null'], exclusiveMinimum: -FP32_OVERFLOW, exclusiveMaximum: FP32_OVERFLOW, description: 'null where the value is missing' },
  FP64: { type: ['number', 'null'], description: 'null where the value is missing' },
  BYTES: { type: 'string', pattern: '^[^\\u0000]*$' },
};

/** One element as a request may carry it. */
export function inputElement(datatype: Datatype): Schema {
  return taken[datatype];
}

/** One element as an answer carries it: never null, and INT64 with all its digits. */
export function outputElement(datatype: Datatype): Schema {
  if (datatype === 'BOOL' || datatype === 'FP16') return taken[datatype];
  if (datatype === 'BYTES') return { type: 'string' };
  return { type: datatype.startsWith('FP') ? 'number' : 'integer' };
}

/** `data` of a request: flat, or nested as the shape says. That flat data has as many elements as the shape, no schema can say. */
export function inputData({ datatype, shape }: TensorSpec): Schema {
  const element = inputElement(datatype);
  const flat = arrayOf(element);
  if (shape.length < 2) return flat;
  const nested = shape.reduceRight<Schema>((items, dim) => (dim === -1 ? arrayOf(items) : arrayOf(items, { min: dim, max: dim })), element);
  return { anyOf: [flat, nested] };
}

/** A shape with the lengths that are given; a leading -1 is the number of rows, so at least 1. */
export function shapeOf({ shape }: TensorSpec): Schema {
  const dims = shape.map((dim, i): Schema => (dim === -1 ? { type: 'integer', minimum: i === 0 ? 1 : 0 } : { const: dim }));
  return { type: 'array', ...(dims.length > 0 ? { prefixItems: dims } : {}), minItems: dims.length, maxItems: dims.length };
}

function integer(minimum: number, maximum: number): Schema {
  return { type: 'integer', minimum, maximum };
}
