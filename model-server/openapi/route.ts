import type { FastifyInstance } from 'fastify';

import type { LoadedModel, Model } from '../model/model.ts';
import { sendJson, type RouteDeps } from '../routes/context.ts';
import { describeServer } from './describe-server.ts';
import type { DescribedModel } from './model-schemas.ts';

/** GET /openapi.json: made when it is first asked for, and again when a model has changed. */
export function registerOpenApi(app: FastifyInstance, deps: RouteDeps & { readonly serverVersion: string }): void {
  let made: { readonly of: readonly (Model | LoadedModel)[]; readonly text: string } | undefined;
  app.get('/openapi.json', (_request, reply) => {
    // A model's manifest never changes while it is loaded: the same objects make the same document.
    const of = deps.models.all.map((model) => loadedOf(model) ?? model);
    if (!made || made.of.length !== of.length || made.of.some((entry, i) => entry !== of[i])) {
      made = { of, text: JSON.stringify(describeServer({ version: deps.serverVersion, models: deps.models.all.map(described) })) };
    }
    return sendJson(reply, made.text);
  });
}

function described(model: Model): DescribedModel {
  const manifest = loadedOf(model)?.manifest;
  return { name: model.spec.name, version: model.spec.version, revision: model.spec.revision, ...(manifest ? { manifest } : {}) };
}

function loadedOf({ state }: Model): LoadedModel | undefined {
  return state.phase === 'ready' ? state.loaded : undefined;
}
