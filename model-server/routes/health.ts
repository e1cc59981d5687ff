import type { FastifyInstance } from 'fastify';

import { requestError } from '../errors.ts';
import { whyNotReady, type Model } from '../model/model.ts';
import { identify, modelOf, sendJson, type RouteDeps } from './context.ts';

const DRAINING = 'it is shutting down';

/** GET /v2/health/{live,ready} and /v2/models/{model}[/versions/{version}]/ready */
export function registerHealth(app: FastifyInstance, deps: RouteDeps): void {
  app.get('/v2/health/live', (_request, reply) => sendJson(reply, '{"live":true}'));

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
      if (model.state.phase !== 'ready') throw requestError('ModelNotReady', { model: name, cause: whyNotReady(model.state) });
      return sendJson(reply, JSON.stringify({ name, ready: true }));
    });
  }
}

function notReady(model: Model): string | undefined {
  return model.state.phase === 'ready' ? undefined : `model "${model.spec.name}": ${whyNotReady(model.state)}`;
}
