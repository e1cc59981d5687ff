// How the generators see a CRD: parsed once from crds/*.yaml, which is the source of truth.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url));

/** A node of a structural schema (KEP-2335): the subset of OpenAPI v3 that a CRD may hold. */
export interface Schema {
  type?: string;
  description?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  required?: string[];
  enum?: unknown[];
  default?: unknown;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: boolean;
  exclusiveMaximum?: boolean;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minProperties?: number;
  maxProperties?: number;
  anyOf?: Schema[];
  'x-kubernetes-int-or-string'?: boolean;
  'x-kubernetes-preserve-unknown-fields'?: boolean;
  'x-kubernetes-list-type'?: 'atomic' | 'set' | 'map';
  'x-kubernetes-list-map-keys'?: string[];
  'x-kubernetes-validations'?: ValidationRule[];
}

export interface ValidationRule {
  rule: string;
  message?: string;
}

export interface CrdVersion {
  name: string;
  served: boolean;
  storage: boolean;
  subresources?: { status?: object; scale?: object };
  additionalPrinterColumns?: { name: string; type: string; jsonPath: string; priority?: number }[];
  schema: { openAPIV3Schema: Schema };
}

export interface Crd {
  apiVersion: string;
  kind: string;
  metadata: { name: string };
  spec: {
    group: string;
    scope: 'Namespaced' | 'Cluster';
    names: { kind: string; listKind: string; plural: string; singular: string; shortNames?: string[]; categories?: string[] };
    versions: CrdVersion[];
  };
}

/** One CRD file: `file` is its name inside crds/, `slug` the kind in kebab-case, as in controllers/<slug>. */
export interface CrdFile {
  readonly file: string;
  readonly slug: string;
  readonly kind: string;
  readonly text: string;
  readonly crd: Crd;
}

/** In the order of a model's life, which is the order of the reference pages too. */
const crdFiles = ['trainingruns.yaml', 'experiments.yaml', 'modelversions.yaml', 'modeldeployments.yaml'] as const;

/** `override` replaces the text of a file, so that one run can build on what an earlier generator made. */
export function loadCrds(override: ReadonlyMap<string, string> = new Map()): CrdFile[] {
  return crdFiles.map((file) => {
    const path = `crds/${file}`;
    const text = override.get(path) ?? readFileSync(join(repositoryRoot, path), 'utf8');
    // JSON round trip: YAML aliases would otherwise share one object, and a transform of one place would change the other.
    const crd = JSON.parse(JSON.stringify(parse(text))) as Crd;
    return { file, slug: kebabCase(crd.spec.names.kind), kind: crd.spec.names.kind, text, crd };
  });
}

export function storageVersion(crd: Crd): CrdVersion {
  const version = crd.spec.versions.find((candidate) => candidate.storage);
  if (version === undefined) throw new Error(`${crd.metadata.name}: no storage version`);
  return version;
}

/** The schema of `spec` or `status`. */
export function partSchema(crd: Crd, part: 'spec' | 'status'): Schema {
  const schema = storageVersion(crd).schema.openAPIV3Schema.properties?.[part];
  if (schema === undefined) throw new Error(`${crd.metadata.name}: the schema has no ${part}`);
  return schema;
}

/** `TrainingRun` → `training-run`. */
export function kebabCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

/** `sageMaker` → `SageMaker`. */
export function pascalCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `TrainingRun` → `trainingRun`. */
export function camelCase(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
