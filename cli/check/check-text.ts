import { parseAllDocuments } from 'yaml';
import { specCheck } from '../../controllers/shared/spec-violations.ts';
import { fields } from '../../crds/generated/fields.ts';
import { unknownFields } from './unknown-fields.ts';

export interface Finding {
  readonly file: string;
  /** `ModelDeployment/tumour`, or where the text is no object the line. */
  readonly object: string;
  readonly problem: string;
}

export interface Checked {
  /** Objects of Trainyard that were looked at. */
  readonly objects: number;
  readonly findings: readonly Finding[];
}

interface Manifest {
  readonly apiVersion?: unknown;
  readonly kind?: unknown;
  readonly metadata?: { readonly name?: unknown } | null;
  readonly spec?: unknown;
}

const group = 'trainyard.dev/';
const version = `${group}v1alpha1`;

/** What an API server would have against the manifests of a YAML text, without one. Objects of others are passed over. */
export function checkText(file: string, text: string): Checked {
  const ask = specCheck();
  const findings: Finding[] = [];
  let objects = 0;
  // As kubectl, Helm and Argo CD read it: YAML 1.1, where an unquoted Off is a boolean.
  for (const document of parseAllDocuments(text, { version: '1.1' })) {
    for (const { message, linePos } of document.errors) findings.push({ file, object: `line ${linePos?.[0].line ?? '?'}`, problem: message.split('\n')[0] ?? '' });
    const object = document.errors.length > 0 ? undefined : (document.toJS() as Manifest | null);
    if (object === null || object === undefined || typeof object.apiVersion !== 'string' || !object.apiVersion.startsWith(group)) continue;
    objects += 1;
    const name = typeof object.metadata?.name === 'string' ? object.metadata.name : '';
    const problems = problemsOf(ask, object, name);
    findings.push(...problems.map((problem) => ({ file, object: `${String(object.kind)}/${name}`, problem })));
  }
  return { objects, findings };
}

function problemsOf(ask: ReturnType<typeof specCheck>, { apiVersion, kind, metadata, spec }: Manifest, name: string): string[] {
  if (apiVersion !== version) return [`apiVersion: there is only ${version}`];
  if (typeof kind !== 'string' || fields[kind] === undefined) return [`kind: there are ${Object.keys(fields).sort().join(', ')}`];
  if (spec === undefined || spec === null) return ['spec: Required value'];
  const named = name === '' ? ['metadata.name: Required value'] : /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(name) ? [] : [`metadata.name: "${name}" must consist of lower case letters, digits, - and .`];
  return [...named, ...unknownFields(kind, spec), ...ask({ apiVersion, kind, metadata: { ...metadata, name }, spec })];
}
