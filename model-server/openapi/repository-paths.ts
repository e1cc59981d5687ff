import { bodyErrors, modelErrors, operation } from './operation.ts';
import { arrayOf, objectOf, type Schema } from './schema.ts';

const TAG = 'repository';

/** The model repository extension (Triton, extension_model_repository.md), with the models that this server has. */
export function repositoryPaths(models: readonly { readonly name: string; readonly key: string }[]): Readonly<Record<string, Schema>> {
  const entry = objectOf({ name: { type: 'string' }, version: { type: 'string' }, state: { type: 'string' }, reason: { type: 'string' } }, { optional: ['version', 'state', 'reason'] });
  const index = operation({
    id: 'repositoryIndex', tag: TAG, summary: 'The models of the repository, and whether each is loaded', bodyOptional: true, errors: bodyErrors,
    body: { schema: objectOf({ ready: { type: 'boolean', description: 'true: only those that are ready' } }, { optional: ['ready'], open: true }) },
    answer: { schema: arrayOf(entry) },
  });
  const change = (verb: 'load' | 'unload', model: { readonly name: string; readonly key: string }): [string, Schema] => [
    `/v2/repository/models/${encodeURIComponent(model.name)}/${verb}`,
    {
      post: operation({
        id: `${verb}_${model.key}`, tag: TAG, summary: `${verb === 'load' ? 'Load' : 'Unload'} ${model.name}; only where MODEL_CONTROL is Explicit`, bodyOptional: true, errors: [...modelErrors, ...bodyErrors, 403],
        body: { schema: objectOf({ parameters: { type: 'object' } }, { optional: ['parameters'], open: true }) },
        answer: { schema: { type: 'object' } },
      }),
    },
  ];
  return {
    '/v2/repository/index': { post: index },
    ...Object.fromEntries(models.flatMap((model) => [change('load', model), change('unload', model)])),
  };
}
