import type { LoadedModel, Model } from '../model/model.ts';
import type { Tensors } from '../model/session.ts';

/**
 * Counts the rows of an answer, and the bin of one of them. The rows of one request are often alike: counted all, they
 * would look like evidence of many. Which one it is goes round, so that no place in a request is preferred.
 */
export function countPrediction(model: Model, loaded: LoadedModel, results: Tensors, rows: number): void {
  model.metrics.rows(rows);
  if (rows === 0) return;
  model.answers += 1;
  const bin = loaded.bin?.(results, model.answers % rows);
  if (bin !== undefined) model.metrics.predicted(bin);
}
