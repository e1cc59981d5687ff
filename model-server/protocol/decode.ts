import { requestError } from '../errors.ts';
import type { TensorSpec } from '../model/manifest.ts';
import { Tensor } from '../model/onnxruntime.ts';
import type { Tensors } from '../model/session.ts';
import { codecOf, show, type ElementCodec } from './datatypes.ts';
import { checkAllTaken, decodeBinary, decodeRaw, hasBinary, type Tail } from './decode-binary.ts';
import type { OutputWriter } from './encode.ts';
import { fieldInvalid, isObject, isText, optional, type Json } from './fields.ts';
import { selectOutputs, type Selection } from './select-outputs.ts';
import { checkShape, countOf, shapeText } from './shape.ts';

/** What decoding needs to know of a model. */
export interface InferSignature {
  readonly inputs: ReadonlyMap<string, TensorSpec>;
  readonly outputs: ReadonlyMap<string, OutputWriter>;
  /** All outputs, in the manifest's order. */
  readonly writers: readonly OutputWriter[];
  readonly outputNames: readonly string[];
}

export interface InferRequest extends Selection {
  readonly id?: string;
  readonly feeds: Tensors;
  readonly rows: number;
  /** Milliseconds after which the caller has no use for the answer. */
  readonly timeoutMillis?: number;
}

/** Turns a V2 request into feeds; every refusal names the input, the position and the reason. `bytes` are those behind the JSON. */
export function decodeInfer(signature: InferSignature, body: Json, bytes: Buffer): InferRequest {
  const id = optional(body, 'id', 'a text', isText);
  const timeoutMillis = timeoutOf(body);
  if (!Array.isArray(body['inputs'])) throw fieldInvalid('inputs', 'an array', body['inputs']);
  const selection = selectOutputs(signature, body);
  const feeds: Record<string, Tensor> = {};
  const tail: Tail = { bytes, taken: 0 };
  const rows = decodeInputs(signature, body['inputs'], feeds, tail);
  checkAllTaken(tail);
  return { ...selection, feeds, rows, ...(id === undefined ? {} : { id }), ...(timeoutMillis === undefined ? {} : { timeoutMillis }) };
}

/** A body that is one tensor and nothing else asks for all outputs: as JSON, if that can carry them. */
export function decodeRawInfer(signature: InferSignature, bytes: Buffer): InferRequest {
  const tensor = decodeRaw(signature.inputs, bytes);
  const spec = signature.inputs.values().next().value as TensorSpec;
  const rows = spec.shape[0] === -1 ? (tensor.dims[0] as number) : 1;
  if (rows === 0) throw requestError('InputEmpty', { input: spec.name });
  const parameters = { binary_data_output: signature.writers.some((writer) => writer.spec.datatype === 'FP16') };
  return { ...selectOutputs(signature, { parameters }), feeds: { [spec.name]: tensor }, rows };
}

/** Triton's `parameters.timeout`, in microseconds; 0 means none. */
function timeoutOf(body: Json): number | undefined {
  const timeout = optional(body, 'parameters', 'an object', isObject)?.['timeout'];
  if (timeout === undefined || timeout === 0) return undefined;
  if (!Number.isSafeInteger(timeout) || (timeout as number) < 0) throw fieldInvalid('parameters.timeout', 'a whole number of microseconds', timeout);
  return (timeout as number) / 1_000;
}

/** Fills `feeds`; returns the number of rows (1 for a model without a row dimension). */
function decodeInputs(signature: InferSignature, inputs: readonly unknown[], feeds: Record<string, Tensor>, tail: Tail): number {
  let first: TensorSpec | undefined;
  let rows = 1;
  for (let i = 0; i < inputs.length; i++) {
    const input = inputs[i];
    if (!isObject(input)) throw fieldInvalid(`inputs[${i}]`, 'an object', input);
    const spec = findInput(signature, input, i);
    if (feeds[spec.name] !== undefined) throw requestError('InputTwice', { input: spec.name });
    const tensor = hasBinary(input) ? decodeBinary(spec, input, tail) : decodeTensor(spec, input);
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
  const codec = codecOf(spec.datatype);
  if (!codec) throw requestError('InputNeedsBinary', { input: spec.name });
  const shape = checkShape(spec, input['shape']);
  const data = input['data'];
  if (!Array.isArray(data)) throw requestError('InputNesting', { input: spec.name, position: '', expected: countOf(shape), shape: shapeText(shape), actual: show(data) });
  const count = countOf(shape);
  // A one-dimensional tensor is flat and nested at once; a scalar has one element.
  const nested = shape.length > 1 && Array.isArray(data[0]);
  if (nested) checkNesting(spec, shape, data, 0, '');
  else if (data.length !== count) throw requestError('InputCount', { input: spec.name, actual: data.length, shape: shapeText(shape), expected: count });
  const target = codec.allocate(count);
  if (nested) fillNested(spec, codec, target, 0, shape, data, 0, '');
  else fillRun(spec, codec, target, 0, data, '');
  return new Tensor(codec.ort, target, shape);
}

/** Every length is checked before memory is taken: a shape must not cost more than the body that carries it. */
function checkNesting(spec: TensorSpec, shape: readonly number[], data: unknown, depth: number, position: string): void {
  const expected = shape[depth] as number;
  if (!Array.isArray(data) || data.length !== expected) {
    const actual = Array.isArray(data) ? `an array of ${data.length}` : show(data);
    throw requestError('InputNesting', { input: spec.name, position, expected, shape: shapeText(shape), actual });
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
