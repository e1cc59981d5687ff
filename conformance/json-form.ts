// Tensors as JSON text. Integers of 64 bits are written and read digit by digit: JavaScript's own JSON rounds them beyond 2^53.
import { type Datatype, type Element, type Tensor } from './tensor.ts';

/** What stands in a body: JSON values, and bigints for whole numbers with all their digits. */
export type Json = string | number | bigint | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

/** JSON.stringify that knows bigints and leaves undefined fields out. */
export function write(value: Json): string {
  if (value === undefined) return 'null';
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(write).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${write(field)}`).join(',')}}`;
}

type Reviver = (key: string, value: unknown, context?: { readonly source: string }) => unknown;

/** JSON.parse that gives a bigint for a whole number that a double cannot hold. Throws SyntaxError, for NaN too. */
export function read(text: string): unknown {
  const reviver: Reviver = (_key, value, context) =>
    typeof value === 'number' && !Number.isSafeInteger(value) && context !== undefined && /^-?\d+$/.test(context.source) ? BigInt(context.source) : value;
  return JSON.parse(text, reviver) as unknown;
}

/** An entry of `inputs`, its data flat. */
export function inputOf({ name, datatype, shape, elements }: Tensor): { readonly [key: string]: Json } {
  return { name, datatype, shape: [...shape], data: [...elements] };
}

/** The elements as arrays within arrays, one level a dimension. */
export function nest(shape: readonly number[], elements: readonly Element[]): Json {
  if (shape.length <= 1) return [...elements];
  const [rows = 0, ...rest] = shape;
  const width = rest.reduce((product, dim) => product * dim, 1);
  return Array.from({ length: rows }, (_, row) => nest(rest, elements.slice(row * width, (row + 1) * width)));
}

/** The elements in `data` of an answer, flat or nested; undefined at the place of one that is none of this datatype. */
export function elementsOf(datatype: Datatype, data: unknown): readonly (Element | undefined)[] {
  return (data as unknown[]).flat(Infinity).map((value) => elementOf(datatype, value));
}

function elementOf(datatype: Datatype, value: unknown): Element | undefined {
  if (datatype === 'BOOL') return typeof value === 'boolean' ? value : undefined;
  if (datatype === 'BYTES') return typeof value === 'string' ? value : undefined;
  if (typeof value !== 'number' && typeof value !== 'bigint') return undefined;
  if (datatype.startsWith('FP')) return Number(value);
  if (typeof value === 'number' && !Number.isInteger(value)) return undefined;
  return datatype === 'INT64' || datatype === 'UINT64' ? BigInt(value) : Number(value);
}
