// For one node of a schema: values that break each of its bounds, and values that just keep them.
import type { Schema } from '../../../../tools/generate/crd.ts';
import { different, sample } from './sample.ts';

export interface Probe {
  readonly what: string;
  readonly value: unknown;
  readonly valid: boolean;
}

export function probes(schema: Schema): Probe[] {
  return [...ofType(schema), ...ofText(schema), ...ofNumber(schema), ...ofList(schema), ...ofMap(schema), ...ofObject(schema)];
}

const broken = (what: string, value: unknown): Probe => ({ what, value, valid: false });
const kept = (what: string, value: unknown): Probe => ({ what, value, valid: true });

function ofType(schema: Schema): Probe[] {
  const result: Probe[] = [];
  if (schema['x-kubernetes-int-or-string'] === true) result.push(broken('neither integer nor string', true), kept('an integer', 1), kept('a string', '1'));
  if (schema.type === 'string') result.push(broken('a number for a string', 1));
  if (schema.type === 'boolean') result.push(broken('a string for a boolean', 'true'));
  if (schema.type === 'integer') result.push(broken('a fraction for an integer', 1.5), broken('a string for an integer', '1'));
  if (schema.type === 'number') result.push(broken('a string for a number', '1'));
  if (schema.type === 'object') result.push(broken('a string for an object', 'text'));
  if (schema.type === 'array') result.push(broken('a string for a list', 'text'));
  return result;
}

function ofText(schema: Schema): Probe[] {
  if (schema.type !== 'string' && schema['x-kubernetes-int-or-string'] !== true) return [];
  if (schema.enum !== undefined) return [broken('a value that is not listed', 'NoSuchValue'), ...schema.enum.map((value) => kept(`the value ${String(value)}`, value))];
  const result: Probe[] = [];
  if (schema.pattern !== undefined) result.push(broken('a text against the pattern', '!'.repeat(Math.max(1, schema.minLength ?? 1))));
  if (schema.minLength !== undefined) result.push(broken('a text too short', ''));
  if (schema.maxLength === undefined) return result;
  result.push(broken('a text too long', longText(schema, schema.maxLength + 1) ?? 'a'.repeat(schema.maxLength + 1)));
  const longest = longText(schema, schema.maxLength);
  if (longest !== undefined) result.push(kept('the longest text', longest), kept('the longest text outside of ASCII', schema.pattern === undefined ? 'ä'.repeat(schema.maxLength) : longest));
  return result;
}

function longText(schema: Schema, length: number): string | undefined {
  const start = String(sample(schema));
  const candidates = ['a'.repeat(length), start.padEnd(length, 'a'), '1'.repeat(length), start.padStart(length, '1')];
  return candidates.find((text) => text.length === length && new RegExp(schema.pattern ?? '').test(text));
}

function ofNumber(schema: Schema): Probe[] {
  const step = schema.type === 'integer' ? 1 : 1e-6;
  const result: Probe[] = [];
  if (schema.minimum !== undefined) {
    const exclusive = schema.exclusiveMinimum === true;
    if (!Number.isInteger(schema.minimum)) result.push(broken('zero below a fraction', 0));
    result.push(broken('a number too small', exclusive ? schema.minimum : schema.minimum - step), kept('the smallest number', exclusive ? schema.minimum + step : schema.minimum));
  }
  if (schema.maximum !== undefined) {
    const exclusive = schema.exclusiveMaximum === true;
    result.push(broken('a number too great', exclusive ? schema.maximum : schema.maximum + step), kept('the greatest number', exclusive ? schema.maximum - step : schema.maximum));
  }
  return result;
}

function ofList(schema: Schema): Probe[] {
  if (schema.type !== 'array' || schema.items === undefined) return [];
  const items = schema.items;
  const list = (length: number): unknown[] => Array.from({ length }, (_, index) => different(items, index));
  const result: Probe[] = [];
  if (schema.maxItems !== undefined) result.push(broken('too many entries', list(schema.maxItems + 1)), kept('the greatest number of entries', list(schema.maxItems)));
  if (schema.minItems !== undefined) result.push(broken('too few entries', list(schema.minItems - 1)));
  if (schema['x-kubernetes-list-type'] === 'set') result.push(broken('an entry twice', [different(items, 0), different(items, 0)]));
  return result;
}

function ofMap(schema: Schema): Probe[] {
  if (schema.maxProperties === undefined) return [];
  const values = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : { type: 'string' };
  const map = (size: number): object => Object.fromEntries(Array.from({ length: size }, (_, index) => [`key${String(index)}`, sample(values)]));
  return [broken('too many keys', map(schema.maxProperties + 1)), kept('the greatest number of keys', map(schema.maxProperties))];
}

function ofObject(schema: Schema): Probe[] {
  const whole = sample(schema);
  if (schema.type !== 'object' || typeof whole !== 'object' || whole === null) return [];
  return (schema.required ?? []).map((name) => broken(`no ${name}`, Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name))));
}
