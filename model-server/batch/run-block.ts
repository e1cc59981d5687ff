import { RequestError, runFailed } from '../errors.ts';
import type { LoadedModel, Model } from '../model/model.ts';
import type { Tensors } from '../model/session.ts';
import { decodeBlock, someOf, type Feeds, type Refusal } from './decode-block.ts';
import type { Block } from './input/reader.ts';
import type { PredictionColumns } from './output/prediction-columns.ts';

export interface RunDeps {
  readonly model: Model;
  readonly loaded: LoadedModel & { readonly columns: NonNullable<LoadedModel['columns']> };
  readonly predictions: PredictionColumns;
}

export interface Answered {
  /** Undefined when no row has a prediction. */
  readonly answer: { readonly results: Tensors; /** Rows of the results, as indices in the block. */ readonly rows: readonly number[] } | undefined;
  readonly refused: readonly Refusal[];
}

/** Predicts a block. Rows that the model cannot take, that it fails on, or that it answers with no number are told. */
export async function runBlock(deps: RunDeps, block: Block): Promise<Answered> {
  const { taken, refused } = decodeBlock(deps.loaded.columns, block);
  const ran = taken === undefined ? undefined : await runAll(deps, taken);
  return { answer: ran?.answer, refused: [...refused, ...(ran?.refused ?? [])].sort((a, b) => a.row - b.row) };
}

async function runAll(deps: RunDeps, feeds: Feeds): Promise<Answered> {
  let results: Tensors;
  try {
    results = await runFeeds(deps, feeds);
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return runWithoutFailing(deps, feeds, error);
  }
  const refused = deps.predictions.noNumbers(results, feeds.rows.length).map(({ row, reason }) => ({ row: feeds.rows[row] as number, reason }));
  return { answer: { results, rows: feeds.rows }, refused };
}

/** One bad row fails all that run with it: each is run alone to find it, and the others together again. */
async function runWithoutFailing(deps: RunDeps, feeds: Feeds, failure: RequestError): Promise<Answered> {
  const refused: Refusal[] = [];
  for (const row of feeds.rows) {
    try {
      await runFeeds(deps, someOf(deps.loaded.columns, feeds, new Set([row])));
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      refused.push({ row, reason: error.message });
    }
  }
  // It fails on these rows together only: no row is to blame.
  if (refused.length === 0) throw failure;
  const bad = new Set(refused.map(({ row }) => row));
  const good = new Set(feeds.rows.filter((row) => !bad.has(row)));
  if (good.size === 0) return { answer: undefined, refused };
  const rest = await runAll(deps, someOf(deps.loaded.columns, feeds, good));
  return { answer: rest.answer, refused: [...refused, ...rest.refused] };
}

function runFeeds({ model, loaded, predictions }: RunDeps, { feeds, rows }: Feeds): Promise<Tensors> {
  return loaded.executor.run({ feeds, rows: rows.length, outputs: predictions.outputNames }).catch((cause: unknown) => {
    throw runFailed(model.spec, cause);
  });
}
