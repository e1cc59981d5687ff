import type { Logger } from 'pino';

import { createMetrics } from '../metrics.ts';
import { loadModel, type LoadDeps } from '../model/load.ts';
import { createModel, loadedOrThrow, type Model } from '../model/model.ts';
import type { BatchConfig } from './config.ts';
import { batchError } from './errors.ts';
import { findObjects } from './input/find-objects.ts';
import { claimOutput } from './output/output-folder.ts';
import { compilePredictionColumns } from './output/prediction-columns.ts';
import { planOf } from './plan.ts';
import { predict, type Totals } from './predict.ts';
import { createProgress } from './progress.ts';
import type { RunDeps } from './run-block.ts';
import type { RetryingStore } from './store/retrying.ts';

export interface BatchDeps {
  readonly config: BatchConfig;
  readonly store: RetryingStore;
  readonly load: LoadDeps;
  readonly now: () => number;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** One batch prediction, from whatever is there of it to its manifest. Throws a BatchError or a LoadError. */
export async function runBatch(deps: BatchDeps): Promise<Totals & { readonly manifestUri: string }> {
  const { config, store, log, signal } = deps;
  const input = await findObjects(store, config.inputUri);
  const plan = planOf(config, input);
  // Before the model is loaded: a folder that belongs to others is told at once.
  const claim = await claimOutput(store, config.outputUri, plan);
  if (claim.state === 'done') {
    log.info({ output: config.outputUri }, 'all of it was predicted before');
    return doneBefore(config, claim.manifest);
  }
  const { parts } = claim;
  const before = { rows: parts.reduce((sum, { record }) => sum + record.rows, 0), skipped: parts.reduce((sum, { record }) => sum + record.rowsRead - record.rows, 0), parts: parts.length };
  log.info({ input: config.inputUri, output: config.outputUri, objects: input.objects.length, partsFound: parts.length }, parts.length === 0 ? 'predicting' : 'going on after the parts that are there');
  const model = createModel(config.model, createMetrics().forModel(config.model));
  await loadModel(deps.load, model, signal);
  const run = compileRun(model);
  try {
    const progress = createProgress({ log, now: deps.now, before });
    return await predict({ ...deps, ...run, plan, input, finished: parts, progress, onIgnored: (uri, columns) => log.debug({ uri, columns }, 'columns that nobody asked for') });
  } finally {
    await run.loaded.session.release();
  }
}

function compileRun(model: Model): RunDeps {
  const loaded = loadedOrThrow(model);
  const predictions = compilePredictionColumns(loaded.manifest);
  const { columns } = loaded;
  if (columns === undefined || predictions === undefined) throw batchError('NotTabular', { model: model.spec.name });
  return { model, loaded: { ...loaded, columns }, predictions };
}

function doneBefore({ outputUri }: BatchConfig, manifest: string): Totals & { readonly manifestUri: string } {
  const { rows, skipped, parts } = JSON.parse(manifest) as { rows: number; skipped: number; parts: readonly unknown[] };
  return { rows, skipped, parts: parts.length, manifestUri: `${outputUri}_manifest.json` };
}
