// One HTTP request, and what came back: every byte, the text, and the JSON in it.

export interface Request {
  readonly method?: string;
  /** Below the URL of the server, such as `/v2/health/live`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Follow redirects; else a redirect is the answer. */
  readonly follow?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  readonly text: string;
}

export type Send = (request: Request) => Promise<Answer>;

/** Requests to one server; `signal` ends whatever is in flight. Throws an Error whose text says what happened to the connection. */
export function client(server: string, signal: AbortSignal): Send {
  const base = server.replace(/\/+$/, '').replace(/\/v2$/, '');
  return async ({ method = 'GET', path, headers = {}, body, follow = false }) => {
    try {
      const response = await fetch(`${base}${path}`, {
        method,
        // Bytes, because fetch gives a text a content type of its own. Each request has its own connection: what a bad
        // one does to its connection must not reach the next.
        headers: { connection: 'close', ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? new TextEncoder().encode(body) : Uint8Array.from(body) }),
        redirect: follow ? 'follow' : 'manual',
        signal,
      });
      const bytes = new Uint8Array(await response.arrayBuffer());
      return { status: response.status, headers: response.headers, bytes, text: new TextDecoder().decode(bytes) };
    } catch (error) {
      throw new ConnectionError(reasonOf(error), { cause: error });
    }
  };
}

/** No HTTP answer came. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
}

/** fetch says "fetch failed" and keeps the reason in a cause, sometimes several deep. */
function reasonOf(error: unknown): string {
  let deepest = error;
  while (deepest instanceof Error && deepest.cause instanceof Error) deepest = deepest.cause;
  if (!(deepest instanceof Error)) return String(deepest);
  return deepest.message || ('code' in deepest ? String(deepest.code) : deepest.name);
}
