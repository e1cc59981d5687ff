import { requestError } from '../errors.ts';
import { show } from './datatypes.ts';

export type Json = Readonly<Record<string, unknown>>;

/** A member of a body, which may be left out; throws FieldInvalid, in whose text `expected` ends the sentence. */
export function optional<T>(body: Json, field: string, expected: string, is: (value: unknown) => value is T): T | undefined {
  const value = body[field];
  if (value === undefined || is(value)) return value;
  throw fieldInvalid(field, expected, value);
}

export function fieldInvalid(field: string, expected: string, value: unknown): Error {
  return requestError('FieldInvalid', { field, expected, actual: show(value) });
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
