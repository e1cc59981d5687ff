// The shape of the tables: what a user sends, and what the API server says to it.
import type { KubeObject } from '../../../operator/runtime/types.ts';

export interface Manifest extends KubeObject {
  spec: Record<string, unknown>;
  status?: Record<string, unknown>;
}

export interface Case {
  /** A sentence. */
  readonly name: string;
  readonly object: Manifest;
  /** Present: `object` is an update of it. */
  readonly old?: Manifest;
  readonly accepted: boolean;
  /** Part of the server's answer, for a case that is not accepted. */
  readonly message?: string;
  /** Who refuses it: the schema (so ajv must refuse it too) or a rule that only the server knows. */
  readonly by?: 'schema' | 'rule';
}

/** Path of a field, such as `data.rules.0.min` → its new value; `undefined` takes the field away. */
export type Changes = Readonly<Record<string, unknown>>;

/** A copy of the object with other fields in its spec. */
export function change<T extends Manifest>(object: T, changes: Changes): T {
  const copy = structuredClone(object);
  for (const [path, value] of Object.entries(changes)) set(copy.spec, path.split('.'), value);
  return copy;
}

export function named<T extends Manifest>(object: T, name: string): T {
  return { ...object, metadata: { ...object.metadata, name } };
}

function set(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [head = '', ...rest] = path;
  if (rest.length > 0) {
    const inner = (target[head] ??= /^\d+$/.test(rest[0] ?? '') ? [] : {}) as Record<string, unknown>;
    set(inner, rest, value);
  } else if (value === undefined) {
    Reflect.deleteProperty(target, head);
  } else {
    target[head] = value;
  }
}

/** The rest of a table: every change alone is refused, as `<field> is immutable`. */
export function immutable(object: Manifest, changes: Readonly<Record<string, unknown>>): Case[] {
  return Object.entries(changes).map(([path, value]) => {
    const [field = ''] = path.split('.');
    const verb = value === undefined ? 'taken away' : 'changed';
    return { name: `${path} cannot be ${verb}`, old: object, object: change(object, { [path]: value }), accepted: false, message: `${field} is immutable`, by: 'rule' };
  });
}
