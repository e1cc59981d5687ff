import { createHash } from 'node:crypto';

import { batchError } from '../errors.ts';
import { planDifference, planDigest, planText, type Plan } from '../plan.ts';
import type { RetryingStore } from '../store/retrying.ts';
import type { StoredObject } from '../store/store.ts';
import { decodeRecord, partName, type PartRecord } from './part-file.ts';

/** A part that lies in the output. */
export interface FinishedPart {
  readonly record: PartRecord;
  readonly sha256: string;
}

/** With an underscore, so that whoever reads the folder as one table does not take it for a part. */
const PLAN = '_plan.json';
const MANIFEST = '_manifest.json';

export type Claim =
  /** Its text: all was done before. */
  | { readonly state: 'done'; readonly manifest: string }
  /** The parts that are there, without a gap from the first on. */
  | { readonly state: 'open'; readonly parts: readonly FinishedPart[] };

/**
 * Makes the folder ours, or finds that it is and what is finished. A folder of another prediction is refused: parts of
 * two models or two inputs side by side would look like one table.
 */
export async function claimOutput(store: RetryingStore, folder: string, plan: Plan): Promise<Claim> {
  const objects = new Map((await store.list(folder)).map((object) => [object.uri.slice(folder.length), object]));
  const planObject = objects.get(PLAN);
  if (planObject === undefined) {
    const other = [...objects.keys()].find((name) => name === MANIFEST || /^part-.*\.parquet$/.test(name));
    if (other !== undefined) throw taken(folder, `it holds ${other}, and no ${PLAN} that says whose that is`);
    await store.put(folder + PLAN, new TextEncoder().encode(planText(plan)));
    return { state: 'open', parts: [] };
  }
  const difference = planDifference(parsed(await textOf(store, planObject)), plan);
  if (difference !== undefined) throw taken(folder, difference);
  const manifest = objects.get(MANIFEST);
  if (manifest !== undefined) return { state: 'done', manifest: await textOf(store, manifest) };
  return { state: 'open', parts: await finishedParts(store, folder, objects, planDigest(plan)) };
}

/** Each is read whole: its footer says what it is, and its digest belongs into the manifest. */
async function finishedParts(store: RetryingStore, folder: string, objects: ReadonlyMap<string, StoredObject>, plan: string): Promise<readonly FinishedPart[]> {
  const parts: FinishedPart[] = [];
  for (;;) {
    const name = partName(parts.length);
    const object = objects.get(name);
    if (object === undefined) return parts;
    const bytes = await store.read(object);
    const record = decodeRecord(bytes);
    if (record === undefined || record.plan !== plan || record.index !== parts.length) throw taken(folder, `its ${name} was not written by this prediction`);
    parts.push({ record, sha256: sha256(bytes) });
  }
}

export async function writePart(store: RetryingStore, folder: string, record: PartRecord, bytes: Uint8Array): Promise<FinishedPart> {
  await store.put(folder + partName(record.index), bytes);
  return { record, sha256: sha256(bytes) };
}

/** The last thing that is written: where it lies, all parts do. */
export async function writeManifest(store: RetryingStore, folder: string, plan: Plan, manifest: object): Promise<string> {
  // Two predictions that began at the same moment both found the folder empty; the later plan is the one that lies there.
  const planObject = await store.stat(folder + PLAN);
  const difference = planDifference(parsed(await textOf(store, planObject)), plan);
  if (difference !== undefined) throw taken(folder, difference);
  const uri = folder + MANIFEST;
  await store.put(uri, new TextEncoder().encode(`${JSON.stringify(manifest, undefined, 2)}\n`));
  return uri;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function textOf(store: RetryingStore, object: StoredObject): Promise<string> {
  return new TextDecoder().decode(await store.read(object));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Whatever it is, it differs from every plan.
    return text;
  }
}

function taken(folder: string, difference: string): Error {
  return batchError('OutputTaken', { uri: folder, difference });
}
