// Walks a schema and gives every place in it, with the path that leads there from `spec`.
import type { Schema } from '../../../../tools/generate/crd.ts';
import { sample } from './sample.ts';

type Container = Record<string, unknown> | unknown[];

export interface Place {
  /** `key` as in JSON, a number for the first entry of a list, `key` for any key of a map. */
  readonly path: readonly (string | number)[];
  readonly schema: Schema;
}

export function places(schema: Schema, path: readonly (string | number)[] = []): Place[] {
  const inner = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => places(property, [...path, name]));
  const item = schema.items === undefined ? [] : places(schema.items, [...path, 0]);
  const value = typeof schema.additionalProperties === 'object' ? places(schema.additionalProperties, [...path, 'key']) : [];
  return [...(path.length === 0 ? [] : [{ path, schema }]), ...inner, ...item, ...value];
}

/** As the server writes it in its answers: `spec.data.rules[0].min`. */
export function serverPath(path: readonly (string | number)[]): string {
  return path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${String(step)}]` : `${text}.${step}`), 'spec');
}

/** A copy of the spec with the value at the path; what leads there is made where it is missing. */
export function withValue(spec: Record<string, unknown>, root: Schema, path: readonly (string | number)[], value: unknown): Record<string, unknown> {
  const copy = structuredClone(spec);
  let target: Container = copy;
  let schema = root;
  path.forEach((step, index) => {
    schema = next(schema, step);
    const last = index === path.length - 1;
    const inner: unknown = last ? value : (read(target, step) ?? sample(schema));
    write(target, step, inner);
    if (!last) target = inner as Container;
  });
  return copy;
}

function next(schema: Schema, step: string | number): Schema {
  const inner = typeof step === 'number' ? schema.items : (schema.properties?.[step] ?? schema.additionalProperties);
  if (typeof inner !== 'object') throw new Error(`the schema has no ${String(step)}`);
  return inner;
}

function read(target: Container, step: string | number): unknown {
  return (target as Record<string | number, unknown>)[step];
}

function write(target: Container, step: string | number, value: unknown): void {
  (target as Record<string | number, unknown>)[step] = value;
}
