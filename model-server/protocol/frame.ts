import { requestError } from '../errors.ts';
import { show } from './datatypes.ts';

/** Says how many bytes of a body are JSON; the rest are tensors (Triton's extension "binary_tensor_data"). */
export const HEADER_LENGTH = 'inference-header-content-length';

/** A body in its two parts. */
export interface Frame {
  readonly head: unknown;
  /** There is no JSON: the whole body is one tensor. */
  readonly raw: boolean;
  readonly tail: Buffer;
}

const NOTHING = Buffer.alloc(0);

/** Splits a body by the header's value; without the header all of it is JSON. */
export function frameOf(body: unknown, header: string | readonly string[] | undefined): Frame {
  if (header === undefined) return { head: body, raw: false, tail: NOTHING };
  const bytes = Buffer.isBuffer(body) ? body : NOTHING;
  const length = typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : -1;
  if (length < 0 || length > bytes.length) throw requestError('HeaderLengthInvalid', { actual: show(header), length: bytes.length });
  return { head: bytes.subarray(0, length), raw: length === 0, tail: bytes.subarray(length) };
}
