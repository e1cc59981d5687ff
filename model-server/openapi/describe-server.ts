import { generalHeaders, generalParameters, generalSchemas } from './general-schemas.ts';
import { modelPart, tagOf } from './model-paths.ts';
import type { DescribedModel } from './model-schemas.ts';
import { repositoryPaths } from './repository-paths.ts';
import { errorResponses } from './responses.ts';
import type { Schema } from './schema.ts';
import { serverPaths } from './server-paths.ts';

export interface DescribedServer {
  readonly version: string;
  /** The first one is what paths without a name mean. */
  readonly models: readonly DescribedModel[];
}

/** The OpenAPI 3.1 document of a server that holds these models. Pure: the same models give the same document. */
export function describeServer({ version, models }: DescribedServer): Schema {
  const keys = componentKeys(models.map((model) => model.name));
  const isFirstOf = (model: DescribedModel): boolean => models.find(({ name }) => name === model.name) === model;
  const parts = models.map((model, i) => modelPart(model, keys[i] as string, { server: i === 0, name: isFirstOf(model) }));
  return {
    openapi: '3.1.1',
    info: {
      title: 'Trainyard model server',
      version,
      description:
        'The Open Inference Protocol V2 for programs, `POST /predict` for people. Wrong input is 4xx; an error is always `{"error": "…"}`. ' +
        'Another method than those of a path is 405, another path 404.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'server', description: 'The server itself' },
      ...models.filter(isFirstOf).map((model) => ({ name: tagOf(model.name), description: `Version ${model.version}, revision ${model.revision}${model.manifest ? '' : '; not loaded yet, so its bodies are described in general'}` })),
      { name: 'repository', description: 'Models to load and unload' },
    ],
    paths: {
      ...serverPaths(),
      ...Object.assign({}, ...parts.map((part) => part.paths)) as Schema,
      ...repositoryPaths(models.flatMap((model, i) => (isFirstOf(model) ? [{ name: model.name, key: keys[i] as string }] : []))),
    },
    components: {
      schemas: { ...generalSchemas, ...Object.assign({}, ...parts.map((part) => part.schemas)) as Schema },
      responses: errorResponses(),
      headers: generalHeaders,
      parameters: generalParameters,
    },
  };
}

/** Names of models as names of components: letters, digits, dot, hyphen and underscore; no two alike. */
function componentKeys(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = name.replaceAll(/[^A-Za-z0-9._-]/g, '_');
    let key = plain;
    for (let i = 2; taken.has(key); i++) key = `${plain}-${i}`;
    taken.add(key);
    return key;
  });
}
