import type { TensorSpec } from '../model/manifest.ts';
import { Tensor } from '../model/onnxruntime.ts';
import { writeTensor } from '../protocol/binary.ts';
import { codecOf } from '../protocol/datatypes.ts';
import type { Random } from './random.ts';

type Json = Record<string, unknown>;

/** JSON, and the bytes behind it. */
export interface BinaryBody {
  readonly head: Json;
  readonly tail: Buffer;
}

/** A valid V2 body, some or all of whose inputs are bytes, and which may ask for bytes. */
export function asBinary(random: Random, body: Readonly<Json>, specs: readonly TensorSpec[]): BinaryBody {
  const tails: Buffer[] = [];
  const byName = new Map(specs.map((spec) => [spec.name, spec]));
  const inputs = (body['inputs'] as Json[]).map((input) => {
    if (random.chance(0.3)) return input;
    const { data, parameters, ...rest } = input;
    const bytes = bytesOf(byName.get(input['name'] as string) as TensorSpec, data as unknown[]);
    tails.push(bytes);
    return { ...rest, parameters: { ...(parameters as Json | undefined), binary_data_size: bytes.length } };
  });
  const asks = random.chance(0.5) ? { parameters: { ...(body['parameters'] as Json | undefined), binary_data_output: true } } : {};
  return { head: { ...body, ...asks, inputs }, tail: Buffer.concat(tails) };
}

function bytesOf({ datatype, shape }: TensorSpec, data: readonly unknown[]): Buffer {
  const codec = codecOf(datatype);
  if (!codec) throw new Error(`${datatype} has no form in JSON to begin with`);
  const flat = data.flat(shape.length);
  const values = codec.allocate(flat.length);
  flat.forEach((value, i) => codec.put(values, i, value));
  return writeTensor(new Tensor(codec.ort, values, [flat.length]));
}

/**
 * What is wrong with a binary answer: its parts must be as long as it says. Undefined where they are.
 * Triton's extension "binary_tensor_data".
 */
export function brokenBinaryAnswer(body: Buffer, headerLength: unknown): string | undefined {
  const length = Number(headerLength);
  if (!Number.isInteger(length) || length <= 0 || length > body.length) return `its header length is ${String(headerLength)} of ${body.length} bytes`;
  let head: { outputs?: { parameters?: { binary_data_size?: number }; data?: unknown }[] };
  try {
    head = JSON.parse(body.toString('utf8', 0, length)) as typeof head;
  } catch {
    return 'its head is no JSON';
  }
  const sizes = (head.outputs ?? []).map(({ parameters, data }) => (data === undefined ? (parameters?.binary_data_size ?? NaN) : 0));
  const announced = sizes.reduce((sum, size) => sum + size, 0);
  return announced === body.length - length ? undefined : `its outputs announce ${announced} bytes, and there are ${body.length - length}`;
}
