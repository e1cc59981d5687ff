import { isUtf8 } from 'node:buffer';

import { requestError } from '../errors.ts';
import { show } from './datatypes.ts';
import { parsedWeight } from './weight.ts';

/** A body that must be one JSON object, and may take `heapBytes` of memory once parsed. */
export function parseBody(body: unknown, heapBytes: number): Readonly<Record<string, unknown>> {
  if (!Buffer.isBuffer(body) || body.length === 0) throw requestError('BodyEmpty', {});
  if (parsedWeight(body) > heapBytes) throw requestError('BodyTooHeavy', {});
  // toString() would turn bad bytes into U+FFFD and so change values in silence.
  if (!isUtf8(body)) throw requestError('BodyNotUtf8', {});
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString('utf8'));
  } catch (cause) {
    throw requestError('BodyNotJson', { cause: (cause as Error).message }, cause);
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw requestError('BodyNotObject', { actual: show(parsed) });
  return parsed as Readonly<Record<string, unknown>>;
}
