// HTTP to one API server. client-node 2.x opens one TLS connection per request (it builds a dispatcher each time:
// kubernetes-client/javascript#2893) and sets no deadline, so it is used for credentials only and undici is called directly.
import { createHash } from 'node:crypto';
import type { RequestOptions } from 'node:https';
import type { KubeConfig } from '@kubernetes/client-node';
import { Agent, ProxyAgent, Socks5ProxyAgent } from 'undici';
import type { Dispatcher } from 'undici';
import type { Clock } from './clock.ts';
import { ApiError, asError } from './errors.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface HttpRequest {
  readonly method: Method;
  /** Path and query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For `send`: the whole call. For `stream`: until the response headers. */
  readonly deadlineMs: number;
  readonly signal?: AbortSignal;
  /** Asked at first and again right before the bytes are written; what it returns is thrown instead. */
  readonly refusal?: () => ApiError | undefined;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export interface HttpStream {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: AsyncIterable<Uint8Array>;
  /** Ends the stream and its connection; iterating then rejects. */
  abort(): void;
}

/** Every failure is an ApiError with status 0: `Unreachable`, `DeadlineExceeded` or `Aborted` (by `signal`). */
export interface Transport {
  /** `https://host:port`, as in the kubeconfig. */
  readonly server: string;
  send(request: HttpRequest): Promise<HttpResponse>;
  stream(request: HttpRequest): Promise<HttpStream>;
  close(): Promise<void>;
}

interface Pools {
  readonly fingerprint: string;
  /** Short calls share few connections. */
  readonly calls: Dispatcher;
  /** Each watch occupies a connection for minutes, so watches must not use up the sockets of the calls. */
  readonly watches: Dispatcher;
}

const maxConnections = 16;
// kube-apiserver closes idle connections after 90 s; reusing one at that moment is an ECONNRESET, so ours end earlier.
const keepAliveMs = 55_000;
const connectTimeoutMs = 10_000;

export function createTransport(options: { readonly kubeConfig: KubeConfig; readonly clock: Clock }): Transport {
  const { kubeConfig, clock } = options;
  const cluster = kubeConfig.getCurrentCluster();
  if (cluster === null) throw new Error('the kubeconfig has no current cluster');
  const base = new URL(cluster.server);
  const prefix = base.pathname.replace(/\/+$/, '');
  let pools: Pools | undefined;

  const ownHeaders = (credentials: RequestOptions, request: HttpRequest): Record<string, string> => {
    const headers: Record<string, string> = { accept: 'application/json', 'user-agent': 'trainyard' };
    for (const [name, value] of Object.entries(credentials.headers ?? {})) headers[name.toLowerCase()] = String(value).trim(); // a token file may end in a newline
    if (typeof credentials.auth === 'string') headers['authorization'] = `Basic ${Buffer.from(credentials.auth).toString('base64')}`;
    return { ...headers, ...request.headers };
  };

  // A projected CA or a client certificate may be rotated under us. client-node re-reads the files for every call,
  // so comparing a hash of what it read is enough to notice; the old pool drains while the new one takes over.
  const poolsFor = (credentials: RequestOptions): Pools => {
    const fingerprint = fingerprintOf(cluster.server, credentials);
    if (pools?.fingerprint === fingerprint) return pools;
    const previous = pools;
    const dispatcher = kubeConfig.createDispatcherOptions(cluster, { ...credentials, agent: undefined } as never);
    pools = { fingerprint, calls: createDispatcher(dispatcher, maxConnections), watches: createDispatcher(dispatcher, null) };
    if (previous !== undefined) retire(previous);
    return pools;
  };

  const retire = (old: Pools): void => {
    // close() waits for calls under way. A failure to close an idle pool changes nothing for its users.
    void Promise.allSettled([old.calls.close(), old.watches.close()]);
  };

  const open = async (request: HttpRequest, kind: 'calls' | 'watches', signal: AbortSignal): Promise<Dispatcher.ResponseData> => {
    const credentials: RequestOptions = {};
    await unlessAborted(kubeConfig.applyToHTTPSOptions(credentials), signal); // may run an exec plugin or refresh a token
    const answer = guarded(poolsFor(credentials)[kind], request.refusal).request({
      origin: base.origin,
      path: `${prefix}${request.path}`,
      method: request.method,
      headers: ownHeaders(credentials, request),
      body: request.body ?? null,
      signal,
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    // undici hears the signal only once it is connected: a route that swallows packets would hold every caller for 10 s.
    return unlessAborted(answer, signal);
  };

  return {
    server: base.origin,
    async send(request) {
      const refused = request.refusal?.();
      if (refused !== undefined) throw refused;
      const deadline = deadlineSignal(clock, request);
      try {
        const response = await open(request, 'calls', deadline.signal);
        return { status: response.statusCode, headers: response.headers, text: await response.body.text() };
      } catch (error) {
        throw deadline.explain(error);
      } finally {
        deadline.clear();
      }
    },
    async stream(request) {
      const deadline = deadlineSignal(clock, request);
      try {
        const response = await open(request, 'watches', deadline.signal);
        deadline.headersArrived();
        return {
          status: response.statusCode,
          headers: response.headers,
          body: explained(response.body, deadline),
          abort: () => deadline.abort(),
        };
      } catch (error) {
        deadline.clear();
        throw deadline.explain(error);
      }
    },
    async close() {
      const old = pools;
      pools = undefined;
      if (old !== undefined) await Promise.all([old.calls.destroy(), old.watches.destroy()]);
    },
  };
}

/** Rejects when the signal aborts; the work itself, which cannot be stopped, is left to end unheard. */
async function unlessAborted<R>(work: Promise<R>, signal: AbortSignal): Promise<R> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const refuse = (): void => reject(asError(signal.reason));
  if (signal.aborted) refuse();
  else signal.addEventListener('abort', refuse, { once: true });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    // By hand: a signal of its own for every call would make an exception, with a stack, for every call.
    signal.removeEventListener('abort', refuse);
  }
}

async function* explained(body: AsyncIterable<Uint8Array>, deadline: Deadline): AsyncIterable<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw deadline.explain(error);
  } finally {
    deadline.clear();
  }
}

interface Deadline {
  readonly signal: AbortSignal;
  abort(): void;
  headersArrived(): void;
  clear(): void;
  explain(error: unknown): ApiError;
}

function deadlineSignal(clock: Clock, request: HttpRequest): Deadline {
  const controller = new AbortController();
  const what = `${request.method} ${request.path.split('?')[0]}`;
  let expired = false;
  let aborted = false;
  const abort = (): void => {
    aborted = true;
    controller.abort();
  };
  const timer = clock.setTimeout(() => {
    expired = true;
    controller.abort();
  }, request.deadlineMs);
  if (request.signal?.aborted === true) abort();
  request.signal?.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    abort,
    headersArrived: () => timer.cancel(),
    clear() {
      timer.cancel();
      request.signal?.removeEventListener('abort', abort);
    },
    explain(cause) {
      if (cause instanceof ApiError) return cause;
      if (expired) return new ApiError({ status: 0, reason: 'DeadlineExceeded', message: `${what}: no answer within ${request.deadlineMs} ms`, cause });
      if (aborted) return new ApiError({ status: 0, reason: 'Aborted', message: `${what}: aborted by the caller`, cause });
      return new ApiError({ status: 0, reason: 'Unreachable', message: `${what}: ${asError(cause).message}`, cause });
    },
  };
}

/**
 * A request may wait for a free connection or for a handshake, and a frozen process may wake up in between. undici calls
 * `onRequestStart` in the same turn of the loop in which it writes to the socket, so nothing of ours can run after it.
 */
function guarded(dispatcher: Dispatcher, refusal: HttpRequest['refusal']): Dispatcher {
  if (refusal === undefined) return dispatcher;
  return dispatcher.compose((dispatch) => (options, handler) =>
    dispatch(options, {
      onRequestStart(controller, context) {
        const refused = refusal();
        if (refused === undefined) handler.onRequestStart?.(controller, context);
        else controller.abort(refused);
      },
      onResponseStart: (controller, status, headers, message) => handler.onResponseStart?.(controller, status, headers, message),
      onResponseData: (controller, chunk) => handler.onResponseData?.(controller, chunk),
      onResponseEnd: (controller, trailers) => handler.onResponseEnd?.(controller, trailers),
      onResponseError: (controller, error) => handler.onResponseError?.(controller, error),
    }),
  );
}

function createDispatcher(options: ReturnType<KubeConfig['createDispatcherOptions']>, connections: number | null): Dispatcher {
  const pool = { connections, pipelining: 1, keepAliveTimeout: keepAliveMs, keepAliveMaxTimeout: keepAliveMs, connectTimeout: connectTimeoutMs };
  switch (options.type) {
    case 'proxy':
      return new ProxyAgent({ ...pool, uri: options.uri, requestTls: options.requestTls as never, connect: options.connect as never });
    case 'socks':
      return new Socks5ProxyAgent(options.uri, { ...pool, requestTls: options.requestTls } as never);
    case 'agent':
      return new Agent({ ...pool, connect: options.connect as never });
    case 'none':
      return new Agent(pool);
  }
}

function fingerprintOf(server: string, credentials: RequestOptions): string {
  const hash = createHash('sha256').update(server);
  for (const part of [credentials.ca, credentials.cert, credentials.key]) {
    hash.update('\0');
    if (typeof part === 'string' || Buffer.isBuffer(part)) hash.update(part);
  }
  return hash.digest('hex');
}
