/** A JSON Schema (2020-12, the dialect of OpenAPI 3.1), or any other object of the document. */
export type Schema = Readonly<Record<string, unknown>>;

/** An object of exactly these members, or with these among others. */
export function objectOf(properties: Schema, options: { readonly optional?: readonly string[]; readonly open?: boolean } = {}): Schema {
  const required = Object.keys(properties).filter((name) => options.optional?.includes(name) !== true);
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}), ...(options.open === true ? {} : { additionalProperties: false }) };
}

export function arrayOf(items: Schema, bounds: { readonly min?: number; readonly max?: number } = {}): Schema {
  return {
    type: 'array',
    items,
    ...(bounds.min === undefined ? {} : { minItems: bounds.min }),
    ...(bounds.max === undefined ? {} : { maxItems: bounds.max }),
  };
}

export function ref(kind: 'schemas' | 'responses' | 'headers' | 'parameters', name: string): Schema {
  return { $ref: `#/components/${kind}/${name}` };
}
