// A line to MLflow that breaks where a test wants it to.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

export interface BrokenLine {
  readonly url: string;
  /** Requests that reached MLflow since `breakAt`. */
  readonly passed: readonly string[];
  /**
   * The nth request from now on (from 1) is cut: `before` MLflow hears of it, or `after` it did what was asked and before
   * it can say so. Undefined: none is.
   */
  breakAt(nth: number | undefined, when?: 'before' | 'after'): void;
  /** The next request with this in its path reaches MLflow so much later, whether somebody still waits for it or not. */
  passLate(path: string, ms: number): void;
  close(): Promise<void>;
}

export async function brokenLine(target: string): Promise<BrokenLine> {
  const state: { passed: string[]; seen: number; nth: number | undefined; when: 'before' | 'after'; late: { path: string; ms: number } | undefined } = { passed: [], seen: 0, nth: undefined, when: 'before', late: undefined };
  const server = createServer((request, response) => {
    state.seen += 1;
    const breaks = state.seen === state.nth ? state.when : undefined;
    if (breaks === 'before') request.socket.destroy();
    else {
      const lateMs = state.late !== undefined && request.url?.includes(state.late.path) === true ? state.late.ms : 0;
      if (lateMs > 0) state.late = undefined;
      void forward(target, request, response, breaks === 'after', state.passed, lateMs);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get passed() {
      return state.passed;
    },
    breakAt(nth, when = 'before') {
      Object.assign(state, { passed: [], seen: 0, nth, when });
    },
    passLate(path, ms) {
      state.late = { path, ms };
    },
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

async function forward(target: string, request: IncomingMessage, response: ServerResponse, silent: boolean, passed: string[], lateMs: number): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  if (lateMs > 0) await delay(lateMs);
  const { method = 'GET', url = '/' } = request;
  passed.push(`${method} ${url.replace(/\?.*/, '')}`);
  const body = chunks.length === 0 ? {} : { body: Buffer.concat(chunks) };
  const answer = await fetch(target + url, { method, headers: { 'content-type': request.headers['content-type'] ?? '' }, ...body });
  const text = Buffer.from(await answer.arrayBuffer());
  if (silent) return void request.socket.destroy();
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(text);
}
