// crds/generated/rules.ts: what a CRD demands beyond its schema, so that the operator can ask the same in reconcile.
import { partSchema, storageVersion, type CrdFile, type Schema } from './crd.ts';
import { generatedHeader } from './types.ts';

export interface Place<T> {
  /** `spec.data.rules[]`; empty for the object itself. */
  readonly at: string;
  readonly what: T;
}

export function rulesModule(files: readonly CrdFile[]): string {
  const tables = files.map((file) => {
    const rules = rulesOf(file).filter(({ what }) => !isTransition(what.rule)).map(({ at, what }) => `        ${JSON.stringify({ at, rule: what.rule, message: what.message ?? what.rule })},\n`);
    const lists = walk(partSchema(file.crd, 'spec'), 'spec', (schema) => schema['x-kubernetes-list-map-keys'] ?? []).map(({ at, what }) => `        ${JSON.stringify({ at, keys: what })},\n`);
    return `    ${file.kind}: {\n    rules: [\n${rules.join('')}    ],\n    lists: [\n${lists.join('')}    ],\n    },\n`;
  });
  return `${generatedHeader('crds/*.yaml')}
/** A CEL rule; \`at\` says where in the object: \`spec.data.rules[]\` is every entry of that list, \`\` the object itself. */
export interface Rule {
    readonly at: string;
    readonly rule: string;
    readonly message: string;
}

/** A list whose entries are told apart by the values of these keys. */
export interface KeyedList {
    readonly at: string;
    readonly keys: readonly string[];
}

/** By kind. Rules that compare with the object before a change are left out: nobody has it but the API server. */
export const demands: Readonly<Record<string, { readonly rules: readonly Rule[]; readonly lists: readonly KeyedList[] }>> = {
${tables.join('')}};
`;
}

/** Every rule of a CRD about the object and its spec. */
export function rulesOf({ crd }: CrdFile): Place<{ rule: string; message?: string }>[] {
  const { openAPIV3Schema: root } = storageVersion(crd).schema;
  const own = (root['x-kubernetes-validations'] ?? []).map((what) => ({ at: '', what }));
  const inner = walk(partSchema(crd, 'spec'), 'spec', (schema) => schema['x-kubernetes-validations'] ?? []);
  return [...own, ...inner.flatMap(({ at, what }) => what.map((one) => ({ at, what: one })))];
}

/** A rule about a change: the server runs it on updates only. */
export function isTransition(rule: string): boolean {
  return /\boldSelf\b/.test(rule);
}

/** What `read` finds at each place of a schema; places where it finds nothing are left out. */
function walk<T>(schema: Schema, at: string, read: (schema: Schema) => readonly T[]): Place<readonly T[]>[] {
  const found = read(schema);
  const properties = Object.entries(schema.properties ?? {}).flatMap(([name, child]) => walk(child, `${at}.${name}`, read));
  const items = schema.items === undefined ? [] : walk(schema.items, `${at}[]`, read);
  const { additionalProperties } = schema;
  const values = typeof additionalProperties === 'object' ? walk(additionalProperties, `${at}{}`, read) : [];
  return [...(found.length === 0 ? [] : [{ at, what: found }]), ...properties, ...items, ...values];
}
