import type { Model } from './model.ts';

/** Takes a model out of memory, once the requests that it has begun are answered. A model that is not loaded stays as it is. */
export async function unloadModel(model: Model): Promise<void> {
  if (model.state.phase !== 'ready') {
    if (model.state.phase === 'failed') model.state = { phase: 'unloaded' };
    return;
  }
  const { executor, session } = model.state.loaded;
  model.state = { phase: 'unloaded' };
  await executor.idle();
  await session.release();
}
