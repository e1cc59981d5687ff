import type { Manifest } from '../model/manifest.ts';
import { HEADER_LENGTH } from '../protocol/frame.ts';
import { isTabular } from '../openapi/model-schemas.ts';
import { asBinary } from './binary-bodies.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateStructure } from './mutate-structure.ts';
import type { Random } from './random.ts';
import { validFeedback, validInfer, validRows } from './valid-bodies.ts';

/** A model that requests are made for. */
export interface Target {
  readonly name: string;
  readonly version: string;
  readonly revision: string;
  readonly manifest: Manifest;
  readonly mayOverflow: boolean;
}

export type Kind = 'valid' | 'structure' | 'bytes' | 'both' | 'envelope';

export interface FuzzRequest {
  readonly kind: Kind;
  readonly target: Target;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const HEADERS: readonly (readonly [string, readonly string[]])[] = [
  ['content-type', ['', 'text/plain', 'application/json; charset=utf-16', 'nonsense', 'application/octet-stream', ';', 'multipart/form-data']],
  ['content-encoding', ['gzip', 'br', 'identity', '', 'x'.repeat(1_000), 'GZIP', 'deflate, gzip']],
  ['inference-header-content-length', ['0', '1', '-1', 'x', '10', '999999999999999999999']],
  ['x-request-id', ['', 'a b', 'x'.repeat(129), '\u00ff', 'mine', '{}']],
  ['accept', ['text/html', '']],
  ['expect', ['100-continue']],
  ['te', ['trailers']],
];
const METHODS = ['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'POST'];

/** The next request: one in twelve is valid, the others have their body, or what is around it, changed. */
export function nextRequest(random: Random, targets: readonly Target[]): FuzzRequest {
  const target = random.pick(targets);
  const { url, body } = validRequest(random, target);
  const kind = random.pick<Kind>(['valid', 'structure', 'structure', 'structure', 'structure', 'structure', 'bytes', 'bytes', 'bytes', 'bytes', 'both', 'envelope']);
  const binary = url.endsWith('/infer') && random.chance(0.3) ? asBinary(random, body, target.manifest.inputs) : undefined;
  const json = binary?.head ?? body;
  const text = kind === 'structure' || kind === 'both' ? mutateStructure(random, json) : JSON.stringify(json);
  // A lone surrogate becomes U+FFFD here; its escape stays an escape.
  const head = Buffer.from(text);
  let bytes: Buffer = binary === undefined ? head : Buffer.concat([head, binary.tail]);
  if (kind === 'bytes' || kind === 'both') bytes = mutateBytes(random, bytes, Buffer.from(JSON.stringify(validRequest(random, random.pick(targets)).body)));
  const headers = binary === undefined ? {} : { [HEADER_LENGTH]: String(head.length) };
  const request: FuzzRequest = { kind, target, method: 'POST', url, headers, body: bytes };
  return kind === 'envelope' ? { ...request, ...envelope(random, target, url) } : request;
}

/** A path that takes bodies, with one that it takes. */
function validRequest(random: Random, target: Target): { readonly url: string; readonly body: Readonly<Record<string, unknown>> } {
  const { name, version, revision, manifest } = target;
  const at = random.below(10);
  if (at === 0) return { url: `/feedback/${name}`, body: validFeedback(random, revision) };
  if (at < 6 && isTabular(manifest)) return { url: `/predict/${name}`, body: validRows(random, manifest.inputs) };
  const model = `/v2/models/${name}${random.chance(0.2) ? `/versions/${version}` : ''}`;
  return { url: `${model}/infer`, body: validInfer(random, manifest.inputs, manifest.outputs) };
}

function envelope(random: Random, { name }: Target, url: string): Partial<FuzzRequest> {
  switch (random.below(4)) {
    case 0: {
      const [header, values] = random.pick(HEADERS);
      return { headers: { [header]: random.pick(values) } };
    }
    case 1:
      return { method: random.pick(METHODS) };
    case 2:
      return { url: random.pick([`${url}/`, `${url}?x=1`, `${url}/x`, url.slice(0, -1), url.toUpperCase(), `/${url}`, url.replace(name, '%zz'), url.replace(name, '%2e%2e'), url.replace(name, 'x'.repeat(600)), url.replace(name, `${name}%00`), '/openapi.json', '/v2', '/metrics']) };
    default:
      return { headers: Object.fromEntries(HEADERS.map(([header, values]) => [header, random.pick(values)])), method: random.pick(METHODS) };
  }
}
