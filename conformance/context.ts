// What every case gets: the server, the models that play a part, and a way to ask.
import { NotApplicable } from './case.ts';
import type { Send } from './client.ts';
import { isDatatype, type TensorSpec } from './tensor.ts';

export interface ModelMetadata {
  readonly name: string;
  readonly versions?: readonly string[];
  readonly platform: string;
  readonly inputs: readonly TensorSpec[];
  readonly outputs: readonly TensorSpec[];
}

export interface Model {
  readonly name: string;
  /** `/v2/models/{name}`, with `/versions/{version}` where one was asked for. */
  readonly path: string;
  /** Undefined where the server gives none that can be read. */
  readonly metadata: ModelMetadata | undefined;
}

/** The models of models/, found by their signature: they have answers that are known beforehand. */
export type Part = 'simple' | 'echo' | 'half' | 'divide';

export interface Context {
  readonly send: Send;
  readonly extensions: readonly string[];
  /** Run the cases of binary tensors even where the server does not advertise them. */
  readonly forceBinary: boolean;
  readonly subject: Model;
  readonly parts: Readonly<Partial<Record<Part, Model>>>;
}

export type Known = Model & { readonly metadata: ModelMetadata };

/** The model under test, where its metadata say how to ask it. */
export function subjectOf({ subject }: Context): Known {
  const { metadata } = subject;
  if (metadata === undefined || metadata.inputs.length === 0) throw new NotApplicable(`the metadata of model "${subject.name}" do not say what it takes`);
  const unknown = metadata.inputs.find(({ datatype }) => !isDatatype(datatype));
  if (unknown !== undefined) throw new NotApplicable(`input "${unknown.name}" of model "${subject.name}" is ${unknown.datatype}, which this kit cannot make`);
  return { ...subject, metadata };
}

/** The same, for bodies of JSON alone. */
export function jsonSubjectOf(context: Context): Known {
  const subject = subjectOf(context);
  const half = subject.metadata.inputs.find(({ datatype }) => datatype === 'FP16');
  if (half !== undefined) throw new NotApplicable(`input "${half.name}" of model "${subject.name}" is FP16, which has no JSON form`);
  return subject;
}

export function partOf({ parts }: Context, part: Part): Known {
  const model = parts[part];
  if (model?.metadata === undefined) throw new NotApplicable(`the server has no model like models/${part}.onnx`);
  return { ...model, metadata: model.metadata };
}

export function firstOutput({ name, metadata }: Known): TensorSpec {
  const [output] = metadata.outputs;
  if (output === undefined) throw new NotApplicable(`the metadata of model "${name}" name no output`);
  return output;
}
