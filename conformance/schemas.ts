// What an answer must look like: the schemas in schemas/, compiled once.
import { Ajv, type ValidateFunction } from 'ajv';
import error from './schemas/error.json' with { type: 'json' };
import inferResponse from './schemas/infer-response.json' with { type: 'json' };
import modelMetadata from './schemas/model-metadata.json' with { type: 'json' };
import modelReady from './schemas/model-ready.json' with { type: 'json' };
import repositoryIndex from './schemas/repository-index.json' with { type: 'json' };
import serverLive from './schemas/server-live.json' with { type: 'json' };
import serverMetadata from './schemas/server-metadata.json' with { type: 'json' };
import serverReady from './schemas/server-ready.json' with { type: 'json' };

const schemas = { error, inferResponse, modelMetadata, modelReady, repositoryIndex, serverLive, serverMetadata, serverReady };

export type SchemaName = keyof typeof schemas;

const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
const validators = new Map<SchemaName, ValidateFunction>(Object.entries(schemas).map(([name, schema]) => [name as SchemaName, ajv.compile(schema)]));

/** What is wrong with a value, as one line, or undefined when nothing is. */
export function schemaProblem(name: SchemaName, value: unknown): string | undefined {
  const validate = validators.get(name);
  if (validate === undefined) throw new Error(`there is no schema ${name}`);
  return validate(value) ? undefined : ajv.errorsText(validate.errors, { dataVar: 'the body' });
}
