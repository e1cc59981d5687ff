import type { Manifest, TensorSpec } from '../model/manifest.ts';
import { compileColumns } from '../protocol/rows.ts';
import { inputData, inputElement, outputElement, shapeOf } from './elements.ts';
import { arrayOf, objectOf, type Schema } from './schema.ts';

/** What the document knows of a model. */
export interface DescribedModel {
  readonly name: string;
  readonly version: string;
  readonly revision: string;
  /** Absent as long as the model is not loaded: then its bodies are described in general. */
  readonly manifest?: Manifest;
}

export interface TabularSchemas {
  readonly predictRequest: Schema;
  readonly predictAnswer: Schema;
}

/** The V2 bodies of one model. */
export function inferSchemas({ name, version }: DescribedModel, manifest: Manifest): { readonly inferRequest: Schema; readonly inferAnswer: Schema } {
  const askable = manifest.outputs.filter(({ datatype }) => datatype !== 'FP16');
  const outputs = arrayOf(objectOf({ name: { enum: askable.map((output) => output.name) }, parameters: { type: 'object' } }, { optional: ['parameters'], open: true }));
  return {
    inferRequest: objectOf(
      {
        id: { type: 'string' },
        parameters: { type: 'object' },
        inputs: {
          ...arrayOf({ anyOf: manifest.inputs.map(inputTensor) }, { min: manifest.inputs.length, max: manifest.inputs.length }),
          description: 'Each input once, in any order, all with the same number of rows.',
        },
        outputs: { ...outputs, description: 'The outputs to answer with, each at most once; none means all.' },
      },
      // What JSON cannot carry must not be asked for, so the others have to be named.
      { optional: ['id', 'parameters', ...(askable.length === manifest.outputs.length ? ['outputs'] : [])], open: true },
    ),
    inferAnswer: objectOf({
      model_name: { const: name },
      model_version: { const: version },
      id: { type: 'string', description: 'That of the request, else its x-request-id.' },
      outputs: arrayOf({ anyOf: askable.map(outputTensor) }, { min: 1, max: askable.length }),
    }),
  };
}

/** The bodies of `POST /predict`; undefined for a model that has none. */
export function tabularSchemas({ name, version }: DescribedModel, manifest: Manifest, row: Schema): TabularSchemas | undefined {
  if (!isTabular(manifest)) return undefined;
  const predictions = manifest.task === 'Regression' ? objectOf({ value: { type: 'number' } }) : classification(manifest);
  return {
    predictRequest: {
      anyOf: [objectOf({ rows: arrayOf(row, { min: 1 }) }, { open: true }), row],
      description: 'Rows by column name, or one row by itself.',
    },
    predictAnswer: objectOf({ model: { const: name }, version: { const: version }, predictions: { ...arrayOf(predictions, { min: 1 }), description: 'One a row, in their order.' } }),
  };
}

export function isTabular(manifest: Manifest): boolean {
  return manifest.task !== undefined && compileColumns(manifest.inputs) !== undefined;
}

export function rowSchema(manifest: Manifest): Schema {
  return objectOf(Object.fromEntries(manifest.inputs.map((input) => [input.name, inputElement(input.datatype)])));
}

function classification({ labels, outputs }: Manifest): Schema {
  // A graph whose labels are texts gives them as they are: how it writes a number or a boolean, only it knows.
  const asText = outputs.find((output) => output.name === 'label')?.datatype === 'BYTES';
  const foreign = asText && labels.some((label) => typeof label !== 'string');
  return objectOf({
    label: foreign ? { type: 'string' } : { enum: [...new Set(labels)] },
    scores: { ...objectOf(Object.fromEntries(labels.map((label) => [String(label), { type: 'number' }]))), description: 'The probability of each class.' },
  });
}

function inputTensor(spec: TensorSpec): Schema {
  return objectOf(
    { name: { const: spec.name }, datatype: { const: spec.datatype }, shape: shapeOf(spec), parameters: { type: 'object' }, data: inputData(spec) },
    { optional: ['parameters'], open: true },
  );
}

function outputTensor(spec: TensorSpec): Schema {
  return objectOf({ name: { const: spec.name }, datatype: { const: spec.datatype }, shape: shapeOf(spec), data: arrayOf(outputElement(spec.datatype)) });
}
