import { requestError, textOf } from '../errors.ts';
import type { LoadedModel, Model } from '../model/model.ts';
import type { Tensors } from '../model/session.ts';

/** Runs the graph; what fails here is the model's fault (500), for the input has been checked. */
export async function runGraph({ spec }: Model, { session }: LoadedModel, feeds: Tensors, outputs: readonly string[]): Promise<Tensors> {
  try {
    return await session.run(feeds, outputs);
  } catch (cause) {
    throw requestError('RunFailed', { model: spec.name, version: spec.version, cause: textOf(cause) }, cause);
  }
}
