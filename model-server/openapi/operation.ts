import { errorsOf } from './responses.ts';
import { ref, type Schema } from './schema.ts';

export interface Operation {
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly body?: Body;
  readonly bodyOptional?: boolean;
  readonly answer: Body;
  /** A model answers, and says so in headers. */
  readonly identified?: boolean;
  /** Besides those that any request can meet. */
  readonly errors: readonly number[];
}

interface Body {
  readonly schema: Schema;
  /** By name. */
  readonly examples?: Readonly<Record<string, { readonly summary: string; readonly value: unknown }>>;
  /** It may also be JSON with tensors as bytes behind it. */
  readonly binary?: boolean;
}

/** 404: the model or version; 503: it is not loaded. */
export const modelErrors: readonly number[] = [404, 503];
/** And those of a body. */
export const bodyErrors: readonly number[] = [413, 415];

export function operation({ id, tag, summary, description, body, bodyOptional, answer, identified, errors }: Operation): Schema {
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    parameters: [ref('parameters', 'requestId')],
    ...(body === undefined ? {} : { requestBody: { required: bodyOptional !== true, content: content(body) } }),
    responses: {
      200: {
        description: 'OK',
        headers: {
          'x-request-id': ref('headers', 'requestId'),
          ...(identified === true ? { 'x-trainyard-version': ref('headers', 'version'), 'x-trainyard-revision': ref('headers', 'revision') } : {}),
        },
        content: content(answer),
      },
      ...errorsOf(errors),
    },
  };
}

function content({ schema, examples, binary }: Body): Schema {
  return {
    'application/json': { schema, ...(examples === undefined ? {} : { examples }) },
    ...(binary === true ? { 'application/octet-stream': {} } : {}),
  };
}
