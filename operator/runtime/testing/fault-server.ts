// An HTTP server that misbehaves on purpose: the faults a real kube-apiserver cannot be made to show at a chosen moment.
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { KubeConfig } from '@kubernetes/client-node';

export interface FaultRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface FaultReply {
  json(status: number, body: unknown, headers?: Record<string, string>): void;
  /** A metav1.Status as an error. */
  fail(status: number, reason: string, headers?: Record<string, string>): void;
  text(status: number, body: string): void;
  /** Opens a stream (HTTP 200) and writes nothing. */
  open(): void;
  /** Opens a stream (HTTP 200) and writes raw bytes; stays open. */
  write(chunk: string | Uint8Array): void;
  /** One watch event a line. */
  event(type: string, object: unknown): void;
  end(): void;
  /** A TCP RST, wherever the answer is. */
  reset(): void;
  /** Resolves when the client went away. */
  readonly gone: Promise<void>;
}

export interface FaultServer {
  readonly url: string;
  readonly requests: readonly FaultRequest[];
  /** TCP connections ever accepted. */
  readonly connections: number;
  kubeConfig(): KubeConfig;
  close(): Promise<void>;
}

/** `respond` is asked for every request; a reply that it never ends hangs, as a half-open peer does. */
export function startFaultServer(respond: (request: FaultRequest, reply: FaultReply) => void | Promise<void>): Promise<FaultServer> {
  const requests: FaultRequest[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;

  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const url = new URL(incoming.url ?? '/', 'http://localhost');
      const request = { method: incoming.method ?? '', path: url.pathname, query: url.searchParams, headers: incoming.headers, body: Buffer.concat(chunks).toString('utf8') };
      requests.push(request);
      Promise.resolve(respond(request, replyOver(outgoing))).catch((error: unknown) => outgoing.destroy(error instanceof Error ? error : new Error(String(error))));
    });
  });
  server.on('connection', (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined); // resets are the purpose
    socket.on('close', () => sockets.delete(socket));
  });

  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      resolve({
        url,
        requests,
        get connections() {
          return connections;
        },
        kubeConfig() {
          const kubeConfig = new KubeConfig();
          kubeConfig.loadFromClusterAndUser({ name: 'fault', server: url, skipTLSVerify: true }, { name: 'tester', token: 'test-token' });
          return kubeConfig;
        },
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            for (const socket of sockets) socket.destroy();
          }),
      });
    });
  });
}

function replyOver(response: ServerResponse): FaultReply {
  const json = (status: number, body: unknown, headers: Record<string, string> = {}): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
  const write = (chunk: string | Uint8Array): void => {
    if (!response.headersSent) response.writeHead(200, { 'content-type': 'application/json' });
    response.write(chunk);
  };
  return {
    json,
    fail: (status, reason, headers) => json(status, { kind: 'Status', apiVersion: 'v1', status: 'Failure', code: status, reason, message: `${reason} on purpose` }, headers),
    text: (status, body) => void response.writeHead(status, { 'content-type': 'text/html' }).end(body),
    open: () => response.writeHead(200, { 'content-type': 'application/json' }).flushHeaders(),
    write,
    event: (type, object) => write(`${JSON.stringify({ type, object })}\n`),
    end: () => void response.end(),
    reset: () => void response.socket?.resetAndDestroy(),
    gone: new Promise((resolve) => response.once('close', resolve)),
  };
}
