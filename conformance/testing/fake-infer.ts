// Inference of the fake server.
import { join, pack, unpack } from '../binary-form.ts';
import type { Part } from '../context.ts';
import { read, write, type Json } from '../json-form.ts';
import { signatures } from '../signatures.ts';
import { countOf, fits, isDatatype, type Datatype, type Element, type Tensor, type TensorSpec } from '../tensor.ts';
import type { Asked, Reply } from './fake-server.ts';

export class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

interface Input {
  readonly name?: unknown;
  readonly datatype?: unknown;
  readonly shape?: unknown;
  readonly data?: unknown;
  readonly parameters?: { readonly binary_data_size?: number };
}

interface Wanted {
  readonly name: string;
  readonly parameters?: { readonly binary_data?: boolean };
}

function bad(message: string): Refused {
  return new Refused(400, message);
}

export function inferAnswer(part: Part, asked: Asked): Reply {
  const length = asked.headers['inference-header-content-length'];
  if (length === '0') return reply(part, undefined, { binary_data_output: true }, undefined, [raw(part, asked.body)]);
  if (length !== undefined && !(/^\d+$/.test(String(length)) && Number(length) <= asked.body.length)) throw bad('the header length is wrong');
  const end = length === undefined ? asked.body.length : Number(length);
  const body = parse(asked.body.subarray(0, end));
  const { id, parameters = {}, inputs, outputs } = body as { id?: unknown; parameters?: { binary_data_output?: boolean }; inputs?: unknown; outputs?: Wanted[] };
  if (id !== undefined && typeof id !== 'string') throw bad('id must be a text');
  if (Array.isArray(parameters)) throw bad('parameters must be an object');
  if (!Array.isArray(inputs)) throw bad('inputs must be an array');
  const tail = { bytes: asked.body.subarray(end), at: 0, allowed: length !== undefined };
  const tensors = inputs.map((input: Input) => tensorOf(part, input, tail));
  if (tail.at !== tail.bytes.length) throw bad('bytes are left over');
  if (new Set(tensors.map(({ name }) => name)).size !== tensors.length) throw bad('an input is given twice');
  if (tensors.length !== signatures[part].inputs.length) throw bad('an input is missing');
  return reply(part, id, parameters, outputs, tensors);
}

function parse(bytes: Uint8Array): object {
  let body: unknown;
  try {
    body = read(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw bad((error as Error).message);
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw bad('the body must be an object');
  return body;
}

function raw(part: Part, bytes: Uint8Array): Tensor {
  const [spec] = signatures[part].inputs as readonly [TensorSpec];
  const elements = unpack(spec.datatype as Datatype, bytes);
  return { name: spec.name, datatype: spec.datatype as Datatype, shape: spec.shape.map((dim) => (dim === -1 ? 1 : dim)), elements };
}

function tensorOf(part: Part, { name, datatype, shape, data, parameters }: Input, tail: { readonly bytes: Uint8Array; at: number; readonly allowed: boolean }): Tensor {
  const spec = signatures[part].inputs.find((one) => one.name === name);
  if (spec === undefined) throw bad('an input is unknown');
  if (datatype !== spec.datatype || !isDatatype(datatype)) throw bad('the datatype is wrong');
  if (!Array.isArray(shape) || !shape.every((dim) => Number.isSafeInteger(dim) && dim >= 0) || !fits(spec.shape, shape as number[])) throw bad('the shape is wrong');
  const size = parameters?.binary_data_size;
  const elements = size === undefined ? fromJson(datatype, shape as number[], data) : fromBytes(datatype, size, tail);
  if (elements.length !== countOf(shape as number[])) throw bad('the number of elements is wrong');
  return { name: spec.name, datatype, shape: shape as number[], elements };
}

function fromBytes(datatype: Datatype, size: number, tail: { readonly bytes: Uint8Array; at: number; readonly allowed: boolean }): readonly Element[] {
  if (!tail.allowed || size < 0 || tail.at + size > tail.bytes.length) throw bad('the binary size is wrong');
  tail.at += size;
  try {
    return unpack(datatype, tail.bytes.subarray(tail.at - size, tail.at));
  } catch (error) {
    throw bad((error as Error).message);
  }
}

function fromJson(datatype: Datatype, shape: readonly number[], data: unknown): readonly Element[] {
  if (datatype === 'FP16') throw bad('FP16 has no JSON form');
  if (!Array.isArray(data)) throw bad('data must be an array');
  const nested = shape.length > 1 && Array.isArray(data[0]);
  return (nested ? flat(shape, data) : data).map((value: unknown) => elementOf(datatype, value));
}

function flat([length, ...rest]: readonly number[], data: unknown): unknown[] {
  if (!Array.isArray(data) || data.length !== length) throw bad('nested data have another shape');
  return rest.length === 0 ? data : data.flatMap((row) => flat(rest, row));
}

function elementOf(datatype: Datatype, value: unknown): Element {
  if (datatype === 'BOOL' && typeof value === 'boolean') return value;
  if (datatype === 'BYTES' && typeof value === 'string') return value;
  if (typeof value !== 'number' && typeof value !== 'bigint') throw bad('an element is of another type');
  if (datatype === 'FP32' && !Number.isFinite(Math.fround(Number(value)))) throw bad('an element does not fit');
  if (datatype.startsWith('FP')) return Number(value);
  const [back] = Number.isInteger(Number(value)) ? unpack(datatype, pack(datatype, [value])) : [];
  if (back === undefined || BigInt(back) !== BigInt(value)) throw bad('an element does not fit');
  return back;
}

/** What the model makes of its inputs. */
function computed(part: Part, name: string, tensors: readonly Tensor[]): readonly Element[] {
  const of = (input: string): readonly Element[] => tensors.find((tensor) => tensor.name === input)?.elements ?? [];
  if (part === 'simple') return of('INPUT0').map((value, i) => Number(value) + (name === 'OUTPUT0' ? 1 : -1) * Number(of('INPUT1')[i]));
  if (part === 'divide') return of('A').map((value, i) => Number(value) / Number(of('B')[i]));
  return of(name.replace(/^OUT/, 'IN'));
}

function reply(part: Part, id: string | undefined, { binary_data_output: all = false }: { binary_data_output?: boolean }, asked: readonly Wanted[] | undefined, tensors: readonly Tensor[]): Reply {
  const wanted = asked ?? signatures[part].outputs.map(({ name }): Wanted => ({ name }));
  if (new Set(wanted.map(({ name }) => name)).size !== wanted.length) throw bad('an output is asked for twice');
  const made = wanted.map(({ name, parameters }) => {
    const spec = signatures[part].outputs.find((one) => one.name === name);
    if (spec === undefined) throw bad('an output is unknown');
    const elements = computed(part, name, tensors);
    return outputOf(spec, tensors[0]?.shape ?? [], elements, parameters?.binary_data ?? all);
  });
  const text = write({ model_name: part, model_version: '1', id: id ?? 'made-up', outputs: made.map(({ json }) => json) });
  const bytes = made.flatMap(({ bytes: one }) => (one === undefined ? [] : [one]));
  if (bytes.length === 0) return { status: 200, headers: { 'content-type': 'application/json' }, body: text };
  const head = new TextEncoder().encode(text);
  return { status: 200, headers: { 'content-type': 'application/octet-stream', 'inference-header-content-length': String(head.length) }, body: join([head, ...bytes]) };
}

function outputOf({ name, datatype }: TensorSpec, shape: readonly number[], elements: readonly Element[], binary: boolean): { readonly json: Json; readonly bytes: Uint8Array | undefined } {
  const head = { name, datatype, shape: [...shape] };
  if (binary) {
    const bytes = pack(datatype as Datatype, elements);
    return { json: { ...head, parameters: { binary_data_size: bytes.length } }, bytes };
  }
  if (datatype === 'FP16') throw bad('FP16 has no JSON form');
  if (elements.some((value) => typeof value === 'number' && !Number.isFinite(value))) throw new Refused(500, 'an output is NaN or infinite');
  return { json: { ...head, data: [...elements] }, bytes: undefined };
}
