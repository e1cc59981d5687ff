import { recordFromManifest } from '../../controllers/model-version/record-from-manifest.ts';
import type { Manifest } from '../../crds/generated/manifest.ts';
import type { ModelVersion } from '../../crds/generated/model-version.ts';

/** What came of reading one object. */
export type Reading = { readonly sha256: string; readonly sizeBytes: number } | { readonly unread: string };

export interface Readings {
  readonly data: Reading;
  /** Without `manifest` when the bytes are none. */
  readonly manifest: Reading & { readonly manifest?: Manifest; readonly invalid?: string };
  readonly artifact: Reading;
}

export type Result = 'equal' | 'different' | 'unread';

export interface Check {
  readonly what: 'data' | 'manifest' | 'record' | 'artifact';
  readonly where: string;
  readonly result: Result;
  /** What was compared, or the first difference, or why there is nothing to compare. */
  readonly text: string;
}

/** Every comparison there is, in the order in which a model comes about: the first that differs is the first cause. */
export function compare(version: ModelVersion, readings: Readings): readonly Check[] {
  const { spec, status } = version;
  const { manifest } = readings.manifest;
  return [
    { what: 'data', where: status?.lineage?.data?.uri ?? '', ...dataCheck(version, readings.data) },
    { what: 'manifest', where: spec.manifest.uri, ...(contradiction(version, readings.manifest) ?? bytesCheck(readings.manifest, { sha256: spec.manifest.sha256 }, 'spec.manifest')) },
    { what: 'record', where: `status of ${version.metadata.name}`, ...(manifest === undefined ? { result: 'unread', text: 'the manifest that it is from could not be read' } : recordCheck(version, manifest)) },
    { what: 'artifact', where: spec.artifact.uri, ...bytesCheck(readings.artifact, spec.artifact, 'spec.artifact') },
  ];
}

export function verdictOf(checks: readonly Check[]): Result {
  if (checks.some(({ result }) => result === 'different')) return 'different';
  return checks.some(({ result }) => result === 'unread') ? 'unread' : 'equal';
}

type Compared = Pick<Check, 'result' | 'text'>;

function bytesCheck(reading: Reading, expected: { readonly sha256: string; readonly sizeBytes?: number }, field: string): Compared {
  if ('unread' in reading) return { result: 'unread', text: reading.unread };
  const { sha256, sizeBytes } = reading;
  if (expected.sizeBytes !== undefined && sizeBytes !== expected.sizeBytes) return { result: 'different', text: `it has ${sizeBytes} bytes, and ${field}.sizeBytes is ${expected.sizeBytes}` };
  if (sha256 !== expected.sha256) return { result: 'different', text: `it has sha256 ${sha256}, and ${field}.sha256 is ${expected.sha256}` };
  return { result: 'equal', text: `sha256 ${sha256.slice(0, 12)}, ${sizeBytes} bytes` };
}

function dataCheck({ status }: ModelVersion, reading: Reading): Compared {
  const sha256 = status?.lineage?.data?.sha256;
  if (sha256 === undefined) return { result: 'unread', text: 'status.lineage.data names no digest' };
  return bytesCheck(reading, { sha256 }, 'status.lineage.data');
}

/** Where the manifest says something else than spec, or nothing. */
function contradiction({ spec }: ModelVersion, { manifest, invalid }: Readings['manifest']): Compared | undefined {
  if (invalid !== undefined) return { result: 'different', text: invalid };
  if (manifest === undefined) return undefined;
  const { artifact } = manifest;
  const said: readonly (readonly [name: string, found: unknown, field: string, expected: unknown])[] = [
    ['model', manifest.model, 'spec.model', spec.model],
    ['artifact.sha256', artifact.sha256, 'spec.artifact.sha256', spec.artifact.sha256],
    ['artifact.sizeBytes', artifact.sizeBytes, 'spec.artifact.sizeBytes', spec.artifact.sizeBytes],
    ['artifact.format', artifact.format, 'spec.artifact.format', spec.artifact.format],
  ];
  const first = said.find(([, found, , expected]) => found !== expected);
  return first === undefined ? undefined : { result: 'different', text: `its ${first[0]} is ${String(first[1])}, and ${first[2]} is ${String(first[3])}` };
}

/** What the operator would write into status from this manifest, beside what stands there. */
function recordCheck(version: ModelVersion, manifest: Manifest): Compared {
  const { status = {} } = version;
  const found = recordFromManifest(version, manifest);
  // The lineage first: it is what other fields come from.
  const names: readonly (keyof typeof found)[] = ['lineage', ...(Object.keys(found) as (keyof typeof found)[]).filter((name) => name !== 'lineage')];
  const recorded = names.filter((name) => status[name] !== undefined);
  for (const name of recorded) {
    const difference = firstDifference(status[name], found[name], `status.${name}`);
    if (difference !== undefined) return { result: 'different', text: difference };
  }
  if (status.lineage === undefined) return { result: 'unread', text: 'status.lineage is empty: the operator has not verified this version yet' };
  const count = recorded.reduce((sum, name) => sum + leaves(status[name]), 0);
  return { result: 'equal', text: `${count} values are as in the manifest` };
}

/** The first value on record that is another one, by its path. What is not on record is not asked for. */
export function firstDifference(recorded: unknown, found: unknown, path: string): string | undefined {
  if (recorded === null || typeof recorded !== 'object' || found === null || typeof found !== 'object') return same(recorded, found) ? undefined : `${path} is ${shown(recorded)}, and the manifest says ${shown(found)}`;
  if (Array.isArray(recorded) !== Array.isArray(found)) return `${path} is ${shown(recorded)}, and the manifest says ${shown(found)}`;
  if (Array.isArray(recorded) && Array.isArray(found) && recorded.length !== found.length) return `${path} has ${recorded.length} entries, and the manifest says ${found.length}`;
  for (const [name, value] of Object.entries(recorded)) {
    const difference = firstDifference(value, (found as Record<string, unknown>)[name], Array.isArray(recorded) ? `${path}[${name}]` : `${path}.${name}`);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

/** Null and nothing mean the same: an API server may leave out what is null. */
function same(recorded: unknown, found: unknown): boolean {
  return (recorded ?? undefined) === (found ?? undefined);
}

function leaves(value: unknown): number {
  return value !== null && typeof value === 'object' ? Object.values(value).reduce((sum: number, member) => sum + leaves(member), 0) : 1;
}

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
