// Values made from a schema: the least valid one, and many different ones for lists.
import type { Schema } from '../../../../tools/generate/crd.ts';

/** One text for each kind of pattern that the CRDs use. */
const texts: readonly string[] = ['a', 'a'.repeat(64), 's3://bucket/key', 'http://host', '1s', '1', 'a/b', '/', '/a', '08:00'];

/** The least valid value: an object holds what is required and nothing else. */
export function sample(schema: Schema): unknown {
  if (schema['x-kubernetes-int-or-string'] === true) return 1;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.type === 'string') return textFor(schema);
  if (schema.type === 'boolean') return true;
  if (schema.type === 'integer' || schema.type === 'number') return numberFor(schema);
  if (schema.type === 'array') return Array.from({ length: schema.minItems ?? 0 }, (_, index) => different(schema.items ?? {}, index));
  return Object.fromEntries((schema.required ?? []).map((name) => [name, sample(schema.properties?.[name] ?? {})]));
}

function textFor(schema: Schema): string {
  const pattern = new RegExp(schema.pattern ?? '');
  const text = texts.find((candidate) => pattern.test(candidate) && candidate.length >= (schema.minLength ?? 0) && candidate.length <= (schema.maxLength ?? Infinity));
  if (text === undefined) throw new Error(`no sample for the pattern ${schema.pattern ?? ''}: add one to the list`);
  return text;
}

function numberFor(schema: Schema): number {
  const { minimum, maximum } = schema;
  if (minimum === undefined) return maximum ?? 1;
  return schema.exclusiveMinimum === true && maximum !== undefined ? (minimum + maximum) / 2 : minimum;
}

/** Valid values that differ, so that a list of them breaks no rule of uniqueness. */
export function different(schema: Schema, index: number): unknown {
  if (schema['x-kubernetes-int-or-string'] === true) return index;
  if (schema.type === 'number' || schema.type === 'integer') return differentNumber(schema, index);
  if (schema.enum !== undefined) return schema.enum[index % schema.enum.length];
  if (schema.type === 'string') return differentText(schema, index);
  const value = sample(schema);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, different(schema.properties?.[name] ?? {}, index) ?? inner]));
}

function differentNumber(schema: Schema, index: number): number {
  const step = schema.type === 'integer' ? 1 : 1e-3;
  return numberFor({ ...schema, exclusiveMinimum: false }) + step * (schema.exclusiveMinimum === true ? index + 1 : index);
}

function differentText(schema: Schema, index: number): string {
  const pattern = new RegExp(schema.pattern ?? '');
  const text = textFor(schema);
  return [`${text}${String(index)}`, `${String(index)}${text}`].find((candidate) => pattern.test(candidate)) ?? text;
}
