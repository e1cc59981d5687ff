// crds/generated/fields.ts: the names that a manifest may use. The validators do not say: the API server drops the others in silence.
import { partSchema, type CrdFile, type Schema } from './crd.ts';
import { generatedHeader } from './types.ts';

export function fieldsModule(files: readonly CrdFile[]): string {
  const tables = files.map((file) => `    ${file.kind}: [\n${pathsOf(partSchema(file.crd, 'spec'), 'spec').map((path) => `        ${JSON.stringify(path)},\n`).join('')}    ],\n`);
  return `${generatedHeader('crds/*.yaml')}
/** By kind. \`spec.gates[].metric\` is a field of every entry of a list, \`spec.labels{}\` any name in a map, \`spec.algorithm.parameters*\` holds anything. */
export const fields: Readonly<Record<string, readonly string[]>> = {
${tables.join('')}};
`;
}

function pathsOf(schema: Schema, path: string): string[] {
  if (schema['x-kubernetes-preserve-unknown-fields'] === true) return [path, `${path}*`];
  return [
    path,
    ...(schema.items === undefined ? [] : pathsOf(schema.items, `${path}[]`)),
    ...(typeof schema.additionalProperties === 'object' ? pathsOf(schema.additionalProperties, `${path}{}`) : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) => pathsOf(one, `${path}.${name}`)),
  ];
}
