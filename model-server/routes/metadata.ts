import type { FastifyInstance } from 'fastify';

import { loadedOrThrow, type Model } from '../model/model.ts';
import type { Models } from '../model/registry.ts';
import { identify, modelOf, sendJson, type RouteDeps } from './context.ts';

/** By Triton's names for them. */
const EXTENSIONS = ['binary_tensor_data', 'model_repository'];

/** GET /v2 and /v2/models/{model}[/versions/{version}] */
export function registerMetadata(app: FastifyInstance, deps: RouteDeps & { readonly serverVersion: string }): void {
  const server = JSON.stringify({ name: 'trainyard', version: deps.serverVersion, extensions: EXTENSIONS });
  app.get('/v2', (_request, reply) => sendJson(reply, server));

  for (const url of ['/v2/models/:model', '/v2/models/:model/versions/:version']) {
    app.get(url, (request, reply) => {
      const model = modelOf(deps.models, request);
      identify(reply, model);
      return sendJson(reply, JSON.stringify(describe(deps.models, model)));
    });
  }
}

function describe(models: Models, model: Model): unknown {
  const { manifest } = loadedOrThrow(model);
  return {
    name: model.spec.name,
    versions: models.versions(model.spec.name).map(({ spec }) => spec.version),
    platform: 'onnx_onnxv1',
    inputs: manifest.inputs,
    outputs: manifest.outputs,
    properties: { revision: model.spec.revision, digest: `sha256:${model.spec.artifact.sha256}` },
  };
}
