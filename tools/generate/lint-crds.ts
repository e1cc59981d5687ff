// What every CRD of Trainyard must hold beyond being accepted: structural (KEP-2335), bounded, described, readable.
import { parse } from 'yaml';
import { storageVersion, type CrdFile, type Schema } from './crd.ts';
import { lintDescription } from './lint-descriptions.ts';

/** kubectl apply keeps the last applied object in an annotation, and 256 KiB is all that annotations may take. */
const greatestSize = 100_000;

/** Left to the server: it knows metadata, and bounds apiVersion and kind by the path of the request. */
const serverFields = ['apiVersion', 'kind', 'metadata'];

/** Each problem as a sentence that begins with the file and the path. */
export function lintCrd(file: CrdFile): string[] {
  const version = storageVersion(file.crd);
  const schema = version.schema.openAPIV3Schema;
  const problems = readSameEverywhere(file.text);
  const size = JSON.stringify(file.crd).length;
  if (size >= greatestSize) problems.push(`the CRD has ${String(size)} bytes as JSON, ${String(greatestSize)} or more`);
  if (version.subresources?.status === undefined) problems.push('the status subresource is missing');
  if (!(version.additionalPrinterColumns ?? []).some((column) => column.name === 'Age')) problems.push('the printer column Age is missing');
  for (const column of version.additionalPrinterColumns ?? []) problems.push(...lintColumn(column.jsonPath, schema));
  problems.push(...lintPart('', schema, 'no field'));
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (!serverFields.includes(name)) problems.push(...lintNode(`.${name}`, property, 'required'));
  }
  return problems.map((problem) => `crds/${file.file}: ${problem}`);
}

/** kubectl, Helm and Argo CD read YAML 1.1, where an unquoted `on`, `off`, `yes` or `no` is a boolean, also as a key. */
function readSameEverywhere(text: string): string[] {
  const same = JSON.stringify(parse(text, { version: '1.1' })) === JSON.stringify(parse(text, { version: '1.2' }));
  return same ? [] : ['YAML 1.1 reads the file in another way than YAML 1.2 does: put on, off, yes and no into quotes'];
}

/** A column that names no field would stay empty for ever. */
function lintColumn(jsonPath: string, schema: Schema): string[] {
  if (jsonPath.startsWith('.metadata.')) return [];
  const steps = jsonPath.replace(/\[[^\]]*\]/g, '[]').split('.').slice(1);
  let node: Schema | undefined = schema;
  for (const step of steps) {
    node = node?.properties?.[step.replace('[]', '')];
    if (step.endsWith('[]')) node = node?.items;
  }
  return node === undefined ? [`the printer column ${jsonPath} names no field of the schema`] : [];
}

/** What a node is to its parent. Items of a list and values of a map have no name, so explain does not show them. */
type Role = 'required' | 'optional' | 'no field';

function lintNode(path: string, schema: Schema, role: Role): string[] {
  const problems = lintPart(path, schema, role);
  for (const [name, property] of Object.entries(schema.properties ?? {})) problems.push(...lintNode(`${path}.${name}`, property, schema.required?.includes(name) === true ? 'required' : 'optional'));
  if (schema.items !== undefined) problems.push(...lintNode(`${path}[]`, schema.items, 'no field'));
  if (typeof schema.additionalProperties === 'object') problems.push(...lintNode(`${path}.*`, schema.additionalProperties, 'no field'));
  return problems;
}

function lintPart(path: string, schema: Schema, role: Role): string[] {
  const isInput = path.startsWith('.spec');
  const problems = [...structure(schema), ...bounds(schema, isInput), ...rules(schema)];
  if (role !== 'no field') problems.push(...lintDescription(schema, isInput && role === 'optional'));
  return problems.map((problem) => `${path === '' ? '(root)' : path}: ${problem}`);
}

const types = ['object', 'array', 'string', 'integer', 'number', 'boolean'];

/** Any JSON value, such as one of several to choose among. */
function isAnything(schema: Schema): boolean {
  return schema.type === undefined && schema['x-kubernetes-preserve-unknown-fields'] === true;
}

function structure(schema: Schema): string[] {
  const problems: string[] = [];
  const intOrString = schema['x-kubernetes-int-or-string'] === true;
  if ((intOrString || isAnything(schema)) !== (schema.type === undefined)) problems.push('type is missing, or stands beside x-kubernetes-int-or-string');
  if (schema.type !== undefined && !types.includes(schema.type)) problems.push(`type ${schema.type} is none of ${types.join(', ')}`);
  if (schema.anyOf !== undefined && !intOrString) problems.push('anyOf is only for x-kubernetes-int-or-string here');
  for (const keyword of Object.keys(schema)) if (!keywords.has(keyword)) problems.push(`${keyword} is no keyword of a structural schema that Trainyard uses`);
  const shapes = [schema.properties, schema.additionalProperties, schema.items].filter((shape) => shape !== undefined);
  if (shapes.length > 1) problems.push('only one of properties, additionalProperties and items may stand in one node');
  for (const name of schema.required ?? []) if (schema.properties?.[name] === undefined) problems.push(`required names ${name}, which is no property`);
  for (const key of schema['x-kubernetes-list-map-keys'] ?? []) {
    const keyed = schema.items?.required?.includes(key) === true || schema.items?.properties?.[key]?.default !== undefined;
    if (!keyed) problems.push(`the list-map key ${key} must be required or have a default`);
  }
  return problems;
}

function bounds(schema: Schema, isInput: boolean): string[] {
  const problems: string[] = [];
  const bounded = schema.enum !== undefined || schema.format === 'date-time';
  const isText = schema.type === 'string' || schema['x-kubernetes-int-or-string'] === true;
  if (isText && !bounded && schema.maxLength === undefined) problems.push('a string needs maxLength, enum or the format date-time');
  if (schema.type === 'array' && schema.maxItems === undefined) problems.push('a list needs maxItems');
  if (schema.type === 'array' && schema['x-kubernetes-list-type'] === undefined) problems.push('a list needs x-kubernetes-list-type');
  const isMap = schema.additionalProperties !== undefined || (schema['x-kubernetes-preserve-unknown-fields'] === true && !isAnything(schema));
  if (isMap && schema.maxProperties === undefined) problems.push('a map needs maxProperties');
  if (schema.type === 'integer' && schema.format === undefined) problems.push('an integer needs the format int32 or int64');
  // Kubernetes 1.34 lets any 64-bit integer through the format int32.
  if (isInput && schema.format === 'int32' && (schema.minimum === undefined || schema.maximum === undefined)) problems.push('an integer that users write needs minimum and maximum');
  // For a value without a fraction the server cuts the bound off to an integer: 0 passes `minimum: 0.05`
  // (kube-openapi, pkg/validation/validate/values.go, MinimumNativeType).
  const fractional = schema.minimum !== undefined && !Number.isInteger(schema.minimum);
  if (fractional && schema['x-kubernetes-validations'] === undefined) problems.push('a minimum with a fraction needs a rule too, because 0 would pass it');
  return problems;
}

function rules(schema: Schema): string[] {
  return (schema['x-kubernetes-validations'] ?? [])
    .filter((rule) => rule.message === undefined)
    .map((rule) => `the rule ${rule.rule} has no message`);
}

const keywords = new Set([
  'type', 'description', 'properties', 'additionalProperties', 'items', 'required', 'enum', 'default', 'format', 'pattern',
  'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties',
  'maxProperties', 'anyOf', 'x-kubernetes-int-or-string', 'x-kubernetes-preserve-unknown-fields', 'x-kubernetes-list-type',
  'x-kubernetes-list-map-keys', 'x-kubernetes-validations',
]);
