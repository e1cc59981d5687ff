import { HEADER_LENGTH } from '../protocol/frame.ts';
import type { createChecker, Document } from '../test/document.ts';
import { brokenBinaryAnswer } from './binary-bodies.ts';
import type { FuzzRequest } from './requests.ts';

export interface FuzzAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
}

/** As in the document: ready, refused, the graph's own NaN or infinity, or what must not be. */
export type Verdict = { readonly outcome: 'answered' | 'refused' | 'invalid-output' | 'unavailable' } | { readonly outcome: 'wrong'; readonly why: string };

const BINARY_TYPE = 'application/octet-stream';
const JSON_TYPE = 'application/json; charset=utf-8';
const INVALID_OUTPUT = /^model \S+ version \S+ gave (NaN|-?Infinity) in output /;

/** Judges an answer by itself, and by the document of the server. */
export function judge(document: Document, check: ReturnType<typeof createChecker>, request: FuzzRequest, answer: FuzzAnswer): Verdict {
  const wrong = (why: string): Verdict => ({ outcome: 'wrong', why });
  const { status, headers } = answer;
  const body = answer.body.toString('utf8');
  if (headers['content-type'] === BINARY_TYPE) {
    const broken = status === 200 ? brokenBinaryAnswer(answer.body, headers[HEADER_LENGTH]) : `its status is ${status}`;
    return broken === undefined ? { outcome: 'answered' } : wrong(`a binary answer: ${broken}`);
  }
  if (headers['content-type'] !== JSON_TYPE) return wrong(`content-type is ${String(headers['content-type'])}`);
  if (request.method === 'HEAD') return body === '' && status < 500 ? { outcome: status < 400 ? 'answered' : 'refused' } : wrong(`status ${status} with ${body.length} characters to HEAD`);
  const parsed = parse(body);
  if (typeof parsed !== 'object' || parsed === null) return wrong('the body is no JSON object');
  if (status === 200) return judgeAnswer(document, check, request, answer, parsed) ?? { outcome: 'answered' };
  const error: unknown = (parsed as Record<string, unknown>)['error'];
  if (typeof error !== 'string' || error === '' || Object.keys(parsed).length !== 1) return wrong('an error is not exactly {"error": text}');
  if (status === 503) return typeof headers['retry-after'] === 'string' ? { outcome: 'unavailable' } : wrong('503 without retry-after');
  if (status === 500 && request.target.mayOverflow && INVALID_OUTPUT.test(error)) return { outcome: 'invalid-output' };
  if (status < 400 || status >= 500) return wrong(`status ${status}`);
  return request.kind === 'valid' ? wrong(`a valid request got status ${status}`) : { outcome: 'refused' };
}

/** What is wrong with 200: the answer is not as documented, or the request should not have got one. */
function judgeAnswer({ paths }: Document, check: ReturnType<typeof createChecker>, request: FuzzRequest, { status, headers, body }: FuzzAnswer, parsed: object): Verdict | undefined {
  const operation = paths[new URL(request.url, 'http://localhost').pathname.replace(/\/$/, '')]?.[request.method.toLowerCase()];
  if (!operation) return undefined;
  const [problem] = check.answer(operation, status, headers, parsed);
  if (problem !== undefined) return { outcome: 'wrong', why: `the answer is not as documented: ${problem}: ${body.toString('utf8', 0, 200)}` };
  // With bytes behind it, the JSON is not all of the request.
  if (request.method !== 'POST' || HEADER_LENGTH in request.headers) return undefined;
  const [taken] = check.request(operation, parse(request.body.toString('utf8')));
  return taken === undefined ? undefined : { outcome: 'wrong', why: `a request was answered that is not as documented: ${taken}` };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON: the caller says so
  }
}
