// docs/reference/api.md: every field of every kind, one table an object.
import { partSchema, storageVersion, type CrdFile, type Schema } from './crd.ts';
import { anchor, code, pageHeader, table } from './markdown.ts';

export function apiReference(files: readonly CrdFile[]): string {
  const [first] = files;
  if (first === undefined) throw new Error('there is no CRD');
  const index = files.map(({ kind, crd }) => `- [${kind}](#${anchor(kind)}): \`kubectl get ${[crd.spec.names.plural, ...(crd.spec.names.shortNames ?? [])].join('` or `kubectl get ')}\`\n`);
  return `${pageHeader('crds/*.yaml')}# API reference

Group \`${first.crd.spec.group}\`, version \`${storageVersion(first.crd).name}\`. A field in **bold** must be given. Durations are written as \`90s\`, \`5m\` or \`1h30m\`, quantities as in a pod.

${index.join('')}
${files.map(kindSection).join('\n')}`;
}

function kindSection({ crd, kind }: CrdFile): string {
  const schema = storageVersion(crd).schema.openAPIV3Schema;
  const rules = (schema['x-kubernetes-validations'] ?? []).map((rule) => `- ${sentence(rule.message)}\n`).join('');
  const columns = (storageVersion(crd).additionalPrinterColumns ?? []).filter((column) => (column.priority ?? 0) === 0).map((column) => column.name.toUpperCase());
  return `## ${kind}

${schema.description ?? ''}

\`kubectl get\` shows ${columns.map(code).join(', ')}.

${rules === '' ? '' : `${rules}\n`}${objectSections(`${kind}.spec`, partSchema(crd, 'spec'))}${objectSections(`${kind}.status`, partSchema(crd, 'status'))}`;
}

/** The object itself, then the objects inside of it, each with a table of its own. */
function objectSections(path: string, schema: Schema): string {
  const fields = Object.entries(schema.properties ?? {});
  const inner = fields
    .map(([name, field]) => ({ path: `${path}.${name}${listMark(field)}`, object: innerObject(field) }))
    .filter((entry): entry is { path: string; object: Schema } => entry.object !== undefined);
  const rules = messages(schema).map((message) => `- ${sentence(message)}\n`).join('');
  return `### ${path}

${schema.description ?? ''}

${fieldTable(path, schema)}
${rules === '' ? '' : `${rules}\n`}${inner.map(({ path: at, object }) => objectSections(at, object)).join('')}`;
}

function listMark(field: Schema): string {
  return field.items === undefined ? '' : '[]';
}

function innerObject(field: Schema): Schema | undefined {
  if (field.properties !== undefined) return field;
  return field.items?.properties === undefined ? undefined : { ...field.items, description: field.items.description ?? field.description ?? '' };
}

function fieldTable(path: string, schema: Schema): string {
  const rows = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const required = schema.required?.includes(name) === true;
    return [required ? `**\`${name}\`**` : code(name), typeOf(path, name, field), defaultOf(field), meaning(field)];
  });
  return table(['Field', 'Type', 'Default', 'Meaning'], rows);
}

function typeOf(path: string, name: string, field: Schema): string {
  if (innerObject(field) !== undefined) {
    const heading = `${path}.${name}${listMark(field)}`;
    return `[${field.items === undefined ? 'object' : 'list of objects'}](#${anchor(heading)})`;
  }
  if (field.items !== undefined) return `list of ${scalarType(field.items)}s`;
  if (typeof field.additionalProperties === 'object') return `map of ${scalarType(field.additionalProperties)}s`;
  return scalarType(field);
}

function scalarType(field: Schema): string {
  if (field['x-kubernetes-int-or-string'] === true) return 'integer or string';
  return field.format === 'date-time' ? 'time' : (field.type ?? 'any value');
}

function defaultOf(field: Schema): string {
  if (field.default === undefined || isEmptyObject(field.default)) return '';
  return code(typeof field.default === 'string' ? field.default : JSON.stringify(field.default));
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function meaning(field: Schema): string {
  const values = field.enum?.map((value) => code(String(value))).join(', ');
  // The default has a column of its own.
  const parts = [(field.description ?? '').replace(/ Default: \S.*\.$/, ''), values === undefined ? '' : `One of ${values}.`, bounds(field), immutable(field)];
  return parts.filter((part) => part !== '').join(' ');
}

function bounds(field: Schema): string {
  const unit = field.type === 'string' ? ' characters' : ' entries';
  const parts: string[] = [];
  if (field.minimum !== undefined) parts.push(field.exclusiveMinimum === true ? `more than ${String(field.minimum)}` : `at least ${String(field.minimum)}`);
  if (field.maximum !== undefined) parts.push(field.exclusiveMaximum === true ? `less than ${String(field.maximum)}` : `at most ${String(field.maximum)}`);
  const least = field.minItems ?? ((field.minLength ?? 0) > 1 ? field.minLength : undefined);
  const most = field.maxItems ?? field.maxProperties ?? (field.enum === undefined ? field.maxLength : undefined);
  if (least !== undefined) parts.push(`at least ${String(least)}${unit}`);
  if (most !== undefined) parts.push(`at most ${String(most)}${unit}`);
  if (field.items?.maxLength !== undefined && field.items.enum === undefined) parts.push(`each at most ${String(field.items.maxLength)} characters`);
  const text = parts.join(', ');
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function immutable(field: Schema): string {
  return (field['x-kubernetes-validations'] ?? []).some((rule) => rule.rule === 'self == oldSelf') ? 'Immutable.' : '';
}

/** Messages of the rules on an object, without those that the table says as "Immutable." */
function messages(schema: Schema): string[] {
  const rules = schema['x-kubernetes-validations'] ?? [];
  return rules.filter((rule) => rule.rule !== 'self == oldSelf' && !/is immutable$/.test(rule.message ?? '')).map((rule) => rule.message ?? rule.rule);
}

function sentence(text: string | undefined): string {
  const words = text ?? '';
  return words.endsWith('.') ? words : `${words}.`;
}
