import type { FastifyInstance } from 'fastify';

import type { ModelControl } from '../config.ts';
import { LoadError, requestError } from '../errors.ts';
import { whyNotReady, type Model } from '../model/model.ts';
import { parseBody } from '../protocol/body.ts';
import { fieldInvalid, isBoolean, isObject, optional, type Json } from '../protocol/fields.ts';
import { sendJson, type RouteDeps } from './context.ts';
import { readAsJson } from './instrument.ts';

/** Takes models in and out of memory while the process serves. */
export interface RepositoryDeps {
  readonly control: ModelControl;
  load(model: Model): Promise<void>;
  unload(model: Model): Promise<void>;
}

/**
 * Triton's model repository extension. The repository is what the process was configured with: a model that was unloaded
 * can be loaded again, nothing else can be added. Only with MODEL_CONTROL=Explicit, because whoever may ask for a prediction
 * could else take the model away.
 */
export function registerRepository(app: FastifyInstance, deps: RouteDeps & RepositoryDeps): void {
  app.post('/v2/repository/index', { onRequest: readAsJson }, (request, reply) => {
    const onlyReady = optional(bodyOf(deps, request.body), 'ready', 'true or false', isBoolean) ?? false;
    const listed = deps.models.all.filter(({ state }) => !onlyReady || state.phase === 'ready');
    return sendJson(reply, JSON.stringify(listed.map(entry)));
  });

  app.post<{ Params: { model: string } }>('/v2/repository/models/:model/load', { onRequest: readAsJson }, async (request, reply) => {
    const models = named(deps, request.params.model, request.body);
    const idle = models.filter(({ state }) => state.phase === 'unloaded' || state.phase === 'failed');
    await Promise.all(idle.map((model) => load(deps, model)));
    return sendJson(reply, '{}');
  });

  app.post<{ Params: { model: string } }>('/v2/repository/models/:model/unload', { onRequest: readAsJson }, async (request, reply) => {
    await Promise.all(named(deps, request.params.model, request.body).map((model) => deps.unload(model)));
    return sendJson(reply, '{}');
  });
}

function named(deps: RouteDeps & RepositoryDeps, name: string, body: unknown): readonly Model[] {
  const models = deps.models.versions(name);
  if (deps.control === 'None') throw requestError('ControlForbidden', {});
  const parameters = optional(bodyOf(deps, body), 'parameters', 'an object', isObject) ?? {};
  // Triton would take a configuration or the model's files there: what is served here has a digest that was verified before.
  for (const parameter of Object.keys(parameters)) {
    if (parameter !== 'unload_dependents') throw fieldInvalid(`parameters.${parameter}`, 'left out: models come from the configuration of the server', parameters[parameter]);
  }
  return models;
}

function bodyOf(deps: RouteDeps, body: unknown): Json {
  return Buffer.isBuffer(body) && body.length > 0 ? parseBody(body, deps.jsonHeapBytes) : {};
}

async function load(deps: RepositoryDeps, model: Model): Promise<void> {
  try {
    await deps.load(model);
  } catch (cause) {
    if (cause instanceof LoadError) throw requestError('ModelNotReady', { model: model.spec.name, cause: `${cause.reason}: ${cause.message}` }, cause);
    throw cause;
  }
}

const STATES = { loading: 'LOADING', ready: 'READY', failed: 'UNAVAILABLE', unloaded: 'UNAVAILABLE' } as const;

function entry({ spec, state }: Model): unknown {
  return { name: spec.name, version: spec.version, state: STATES[state.phase], reason: state.phase === 'ready' ? '' : whyNotReady(state) };
}
