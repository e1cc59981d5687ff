import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

type Json = Readonly<Record<string, unknown>>;

interface Content {
  readonly schema: Json;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

interface DocumentOperation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: { readonly 'application/json': Content } };
  readonly responses: Readonly<Record<string, Json>>;
}

/** GET /openapi.json, to hold requests and answers against. */
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentOperation>>>>;
  readonly components: Readonly<Record<string, Json>>;
}

export interface Documented {
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly operation: DocumentOperation;
}

export function operationsIn(document: Document): readonly Documented[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase() as 'GET' | 'POST', operation })),
  );
}

/** The schemas of the document, compiled as they are needed. */
export function createChecker(document: Document): {
  /** What is wrong with the answer: with its status, its headers or its body; empty when it is as the document says. */
  answer(operation: DocumentOperation, status: number, headers: Readonly<Record<string, unknown>>, body: unknown): readonly string[];
  request(operation: DocumentOperation, body: unknown): readonly string[];
} {
  const ajv = new Ajv2020({ strict: true, strictTuples: false, strictTypes: false, allErrors: true });
  ajv.addSchema(local({ $id: 'document', $defs: document.components['schemas'] }));
  const compiled = new Map<string, ValidateFunction>();
  const errorsOf = (schema: Json, value: unknown): readonly string[] => {
    const text = JSON.stringify(schema);
    const validate = compiled.get(text) ?? ajv.compile(local(schema));
    compiled.set(text, validate);
    return validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
  };
  const resolve = (entry: Json): Json => {
    const pointer = entry['$ref'];
    if (typeof pointer !== 'string') return entry;
    const [, , kind = '', name = ''] = pointer.split('/');
    return document.components[kind]?.[name] as Json;
  };
  return {
    answer({ responses }, status, headers, body) {
      const response = responses[String(status)];
      if (!response) return [`status ${status} is not documented`];
      const { content, headers: told = {} } = resolve(response) as { content: { 'application/json': Content }; headers?: Json };
      const absent = Object.keys(told).filter((name) => headers[name] === undefined).map((name) => `header ${name} is missing`);
      const type = headers['content-type'] === 'application/json; charset=utf-8' ? [] : [`content-type is ${String(headers['content-type'])}`];
      return [...absent, ...type, ...errorsOf(content['application/json'].schema, body)];
    },
    request: ({ requestBody }, body) => (requestBody ? errorsOf(requestBody.content['application/json'].schema, body) : ['it takes no body']),
  };
}

/** References of OpenAPI, as those of a JSON Schema that holds the document's schemas. */
function local(schema: Json): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/schemas/', '"document#/$defs/')) as Json;
}
