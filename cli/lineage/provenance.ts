import { createHash } from 'node:crypto';
import type { Manifest } from '../../crds/generated/manifest.ts';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import type { TrainingRun } from '../../crds/generated/training-run.ts';

/** All that is known of where a version came from. */
export interface Provenance {
  readonly version: ModelVersion;
  /** Undefined where it could not be read: then there is less to tell of the data. */
  readonly manifest: Manifest | undefined;
  /** Undefined where it is gone, or was never in this cluster. */
  readonly run: TrainingRun | undefined;
  /** Version of this program. */
  readonly program: string;
}

export type Lineage = NonNullable<NonNullable<ModelVersion['status']>['lineage']>;

export function lineageOf({ version }: Provenance): Lineage {
  return version.status?.lineage ?? {};
}

export interface Column {
  readonly name: string;
  readonly type: string;
}

/** Columns of the table; without the manifest those that the model reads. */
export function columnsOf({ manifest, version }: Provenance): readonly Column[] {
  const table = manifest?.data.quality ?? [];
  if (table.length > 0) return table.map(({ column, type }) => ({ name: column, type }));
  return (version.status?.signature?.inputs ?? []).map(({ name, datatype }) => ({ name, type: datatype }));
}

/** When the training began and ended, as RFC 3339; the run knows best, then its manifest, then the version. */
export function timesOf({ version, manifest, run }: Provenance): { readonly start: string; readonly end: string } {
  const stages = manifest?.stages ?? [];
  const known = version.status?.verifiedAt ?? version.metadata.creationTimestamp ?? '1970-01-01T00:00:00Z';
  const end = run?.status?.completionTime ?? stages.at(-1)?.endTime ?? known;
  const start = run?.status?.startTime ?? stages[0]?.startTime ?? end;
  return { start, end };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The UID of the run; of a version from elsewhere a name-based one, so that it is the same every time. */
export function runIdOf({ version }: Provenance): string {
  const uid = version.spec.trainingRunRef?.uid ?? '';
  return uuid.test(uid) ? uid.toLowerCase() : uuidOf(version.spec.manifest.sha256);
}

/** UUID version 8 (RFC 9562): ours to fill, here by a digest. */
export function uuidOf(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** What is known of a value, and nothing of what is not. */
export function known<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], null | undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null && member !== undefined)) as { [K in keyof T]?: Exclude<T[K], null | undefined> };
}
