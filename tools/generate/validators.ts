// crds/generated/validate.js and .d.ts: ajv validators compiled to plain code, so that the operator and the model
// server compile no schema at start. The operator runs them again inside reconcile: a bypassed admission cannot hurt.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { partSchema, repositoryRoot, type CrdFile } from './crd.ts';
import { toJsonSchema, type JsonSchema } from './json-schema.ts';
import { generatedHeader } from './types.ts';

const sources = 'crds/*.yaml and crds/manifest.schema.json';

export function loadManifestSchema(): JsonSchema {
  return JSON.parse(readFileSync(join(repositoryRoot, 'crds/manifest.schema.json'), 'utf8')) as JsonSchema;
}

export function validatorModule(files: readonly CrdFile[], manifest: JsonSchema): string {
  const ajv = new Ajv({ allErrors: true, useDefaults: true, allowUnionTypes: true, strictTypes: false, strictRequired: false, code: { source: true, esm: true, lines: true } });
  const exported: Record<string, string> = { validateManifest: addSchema(ajv, 'manifest', withoutProse(manifest)) };
  for (const { crd, kind } of files) exported[`validate${kind}Spec`] = addSchema(ajv, kind, toJsonSchema(partSchema(crd, 'spec')));
  return generatedHeader(sources) + withRequire(standalone.default(ajv, exported)).trimEnd() + '\n';
}

/** ajv embeds the schema that it compiled; the prose in it would only make the module longer. */
function withoutProse(schema: JsonSchema): JsonSchema {
  const prose = new Set(['$id', '$schema', 'title', 'description']);
  return JSON.parse(JSON.stringify(schema, (key, value: unknown) => (prose.has(key) && typeof value === 'string' ? undefined : value))) as JsonSchema;
}

function addSchema(ajv: Ajv, id: string, schema: JsonSchema): string {
  ajv.addSchema(schema, id);
  return id;
}

/**
 * ajv writes `require` for its runtime helpers even when asked for an ES module (ajv issue 2209). A real `require` keeps
 * that line as it is; an import would give Node and vitest different things for a CommonJS module with a default.
 */
function withRequire(code: string): string {
  return `import { createRequire } from 'node:module';\n\nconst require = createRequire(import.meta.url);\n${code.replace('"use strict";', '')}`;
}

export function validatorTypes(files: readonly CrdFile[]): string {
  const imports = files.map(({ kind, slug }) => `import type { ${kind}Spec } from './${slug}.ts';\n`);
  const validators = files.map(({ kind }) => `export const validate${kind}Spec: Validator<${kind}Spec>;\n`);
  return `${generatedHeader(sources)}import type { ErrorObject } from 'ajv';
import type { Manifest } from './manifest.ts';
${imports.join('')}
/** Fills in defaults in place. After \`false\`, \`errors\` lists everything that is wrong, until the next call. */
export interface Validator<T> {
    (data: unknown): data is T;
    errors?: ErrorObject[] | null;
}

${validators.join('')}export const validateManifest: Validator<Manifest>;
`;
}
