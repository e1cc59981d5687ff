import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import type { BatchConfig } from '../batch/config.ts';
import { runBatch } from '../batch/batch.ts';
import type { Totals } from '../batch/predict.ts';
import { createRetryingStore, type RetryingStore } from '../batch/store/retrying.ts';
import type { Store } from '../batch/store/store.ts';
import { createStores } from '../batch/store/stores.ts';
import { readPart } from './read-part.ts';
import { loadDeps, silent } from './serve.ts';

export type Row = Readonly<Record<string, unknown>>;

export function retrying(store: Store = createStores({ region: 'us-east-1' }), signal: AbortSignal = new AbortController().signal): RetryingStore {
  return createRetryingStore(store, { sleep: (millis) => sleep(millis / 1_000), random: () => 0, onRetry: () => undefined, signal });
}

/** A batch prediction as main.ts runs it, in this process. */
export function predictBatch(config: Pick<BatchConfig, 'model' | 'inputUri' | 'outputUri'> & Partial<BatchConfig>, store: RetryingStore = retrying(), signal: AbortSignal = new AbortController().signal): Promise<Totals> {
  const whole: BatchConfig = { keep: [], onBadRow: 'fail', rowsPerPart: 100_000, threads: 1, s3: { region: 'us-east-1' }, terminationLog: '/dev/null', logLevel: 'silent', ...config };
  return runBatch({ config: whole, store, load: loadDeps, now: () => performance.now(), log: silent, signal });
}

/** The parts in a folder, by name. */
export async function readParts(folderUri: string): Promise<ReadonlyMap<string, Buffer>> {
  const folder = fileURLToPath(folderUri);
  const names = (await readdir(folder)).filter((name) => name.startsWith('part-')).sort();
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(folder + name)] as const)));
}

/** All predictions of a folder, in order, read back from Parquet. */
export async function readPredictions(folderUri: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const bytes of (await readParts(folderUri)).values()) rows.push(...(await readPart(bytes)));
  return rows;
}

export async function readJson(uri: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(fileURLToPath(uri), 'utf8')) as Record<string, unknown>;
}
