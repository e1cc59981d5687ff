// Gives every nested object of a schema a name of its own, so that code can say `TrainingRunSpecGate` instead of
// `NonNullable<TrainingRunSpec['gates']>[number]`.
import { pascalCase, type Schema } from './crd.ts';

/** JSON Schema as openapi-typescript reads it. */
export type OpenApiSchema = Record<string, unknown>;

/**
 * `read`: as the server returns an object, so a field with a default is always there.
 * `write`: as a user sends it, so a field with a default may be left out.
 */
export type Direction = 'read' | 'write';

export function hoist(root: string, schema: Schema, direction: Direction): Map<string, OpenApiSchema> {
  const named = new Map<string, OpenApiSchema>();
  hoistObject(root, schema, direction, named);
  return named;
}

function hoistObject(name: string, schema: Schema, direction: Direction, named: Map<string, OpenApiSchema>): void {
  const properties = schema.properties ?? {};
  const entry: OpenApiSchema = { type: 'object', description: schema.description };
  const typeName = suffixed(name, direction);
  if (named.has(typeName)) throw new Error(`two objects would get the name ${typeName}`);
  named.set(typeName, entry);
  entry.properties = Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key, hoistValue(name + pascalCase(key), value, direction, named)]),
  );
  entry.required = Object.keys(properties).filter((key) => {
    const defaulted = properties[key]?.default !== undefined && direction === 'read';
    return defaulted || schema.required?.includes(key) === true;
  });
}

function hoistValue(name: string, schema: Schema, direction: Direction, named: Map<string, OpenApiSchema>): OpenApiSchema {
  const { description } = schema;
  if (schema['x-kubernetes-int-or-string'] === true) return { description, anyOf: [{ type: 'number' }, { type: 'string' }], default: schema.default };
  if (schema['x-kubernetes-preserve-unknown-fields'] === true) return schema.type === undefined ? { description } : { type: 'object', description, additionalProperties: true };
  if (schema.properties !== undefined) {
    hoistObject(name, schema, direction, named);
    return { $ref: `#/components/schemas/${suffixed(name, direction)}`, description };
  }
  if (schema.items !== undefined) return { type: 'array', description, items: hoistValue(itemName(name), schema.items, direction, named) };
  if (typeof schema.additionalProperties === 'object') {
    return { type: 'object', description, additionalProperties: hoistValue(`${name}Value`, schema.additionalProperties, direction, named) };
  }
  return { type: schema.type, description, enum: schema.enum, default: schema.default, format: schema.format };
}

function suffixed(name: string, direction: Direction): string {
  return direction === 'write' ? `${name}Input` : name;
}

/** `…Gates` → `…Gate`, `…Evidence` → `…EvidenceEntry`. */
export function itemName(name: string): string {
  return name.endsWith('s') ? name.slice(0, -1) : `${name}Entry`;
}
