// An object store that speaks plain HTTP, and fails on demand.
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface HttpStore {
  /** With a slash at the end. */
  readonly url: string;
  /** Paths in the order they were asked for. */
  readonly asked: readonly string[];
  put(path: string, bytes: string | Buffer): void;
  /** Answers this status, cuts the connection in mid-body, or never answers. */
  fail(path: string, how: number | 'reset' | 'hang'): void;
  close(): Promise<void>;
}

export async function startHttpStore(): Promise<HttpStore> {
  const objects = new Map<string, Buffer>();
  const failures = new Map<string, number | 'reset' | 'hang'>();
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').slice(1);
    asked.push(path);
    const failure = failures.get(path);
    const object = objects.get(path);
    if (failure === 'hang') return;
    if (failure === 'reset') {
      response.writeHead(200, { 'content-length': '1000' }).write('half of it');
      setImmediate(() => response.socket?.resetAndDestroy());
    } else if (failure !== undefined) response.writeHead(failure).end('no');
    else if (object === undefined) response.writeHead(404).end('nothing here');
    else response.writeHead(200).end(object);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    put: (path, bytes) => {
      failures.delete(path);
      objects.set(path, Buffer.from(bytes));
    },
    fail: (path, how) => void failures.set(path, how),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
