// The part of JSON Schema draft-07 that crds/manifest.schema.json uses, and the way from a structural schema to it.
import type { Schema } from './crd.ts';

export interface JsonSchema {
  $schema?: string;
  $id?: string;
  title?: string;
  type?: string | string[];
  description?: string;
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  required?: string[];
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  if?: JsonSchema;
  then?: JsonSchema;
  else?: JsonSchema;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minProperties?: number;
  maxProperties?: number;
  uniqueItems?: boolean;
}

/**
 * The same verdicts in draft-07. CEL rules, pruning and the uniqueness of list-map keys stay with the server:
 * draft-07 has no words for them.
 */
export function toJsonSchema(schema: Schema): JsonSchema {
  const result: JsonSchema = { ...plainKeywords(schema), ...numberBounds(schema) };
  if (schema.properties !== undefined) result.properties = mapValues(schema.properties, toJsonSchema);
  if (typeof schema.additionalProperties === 'object') result.additionalProperties = toJsonSchema(schema.additionalProperties);
  if (schema.items !== undefined) result.items = toJsonSchema(schema.items);
  if (schema.anyOf !== undefined) result.anyOf = schema.anyOf.map(toJsonSchema);
  if (schema['x-kubernetes-list-type'] === 'set') result.uniqueItems = true;
  return result;
}

const sharedKeywords = ['type', 'enum', 'default', 'required', 'pattern', 'minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'] as const;

function plainKeywords(schema: Schema): JsonSchema {
  return Object.fromEntries(sharedKeywords.filter((keyword) => schema[keyword] !== undefined).map((keyword) => [keyword, schema[keyword]]));
}

/** OpenAPI 3.0 has boolean exclusive bounds, draft-07 numeric ones. */
function numberBounds(schema: Schema): JsonSchema {
  const { minimum, maximum } = schema;
  const bounds: JsonSchema = {};
  if (minimum !== undefined) bounds[schema.exclusiveMinimum === true ? 'exclusiveMinimum' : 'minimum'] = minimum;
  if (maximum !== undefined) bounds[schema.exclusiveMaximum === true ? 'exclusiveMaximum' : 'maximum'] = maximum;
  return bounds;
}

function mapValues<From, To>(record: Record<string, From>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
