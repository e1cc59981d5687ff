// One call with deadline, retries, typed errors and metrics. The client gives it paths and bodies.
import type { Clock } from './clock.ts';
import { sleep } from './clock.ts';
import { ApiError } from './errors.ts';
import type { StatusDetails } from './errors.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { HttpResponse, HttpStream, Method, Transport } from './transport.ts';

export interface CallPolicy {
  /** For each attempt. */
  readonly deadlineMs: number;
  /** 1 = no retries. */
  readonly attempts: number;
  /** First pause between attempts; doubles. */
  readonly backoffMs: number;
  /** A server that asks for a longer pause gets its way by the error instead: a worker must not sleep for minutes. */
  readonly longestPauseMs: number;
  /** Changing calls ask the guard first. Off for the lease, which is its own guard. */
  readonly guarded: boolean;
}

/** Why nothing may be changed now; `undefined` when it may. */
export type WriteGuard = () => ApiError | undefined;

export interface Call {
  readonly method: Method;
  readonly path: string;
  readonly contentType?: string;
  readonly body?: unknown;
  /** Doing it twice equals doing it once, so it may be repeated when no answer came. */
  readonly idempotent: boolean;
  readonly signal?: AbortSignal;
}

export interface Caller {
  json<T>(call: Call): Promise<T>;
  stream(path: string, signal: AbortSignal): Promise<HttpStream>;
}

export interface CallerOptions {
  readonly transport: Transport;
  readonly policy: CallPolicy;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly random: () => number;
  readonly guard: WriteGuard;
}

const transientStatuses: readonly number[] = [429, 500, 502, 503, 504];

export function createCaller({ transport, policy, clock, logger, metrics, random, guard }: CallerOptions): Caller {
  const { host } = new URL(transport.server);
  const count = (method: Method, code: string): void => metrics.restRequests.inc({ method, code, host });

  const attempt = async <T>(call: Call): Promise<T> => {
    const started = clock.monotonicMs();
    let response: HttpResponse;
    try {
      response = await transport.send({
        method: call.method,
        path: call.path,
        deadlineMs: policy.deadlineMs,
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body), headers: { 'content-type': call.contentType ?? 'application/json' } }),
        ...(call.signal === undefined ? {} : { signal: call.signal }),
        ...(policy.guarded && call.method !== 'GET' ? { refusal: guard } : {}),
      });
    } catch (error) {
      count(call.method, '<error>'); // client-go's label for calls without an answer
      throw error;
    }
    count(call.method, String(response.status));
    metrics.restDuration.observe({ verb: call.method, host }, (clock.monotonicMs() - started) / 1000);
    logWarnings(response, call, logger);
    if (response.status >= 400) throw errorOf(call, response.status, response.headers['retry-after'], response.text, clock.now());
    return parse<T>(call, response);
  };

  return {
    async json<T>(call: Call) {
      for (let attempts = 1; ; attempts += 1) {
        try {
          return await attempt<T>(call);
        } catch (error) {
          if (!(error instanceof ApiError) || attempts >= policy.attempts || call.signal?.aborted === true || !mayRepeat(call, error)) throw error;
          const pauseMs = error.retryAfterMs ?? policy.backoffMs * 2 ** (attempts - 1) * (0.5 + random() / 2);
          if (pauseMs > policy.longestPauseMs) throw error;
          logger.debug({ method: call.method, path: call.path, attempts, pauseMs, err: error }, 'call to the API server will be repeated');
          metrics.restRetries.inc({ verb: call.method, code: error.status === 0 ? '<error>' : String(error.status), host });
          await sleep(clock, pauseMs, call.signal);
        }
      }
    },

    async stream(path, signal) {
      const call: Call = { method: 'GET', path, idempotent: true };
      let stream: HttpStream;
      try {
        stream = await transport.stream({ method: 'GET', path, deadlineMs: policy.deadlineMs, signal });
      } catch (error) {
        count('GET', '<error>');
        throw error;
      }
      count('GET', String(stream.status));
      if (stream.status === 200) return stream;
      const text = await bounded(stream, clock, policy.deadlineMs);
      throw errorOf(call, stream.status, stream.headers['retry-after'], text, clock.now());
    },
  };
}

// 429 means that the server did nothing, so even a create may be repeated. Everything else that is transient may have
// taken effect before the answer was lost.
function mayRepeat(call: Call, error: ApiError): boolean {
  if (error.status === 429) return true;
  if (!call.idempotent || error.reason === 'Aborted' || error.reason === 'NotLeading') return false;
  return error.status === 0 || transientStatuses.includes(error.status);
}

const longestErrorBody = 64 * 1024;

async function bounded(stream: HttpStream, clock: Clock, deadlineMs: number): Promise<string> {
  const timer = clock.setTimeout(() => stream.abort(), deadlineMs);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream.body) {
      chunks.push(chunk);
      size += chunk.byteLength;
      if (size > longestErrorBody) break;
    }
  } finally {
    timer.cancel();
    stream.abort();
  }
  return Buffer.concat(chunks).toString('utf8');
}

interface StatusBody {
  readonly reason?: string;
  readonly message?: string;
  readonly details?: StatusDetails;
}

/** A Status body in a watch stream and in an error response have the same form. */
export function apiErrorOf(status: number, body: StatusBody, what: string, retryAfterMs?: number): ApiError {
  const asked = retryAfterMs ?? (body.details?.retryAfterSeconds === undefined ? undefined : body.details.retryAfterSeconds * 1000);
  return new ApiError({
    status,
    reason: body.reason ?? '',
    message: `${what}: ${body.message ?? `HTTP ${status}`}`,
    ...(asked === undefined ? {} : { retryAfterMs: asked }),
    ...(body.details === undefined ? {} : { details: body.details }),
  });
}

function errorOf(call: Call, status: number, retryAfter: string | string[] | undefined, text: string, now: Date): ApiError {
  const what = `${call.method} ${call.path.split('?')[0]}`;
  return apiErrorOf(status, statusBody(text), what, parseRetryAfter(Array.isArray(retryAfter) ? retryAfter[0] : retryAfter, now));
}

// A proxy or a load balancer in between answers with HTML or text: keep a piece of it for the reader of the log.
function statusBody(text: string): StatusBody {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && 'kind' in body && body.kind === 'Status') return body as StatusBody;
  } catch {
    // not JSON: handled below like any other body that is no Status
  }
  const excerpt = text.trim().slice(0, 300);
  return excerpt === '' ? {} : { message: excerpt };
}

/** RFC 9110 §10.2.3: seconds, or a date. */
function parseRetryAfter(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}

function parse<T>(call: Call, response: HttpResponse): T {
  try {
    return JSON.parse(response.text) as T;
  } catch (cause) {
    throw new ApiError({ status: 0, reason: 'Unreachable', message: `${call.method} ${call.path.split('?')[0]}: HTTP ${response.status} with a body that is not JSON`, cause });
  }
}

// Deprecations, unknown fields in an applied object: the server says so in Warning headers (RFC 9111 §5.5, KEP-1693).
function logWarnings(response: HttpResponse, call: Call, logger: Logger): void {
  const header = response.headers['warning'];
  for (const warning of header === undefined ? [] : [header].flat()) {
    logger.warn({ method: call.method, path: call.path, warning }, 'the API server warns');
  }
}
