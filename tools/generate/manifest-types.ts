// crds/generated/manifest.ts: the types of manifest.json.
import { pascalCase } from './crd.ts';
import { itemName, type OpenApiSchema } from './hoist.ts';
import type { JsonSchema } from './json-schema.ts';
import { generatedHeader, interfaces } from './types.ts';

export async function manifestTypes(schema: JsonSchema): Promise<string> {
  const named = new Map<string, OpenApiSchema>();
  hoistObject('Manifest', schema, named);
  return `${generatedHeader('crds/manifest.schema.json')}${await interfaces(named)}`;
}

function hoistObject(name: string, schema: JsonSchema, named: Map<string, OpenApiSchema>): void {
  const entry: OpenApiSchema = { type: 'object', description: schema.description, required: schema.required };
  named.set(name, entry);
  entry.properties = Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, value]) => [key, hoistValue(name + pascalCase(key), value, named)]));
}

function hoistValue(name: string, schema: JsonSchema, named: Map<string, OpenApiSchema>): OpenApiSchema {
  const value = withoutNull(name, schema, named);
  const nullable = Array.isArray(schema.type) && schema.type.includes('null');
  return nullable ? { description: schema.description, anyOf: [value, { type: 'null' }] } : value;
}

function withoutNull(name: string, schema: JsonSchema, named: Map<string, OpenApiSchema>): OpenApiSchema {
  const { description } = schema;
  if (schema.properties !== undefined) {
    hoistObject(name, schema, named);
    return { $ref: `#/components/schemas/${name}`, description };
  }
  if (schema.items !== undefined) return { type: 'array', description, items: hoistValue(itemName(name), schema.items, named) };
  if (schema.additionalProperties !== undefined) return { type: 'object', description, additionalProperties: schema.additionalProperties };
  const types = Array.isArray(schema.type) ? schema.type.filter((type) => type !== 'null') : schema.type;
  return { type: types, description, enum: schema.enum, const: schema.const };
}
