// Requests for inference: bodies of JSON, and of JSON with binary tensors behind it.
import { join, pack } from './binary-form.ts';
import type { Answer } from './client.ts';
import type { Context, Known } from './context.ts';
import { inputOf, write, type Json } from './json-form.ts';
import { sampleOf, type Tensor } from './tensor.ts';

export type Body = { readonly [key: string]: Json };

const jsonType = { 'content-type': 'application/json' };

/** One valid tensor an input. */
export function samples({ metadata }: Known, rows = 1): readonly Tensor[] {
  return metadata.inputs.map((spec) => sampleOf(spec, rows));
}

/** A valid body. */
export function bodyOf(tensors: readonly Tensor[], more: Body = {}): Body {
  return { ...more, inputs: tensors.map(inputOf) };
}

/** Sends a body of JSON, or any text in its place. */
export function infer({ send }: Context, { path }: Known, body: Body | string | Uint8Array, headers: Readonly<Record<string, string>> = jsonType): Promise<Answer> {
  return send({ method: 'POST', path: `${path}/infer`, headers, body: typeof body === 'string' || body instanceof Uint8Array ? body : write(body) });
}

export interface BinaryBody {
  readonly json: string;
  readonly tail: Uint8Array;
}

/** These inputs as bytes where `isBinary` says so, as JSON elsewhere. */
export function binaryBodyOf(tensors: readonly Tensor[], more: Body = {}, isBinary: (tensor: Tensor, index: number) => boolean = () => true): BinaryBody {
  const packed = tensors.map((tensor, i) => (isBinary(tensor, i) ? pack(tensor.datatype, tensor.elements) : undefined));
  const inputs = tensors.map((tensor, i) => binaryInput(tensor, packed[i]));
  return { json: write({ ...more, inputs }), tail: join(packed.filter((bytes) => bytes !== undefined)) };
}

function binaryInput(tensor: Tensor, bytes: Uint8Array | undefined): Json {
  if (bytes === undefined) return inputOf(tensor);
  return { name: tensor.name, datatype: tensor.datatype, shape: [...tensor.shape], parameters: { binary_data_size: bytes.length } };
}

/** Sends it as the extension says. `headerLength`: what the header claims, where that is not the truth. */
export function inferBinary(context: Context, model: Known, { json, tail }: BinaryBody, options: { readonly headerLength?: string; readonly contentType?: string | undefined } = {}): Promise<Answer> {
  const head = new TextEncoder().encode(json);
  const { contentType, headerLength = String(head.length) } = { contentType: 'application/octet-stream', ...options };
  const headers = { 'inference-header-content-length': headerLength, ...(contentType === undefined ? {} : { 'content-type': contentType }) };
  return infer(context, model, join([head, tail]), headers);
}
