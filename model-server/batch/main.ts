// Batch prediction: the model server's image with another command. Wiring only.
import { setTimeout as sleep } from 'node:timers/promises';

import { pino } from 'pino';

import { readTerminationLog } from '../config.ts';
import { LoadError, RequestError } from '../errors.ts';
import { sources } from '../model/fetch.ts';
import type { LoadDeps } from '../model/load.ts';
import { direct } from '../execution/direct.ts';
import { openSession } from '../model/session.ts';
import { runBatch } from './batch.ts';
import { readBatchConfig, type BatchConfig } from './config.ts';
import { batchError, BatchError, batchErrors } from './errors.ts';
import { writeLastWords } from './last-words.ts';
import { createRetryingStore } from './store/retrying.ts';
import { createStores } from './store/stores.ts';

const log = pino({ base: { component: 'batch-prediction' } });
const asked = new AbortController();
process.once('SIGTERM', () => asked.abort());
process.once('SIGINT', () => asked.abort());

process.exitCode = await main();
process.exit();

async function main(): Promise<number> {
  const terminationLog = readTerminationLog();
  try {
    const config = readBatchConfig();
    log.level = config.logLevel;
    const { rows, skipped, parts, manifestUri } = await runBatch(wire(config));
    log.info({ rows, skipped, parts, manifest: manifestUri }, 'done');
    await writeLastWords(terminationLog, { done: { rows, skipped, parts, manifest: manifestUri } }, log);
    return 0;
  } catch (thrown) {
    const { reason, message, exitCode } = asEnding(thrown);
    log.fatal({ reason, err: thrown }, message);
    await writeLastWords(terminationLog, { error: { reason, message } }, log);
    return exitCode;
  }
}

function wire(config: BatchConfig): Parameters<typeof runBatch>[0] {
  const now = (): number => performance.now();
  const { signal } = asked;
  const pause = (millis: number, during: AbortSignal): Promise<unknown> => sleep(millis, undefined, { signal: during });
  const store = createRetryingStore(createStores(config.s3), {
    sleep: pause, random: Math.random, signal,
    onRetry: (uri, attempt, cause) => log.warn({ uri, attempt, cause }, 'the store could not be reached; trying again'),
  });
  const load: LoadDeps = { fetch: { open: sources(config.s3), sleep: pause, random: Math.random }, openSession, threads: { intraOp: config.threads }, arrange: direct, now, log };
  return { config, store, load, now, log, signal };
}

/** Errors of the catalogues end it as they say; any other one is a fault of this program, and is thrown on. */
function asEnding(thrown: unknown): { readonly reason: string; readonly message: string; readonly exitCode: number } {
  if (thrown instanceof BatchError || thrown instanceof LoadError) return thrown;
  // Whatever was cut off by the signal throws in its own words.
  if (asked.signal.aborted) return batchError('Interrupted', {});
  // The graph failed on rows together, and on none of them alone.
  if (thrown instanceof RequestError) return { reason: thrown.name, message: thrown.message, exitCode: batchErrors.RowRefused.exitCode };
  throw thrown;
}
