import { feedbackRequest } from './feedback-schema.ts';
import { examplesOf, type ModelExamples } from './model-examples.ts';
import { inferSchemas, isTabular, rowSchema, tabularSchemas, type DescribedModel } from './model-schemas.ts';
import { bodyErrors, modelErrors, operation, type Operation } from './operation.ts';
import { ref, type Schema } from './schema.ts';

export interface ModelPart {
  readonly paths: Readonly<Record<string, Schema>>;
  readonly schemas: Readonly<Record<string, Schema>>;
}

type Operations = Readonly<Record<'metadata' | 'ready' | 'infer' | 'predict' | 'feedback', Operation>>;

/**
 * Everything of one model, by paths of its own: its bodies have its columns, and a client made from the document its types.
 *
 * @param key names the model in names of components and operations.
 * @param first whether paths without a name mean this one (`server`), and those without a version (`name`).
 */
export function modelPart(model: DescribedModel, key: string, first: { readonly server: boolean; readonly name: boolean }): ModelPart {
  const name = encodeURIComponent(model.name);
  const version = `/v2/models/${name}/versions/${encodeURIComponent(model.version)}`;
  const operations = operationsOf(model, key);
  const get = (id: 'metadata' | 'ready', suffix = ''): Schema => ({ get: operation({ ...operations[id], id: `${id}_${key}${suffix}` }) });
  const post = (id: 'infer' | 'predict' | 'feedback', suffix = ''): Schema => ({ post: operation({ ...operations[id], id: `${id}_${key}${suffix}` }) });
  const tabular = model.manifest === undefined || isTabular(model.manifest);
  const unversioned = (): Readonly<Record<string, Schema>> => ({
    ...(tabular ? { [`/predict/${name}`]: post('predict') } : {}),
    [`/feedback/${name}`]: post('feedback'),
    [`/v2/models/${name}`]: get('metadata'),
    [`/v2/models/${name}/ready`]: get('ready'),
    [`/v2/models/${name}/infer`]: post('infer'),
  });
  return {
    schemas: schemasOf(model, key),
    paths: {
      ...(first.server && tabular ? { '/predict': post('predict', '_first') } : {}),
      ...(first.server ? { '/feedback': post('feedback', '_first') } : {}),
      ...(first.name ? unversioned() : {}),
      [version]: get('metadata', '_version'),
      [`${version}/ready`]: get('ready', '_version'),
      [`${version}/infer`]: post('infer', '_version'),
    },
  };
}

/** Apart from the tags of the server's own paths. */
export function tagOf(name: string): string {
  return `model ${name}`;
}

function operationsOf(model: DescribedModel, key: string): Operations {
  const { name, revision, manifest } = model;
  const examples = manifest ? examplesOf(model, manifest) : {};
  const common = { id: '', tag: tagOf(name), identified: true };
  const errors = [...modelErrors, ...bodyErrors];
  const body = (kind: string): Schema => ref('schemas', manifest ? `${key}.${kind}` : kind);
  return {
    metadata: { ...common, summary: `Inputs and outputs of ${name}`, answer: { schema: ref('schemas', 'Model') }, errors: modelErrors },
    ready: { ...common, summary: `That ${name} is loaded`, answer: { schema: ref('schemas', 'ModelReady') }, errors: modelErrors },
    infer: {
      ...common,
      summary: `Inference with ${name}, by the Open Inference Protocol`,
      description: 'The body is read as JSON, whatever its content type; with the header inference-header-content-length as that many bytes of JSON and the tensors behind them (extension binary_tensor_data).',
      body: { schema: body('InferRequest'), binary: true, ...inferExamples(examples, 'request') },
      answer: { schema: body('InferAnswer'), binary: true, ...inferExamples(examples, 'answer') },
      errors: [...errors, 499],
    },
    predict: {
      ...common,
      summary: `Predictions of ${name} for rows by column name`,
      description: 'The body is read as JSON, whatever its content type.',
      body: { schema: body('PredictRequest'), ...predictRequests(examples) },
      answer: { schema: body('PredictAnswer'), ...(examples.predict ? { examples: { rows: { summary: 'The form; its numbers are made up', value: examples.predict.answer } } } : {}) },
      errors: [...errors, 499],
    },
    feedback: {
      ...common,
      summary: `What an answer of ${name} turned out to be worth`,
      body: { schema: feedbackRequest(revision), examples: { reward: { summary: 'A reward for this revision', value: { reward: 1, revision } } } },
      answer: { schema: ref('schemas', 'FeedbackAnswer') },
      errors: [404, 413, 415],
    },
  };
}

function schemasOf(model: DescribedModel, key: string): Readonly<Record<string, Schema>> {
  const { manifest } = model;
  if (!manifest) return {};
  const { inferRequest, inferAnswer } = inferSchemas(model, manifest);
  const tabular = tabularSchemas(model, manifest, ref('schemas', `${key}.Row`));
  return {
    [`${key}.InferRequest`]: inferRequest,
    [`${key}.InferAnswer`]: inferAnswer,
    ...(tabular ? { [`${key}.Row`]: rowSchema(manifest), [`${key}.PredictRequest`]: tabular.predictRequest, [`${key}.PredictAnswer`]: tabular.predictAnswer } : {}),
  };
}

function inferExamples({ infer }: ModelExamples, part: 'request' | 'answer'): Pick<NonNullable<Operation['body']>, 'examples'> {
  if (!infer) return {};
  const summary = part === 'request' ? 'Every input' : 'The form; its numbers are made up';
  return { examples: { tensors: { summary, value: infer[part] } } };
}

function predictRequests({ predict }: ModelExamples): Pick<NonNullable<Operation['body']>, 'examples'> {
  if (!predict) return {};
  return { examples: { rows: { summary: 'Rows', value: predict.request }, row: { summary: 'One row by itself', value: predict.row } } };
}
