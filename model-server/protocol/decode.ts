import { requestError } from '../errors.ts';
import type { TensorSpec } from '../model/manifest.ts';
import { Tensor } from '../model/onnxruntime.ts';
import type { Tensors } from '../model/session.ts';
import { jsonCodec, show, type ElementCodec } from './datatypes.ts';
import type { OutputWriter } from './encode.ts';

/** What decoding needs to know of a model. */
export interface InferSignature {
  readonly inputs: ReadonlyMap<string, TensorSpec>;
  readonly outputs: ReadonlyMap<string, OutputWriter>;
  /** All outputs, in the manifest's order. */
  readonly writers: readonly OutputWriter[];
  readonly outputNames: readonly string[];
}

export interface InferRequest {
  readonly id?: string;
  readonly feeds: Tensors;
  readonly rows: number;
  readonly writers: readonly OutputWriter[];
  readonly outputNames: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

/** Turns a V2 request body into feeds; every refusal names the input, the position and the reason. */
export function decodeInfer(signature: InferSignature, body: Json): InferRequest {
  const id = optional(body, 'id', 'a text', isText);
  optional(body, 'parameters', 'an object', isObject);
  if (!Array.isArray(body['inputs'])) throw fieldInvalid('inputs', 'an array', body['inputs']);
  const feeds: Record<string, Tensor> = {};
  const rows = decodeInputs(signature, body['inputs'], feeds);
  return { ...(id === undefined ? {} : { id }), feeds, rows, ...selectOutputs(signature, optional(body, 'outputs', 'an array', Array.isArray)) };
}

/** Fills `feeds`; returns the number of rows (1 for a model without a row dimension). */
function decodeInputs(signature: InferSignature, inputs: readonly unknown[], feeds: Record<string, Tensor>): number {
  let first: TensorSpec | undefined;
  let rows = 1;
  for (let i = 0; i < inputs.length; i++) {
    const input = inputs[i];
    if (!isObject(input)) throw fieldInvalid(`inputs[${i}]`, 'an object', input);
    const spec = findInput(signature, input, i);
    if (feeds[spec.name] !== undefined) throw requestError('InputTwice', { input: spec.name });
    const tensor = decodeTensor(spec, input);
    feeds[spec.name] = tensor;
    if (spec.shape[0] !== -1) continue;
    const own = tensor.dims[0] as number;
    if (own === 0) throw requestError('InputEmpty', { input: spec.name });
    // onnxruntime would meet unequal row counts inside the graph, as a failure of the model.
    if (first && own !== rows) throw requestError('InputRows', { input: spec.name, actual: own, other: first.name, expected: rows });
    first = spec;
    rows = own;
  }
  if (inputs.length < signature.inputs.size) {
    for (const input of signature.inputs.keys()) {
      if (feeds[input] === undefined) throw requestError('InputMissing', { input });
    }
  }
  return rows;
}

function findInput(signature: InferSignature, input: Json, index: number): TensorSpec {
  const name = input['name'];
  if (typeof name !== 'string') throw fieldInvalid(`inputs[${index}].name`, 'a text', name);
  const spec = signature.inputs.get(name);
  if (!spec) throw requestError('InputUnknown', { input: name, inputs: [...signature.inputs.keys()].join(', ') });
  if (input['datatype'] !== spec.datatype) throw requestError('InputDatatype', { input: name, actual: show(input['datatype']), expected: spec.datatype });
  optional(input, 'parameters', 'an object', isObject);
  return spec;
}

function decodeTensor(spec: TensorSpec, input: Json): Tensor {
  const codec = jsonCodec(spec.datatype);
  const shape = checkShape(spec, input['shape']);
  const data = input['data'];
  if (!Array.isArray(data)) throw requestError('InputNesting', { input: spec.name, position: '', expected: countOf(shape), shape: text(shape), actual: show(data) });
  const count = countOf(shape);
  // A one-dimensional tensor is flat and nested at once; a scalar has one element.
  const nested = shape.length > 1 && Array.isArray(data[0]);
  if (nested) checkNesting(spec, shape, data, 0, '');
  else if (data.length !== count) throw requestError('InputCount', { input: spec.name, actual: data.length, shape: text(shape), expected: count });
  const target = codec.allocate(count);
  if (nested) fillNested(spec, codec, target, 0, shape, data, 0, '');
  else fillRun(spec, codec, target, 0, data, '');
  return new Tensor(codec.ort, target, shape);
}

function checkShape(spec: TensorSpec, value: unknown): readonly number[] {
  if (!Array.isArray(value) || value.length !== spec.shape.length) throw shapeInvalid(spec, value);
  for (let i = 0; i < value.length; i++) {
    const dim: unknown = value[i];
    if (!Number.isSafeInteger(dim) || (dim as number) < 0) throw shapeInvalid(spec, value);
    if (spec.shape[i] !== -1 && spec.shape[i] !== dim) throw shapeInvalid(spec, value);
  }
  // 2^4 x 2^60 wraps to 0 in 64 bits; here a product past 2^53 is refused before anything is sized by it.
  if (!Number.isSafeInteger(countOf(value))) throw shapeInvalid(spec, value);
  return value as number[];
}

/** Every length is checked before memory is taken: a shape must not cost more than the body that carries it. */
function checkNesting(spec: TensorSpec, shape: readonly number[], data: unknown, depth: number, position: string): void {
  const expected = shape[depth] as number;
  if (!Array.isArray(data) || data.length !== expected) {
    const actual = Array.isArray(data) ? `an array of ${data.length}` : show(data);
    throw requestError('InputNesting', { input: spec.name, position, expected, shape: text(shape), actual });
  }
  if (depth === shape.length - 1) return;
  for (let i = 0; i < data.length; i++) checkNesting(spec, shape, data[i], depth + 1, `${position}[${i}]`);
}

function fillNested(
  spec: TensorSpec, codec: ElementCodec, target: ReturnType<ElementCodec['allocate']>, at: number,
  shape: readonly number[], data: readonly unknown[], depth: number, position: string,
): number {
  if (depth === shape.length - 1) {
    fillRun(spec, codec, target, at, data, position);
    return at + data.length;
  }
  let next = at;
  for (let i = 0; i < data.length; i++) {
    next = fillNested(spec, codec, target, next, shape, data[i] as readonly unknown[], depth + 1, `${position}[${i}]`);
  }
  return next;
}

function fillRun(
  spec: TensorSpec, codec: ElementCodec, target: ReturnType<ElementCodec['allocate']>, at: number, data: readonly unknown[], position: string,
): void {
  const refused = codec.fill(target, at, data);
  if (refused < 0) return;
  throw requestError('InputElement', { input: spec.name, position: `${position}[${refused}]`, reason: codec.refusal(data[refused]) });
}

function selectOutputs(signature: InferSignature, asked: readonly unknown[] | undefined): Pick<InferRequest, 'writers' | 'outputNames'> {
  // An empty list asks for everything, as in Triton.
  const all = asked === undefined || asked.length === 0;
  const writers = all ? signature.writers : asked.map((entry, i) => findOutput(signature, entry, i));
  const outputNames = all ? signature.outputNames : writers.map((writer) => writer.spec.name);
  if (!all) {
    const twice = outputNames.find((name, i) => outputNames.indexOf(name) !== i);
    if (twice !== undefined) throw requestError('OutputTwice', { output: twice });
  }
  for (const { spec } of writers) {
    if (spec.datatype === 'FP16') throw requestError('OutputNeedsBinary', { output: spec.name });
  }
  return { writers, outputNames };
}

function findOutput(signature: InferSignature, entry: unknown, index: number): OutputWriter {
  if (!isObject(entry)) throw fieldInvalid(`outputs[${index}]`, 'an object', entry);
  const name = entry['name'];
  if (typeof name !== 'string') throw fieldInvalid(`outputs[${index}].name`, 'a text', name);
  optional(entry, 'parameters', 'an object', isObject);
  const writer = signature.outputs.get(name);
  if (!writer) throw requestError('OutputUnknown', { output: name, outputs: signature.outputNames.join(', ') });
  return writer;
}

function optional<T>(body: Json, field: string, expected: string, is: (value: unknown) => value is T): T | undefined {
  const value = body[field];
  if (value === undefined || is(value)) return value;
  throw fieldInvalid(field, expected, value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function countOf(shape: readonly number[]): number {
  let count = 1;
  for (let i = 0; i < shape.length; i++) count *= shape[i] as number;
  return count;
}

function text(shape: readonly number[]): string {
  return `[${shape.join(',')}]`;
}

function fieldInvalid(field: string, expected: string, value: unknown): Error {
  return requestError('FieldInvalid', { field, expected, actual: show(value) });
}

function shapeInvalid(spec: TensorSpec, value: unknown): Error {
  // Only numbers are quoted back, and few of them: the rest of an attacker's shape helps nobody.
  const actual = Array.isArray(value) && value.length <= 8 ? `[${value.map(show).join(',')}]` : show(value);
  return requestError('InputShape', { input: spec.name, actual, expected: text(spec.shape) });
}
