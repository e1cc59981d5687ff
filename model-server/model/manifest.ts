import { isDatatype, show, type Datatype } from '../protocol/datatypes.ts';
import { parseBaseline, type FeatureBaseline } from './baseline.ts';

export interface TensorSpec {
  readonly name: string;
  readonly datatype: Datatype;
  /** -1 stands for any length; a leading -1 is the number of rows. */
  readonly shape: readonly number[];
}

export type Task = 'BinaryClassification' | 'MulticlassClassification' | 'Regression';
export type Label = string | number | boolean;

/** The part of manifest.json (schemaVersion 1) that serving needs; the trainer writes it, the operator verifies it. */
export interface Manifest {
  /** Absent: a model of plain tensors, without `POST /predict`. */
  readonly task?: Task;
  readonly inputs: readonly TensorSpec[];
  readonly outputs: readonly TensorSpec[];
  /** Class names, in the order of the columns of output "probabilities". */
  readonly labels: readonly Label[];
  /** The digest of the artifact that the manifest was written for. */
  readonly artifactSha256?: string;
  /** How the training rows were spread, feature by feature. */
  readonly baseline?: readonly FeatureBaseline[];
}

const TASKS: readonly string[] = ['BinaryClassification', 'MulticlassClassification', 'Regression'];

/** Reads manifest.json; throws an Error that names the offending field. */
export function parseManifest(bytes: Uint8Array): Manifest {
  const root = object(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), 'the manifest');
  if (root['schemaVersion'] !== undefined && root['schemaVersion'] !== 1) {
    throw new Error(`"schemaVersion" is ${show(root['schemaVersion'])}; this server reads version 1`);
  }
  const task = root['task'];
  if (task !== undefined && !(typeof task === 'string' && TASKS.includes(task))) {
    throw new Error(`"task" is ${show(task)}, expected one of ${TASKS.join(', ')}`);
  }
  const signature = object(root['signature'], '"signature"');
  const manifest: Manifest = {
    ...(task === undefined ? {} : { task: task as Task }),
    inputs: tensors(signature['inputs'], 'signature.inputs'),
    outputs: tensors(signature['outputs'], 'signature.outputs'),
    labels: labels(signature['labels']),
    ...artifactDigest(root['artifact']),
    ...baselineOf(root['baseline']),
  };
  checkTask(manifest);
  return manifest;
}

function tensors(value: unknown, field: string): TensorSpec[] {
  if (!Array.isArray(value) || value.length === 0) throw new Error(`"${field}" must be an array of at least one tensor`);
  const specs = value.map((entry, i) => tensor(entry, `${field}[${i}]`));
  const twice = specs.find((spec, i) => specs.findIndex((other) => other.name === spec.name) !== i);
  if (twice) throw new Error(`"${field}" names "${twice.name}" twice`);
  return specs;
}

function tensor(value: unknown, field: string): TensorSpec {
  const { name, datatype, shape } = object(value, `"${field}"`);
  // Feeds are plain objects keyed by tensor name: "__proto__" would set the prototype instead.
  if (typeof name !== 'string' || name === '' || name === '__proto__') throw new Error(`"${field}.name" is ${show(name)}, expected a name`);
  if (!isDatatype(datatype)) throw new Error(`"${field}.datatype" is ${show(datatype)}, expected a V2 datatype`);
  if (!Array.isArray(shape) || !shape.every((dim) => Number.isSafeInteger(dim) && dim >= -1)) {
    throw new Error(`"${field}.shape" must be an array of whole numbers, -1 where any length will do`);
  }
  return { name, datatype, shape };
}

function labels(value: unknown): Label[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || !value.every(isLabel)) throw new Error('"signature.labels" must be an array of texts, numbers or booleans');
  return value;
}

function isLabel(value: unknown): value is Label {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function artifactDigest(value: unknown): { artifactSha256?: string } {
  if (value === undefined) return {};
  const sha256 = object(value, '"artifact"')['sha256'];
  if (sha256 === undefined) return {};
  if (typeof sha256 !== 'string') throw new Error(`"artifact.sha256" is ${show(sha256)}, expected a text`);
  return { artifactSha256: sha256.replace(/^sha256:/, '').toLowerCase() };
}

function baselineOf(value: unknown): { baseline?: readonly FeatureBaseline[] } {
  const baseline = parseBaseline(value);
  return baseline.length === 0 ? {} : { baseline };
}

function checkTask(manifest: Manifest): void {
  if (manifest.task === undefined) return;
  if (manifest.task === 'Regression') {
    requireOutput(manifest, 'prediction');
    return;
  }
  requireOutput(manifest, 'label');
  const classes = requireOutput(manifest, 'probabilities').shape.at(-1);
  if (manifest.labels.length < 2) throw new Error(`"signature.labels" must name the classes of a ${manifest.task}`);
  if (classes !== manifest.labels.length && classes !== -1) {
    throw new Error(`"signature.labels" has ${manifest.labels.length} labels, but output "probabilities" has ${classes} columns`);
  }
}

function requireOutput(manifest: Manifest, name: string): TensorSpec {
  const output = manifest.outputs.find((spec) => spec.name === name);
  if (!output) throw new Error(`"signature.outputs" has no "${name}", which a ${manifest.task} needs`);
  return output;
}

function object(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${what} must be an object`);
  return value as Record<string, unknown>;
}
