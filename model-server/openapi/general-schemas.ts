import { isDatatype } from '../protocol/datatypes.ts';
import { arrayOf, objectOf, ref, type Schema } from './schema.ts';

const datatypes = ['BOOL', 'UINT8', 'UINT16', 'UINT32', 'UINT64', 'INT8', 'INT16', 'INT32', 'INT64', 'FP16', 'FP32', 'FP64', 'BYTES'].filter(isDatatype);
const shape = arrayOf({ type: 'integer', minimum: 0 });
const parameters: Schema = { type: 'object' };

/** What is the same for every model, and the bodies of a model that is not loaded yet. */
export const generalSchemas: Readonly<Record<string, Schema>> = {
  Error: objectOf({ error: { type: 'string', minLength: 1, description: 'What is wrong, and where.' } }),
  Live: objectOf({ live: { const: true } }),
  Ready: objectOf({ ready: { const: true } }),
  ModelReady: objectOf({ name: { type: 'string' }, ready: { const: true } }),
  Server: objectOf({ name: { const: 'trainyard' }, version: { type: 'string' }, extensions: arrayOf({ type: 'string' }) }),
  Tensor: objectOf({
    name: { type: 'string' },
    datatype: { enum: datatypes },
    shape: { ...arrayOf({ type: 'integer', minimum: -1 }), description: '-1 stands for any length; a leading -1 is the number of rows.' },
  }),
  Model: objectOf({
    name: { type: 'string' },
    versions: arrayOf({ type: 'string' }, { min: 1 }),
    platform: { const: 'onnx_onnxv1' },
    inputs: arrayOf(ref('schemas', 'Tensor'), { min: 1 }),
    outputs: arrayOf(ref('schemas', 'Tensor'), { min: 1 }),
    properties: objectOf({ revision: { type: 'string' }, digest: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' } }, { open: true }),
  }),
  FeedbackAnswer: objectOf({
    revision: { type: 'string', description: 'The revision that the reward was counted under.' },
    counted: { type: 'boolean', description: 'false: a reward of this requestId was counted before.' },
  }),
  InferRequest: objectOf(
    {
      id: { type: 'string' },
      parameters,
      inputs: arrayOf(objectOf({ name: { type: 'string' }, datatype: { enum: datatypes }, shape, parameters, data: { type: 'array' } }, { optional: ['parameters'], open: true }), { min: 1 }),
      outputs: arrayOf(objectOf({ name: { type: 'string' }, parameters }, { optional: ['parameters'], open: true })),
    },
    { optional: ['id', 'parameters', 'outputs'], open: true },
  ),
  InferAnswer: objectOf({
    model_name: { type: 'string' },
    model_version: { type: 'string' },
    id: { type: 'string' },
    outputs: arrayOf(objectOf({ name: { type: 'string' }, datatype: { enum: datatypes }, shape, data: { type: 'array' } }), { min: 1 }),
  }),
  PredictRequest: { type: 'object', description: '{"rows": [{column: value}]}, or one row by itself.' },
  PredictAnswer: objectOf({ model: { type: 'string' }, version: { type: 'string' }, predictions: arrayOf({ type: 'object' }, { min: 1 }) }),
};

export const generalHeaders: Readonly<Record<string, Schema>> = {
  requestId: { description: 'The caller\'s id of the request, or a new one.', schema: { type: 'string' } },
  version: { description: 'The version of the model that answered.', schema: { type: 'string' } },
  revision: { description: 'The revision that answered: what feedback is counted under.', schema: { type: 'string' } },
  retryAfter: { description: 'Seconds to wait.', schema: { type: 'string', pattern: '^[0-9]+$' } },
  allow: { description: 'The methods of the path.', schema: { type: 'string' } },
};

export const generalParameters: Readonly<Record<string, Schema>> = {
  requestId: {
    name: 'x-request-id',
    in: 'header',
    required: false,
    description: 'Up to 128 printable ASCII characters without a space: given back, and in the log. Any other id is replaced.',
    schema: { type: 'string' },
  },
};
