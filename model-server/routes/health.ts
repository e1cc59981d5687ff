import type { FastifyInstance } from 'fastify';

import { requestError } from '../errors.ts';
import { whyNotReady, type Model } from '../model/model.ts';
import { identify, modelOf, sendJson, type RouteDeps } from './context.ts';

const DRAINING = 'it is shutting down';

/** GET /v2/health/{live,ready} and /v2/models/{model}[/versions/{version}]/ready */
export function registerHealth(app: FastifyInstance, deps: RouteDeps): void {
  app.get('/v2/health/live', (_request, reply) => {
    const dead = deps.models.all.find(({ state }) => state.phase === 'ready' && state.loaded.health() === 'Dead');
    if (dead !== undefined) throw requestError('ServerNotLive', { cause: `the inference threads of model "${dead.spec.name}" keep ending` });
    return sendJson(reply, '{"live":true}');
  });

  app.get('/v2/health/ready', (_request, reply) => {
    if (deps.lifecycle.draining) throw requestError('ServerNotReady', { cause: DRAINING });
    const waiting = deps.models.all.map(notReady).find((cause) => cause !== undefined);
    if (waiting !== undefined) throw requestError('ServerNotReady', { cause: waiting });
    return sendJson(reply, '{"ready":true}');
  });

  for (const url of ['/v2/models/:model/ready', '/v2/models/:model/versions/:version/ready']) {
    app.get(url, (request, reply) => {
      const model = modelOf(deps.models, request);
      identify(reply, model);
      const { name } = model.spec;
      if (deps.lifecycle.draining) throw requestError('ModelNotReady', { model: name, cause: DRAINING });
      const cause = whyNot(model);
      if (cause !== undefined) throw requestError('ModelNotReady', { model: name, cause });
      return sendJson(reply, JSON.stringify({ name, ready: true }));
    });
  }
}

/** Undefined for a model that answers, and for one that was unloaded on purpose. */
function notReady(model: Model): string | undefined {
  const cause = model.state.phase === 'unloaded' ? undefined : whyNot(model);
  return cause === undefined ? undefined : `model "${model.spec.name}": ${cause}`;
}

function whyNot({ state }: Model): string | undefined {
  if (state.phase !== 'ready') return whyNotReady(state);
  return state.loaded.health() === 'Ready' ? undefined : 'its inference threads have ended and are being started again';
}
