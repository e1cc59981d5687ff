// Stands between a client and the real kube-apiserver, over TLS, and breaks connections at a chosen moment: what a real
// server cannot be made to do on demand. Without a fault set it passes every byte on as it comes.
import { readFileSync } from 'node:fs';
import { Agent, createServer, request as forward } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { KubeConfig } from '@kubernetes/client-node';
import { loadKubeConfig } from '../harness/test-env.ts';
import { attachWatch } from './live-watch.ts';
import type { LiveWatch } from './live-watch.ts';

export interface ProxiedRequest {
  readonly kind: 'list' | 'watch' | 'other';
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string;
  readonly atMs: number;
  /** Of the answer; undefined while there is none. */
  status: number | undefined;
}

/** What happens to one request instead of being passed on untouched. */
export type Fault =
  /** An answer of the proxy's own. */
  | { readonly answer: number; readonly reason: string; readonly retryAfterSeconds?: number }
  /** The server's answer, so much later. */
  | { readonly delayMs: number }
  /** The server's answer, a few bytes at a time. */
  | { readonly drip: number }
  /** The server's answer, up to this many bytes of its body, then RST. */
  | { readonly resetAfterBytes: number }
  /** The server is asked for something else. */
  | { readonly rewrite: (url: URL) => void }
  /** No answer, and no end of the connection: half-open. */
  | { readonly hang: true };

export interface FaultProxy {
  readonly requests: readonly ProxiedRequest[];
  /** Watches that are being answered now, the oldest first. */
  readonly watches: readonly LiveWatch[];
  /** TCP connections open now. */
  readonly connections: number;
  /** TCP connections accepted so far. */
  readonly accepted: number;
  /** The next requests of this kind meet these faults, one each. */
  next(kind: 'list' | 'watch', ...faults: readonly Fault[]): void;
  /** Takes back the faults that met no request yet. */
  heal(): void;
  /** Closes the port: ECONNREFUSED. Connections that are open stay open. */
  refuse(): Promise<void>;
  /** New connections are accepted by the kernel and never hear a byte, not even of TLS. */
  mute(): void;
  /** Ends `refuse` and `mute`. */
  accept(): Promise<void>;
  /** For a client that comes through the proxy, as the administrator or with a token file. */
  kubeConfig(tokenFile?: string): KubeConfig;
  close(): Promise<void>;
}

/** The harness keeps the server's certificate beside the kubeconfig; it is for the loopback address, so it serves us too. */
export async function startFaultProxy(kubeconfigPath: string): Promise<FaultProxy> {
  const certificate = (extension: string): Buffer => readFileSync(join(dirname(kubeconfigPath), 'certs', `apiserver.${extension}`));
  const upstream = new URL(loadKubeConfig(kubeconfigPath).getCurrentCluster()!.server);
  const agent = new Agent({ keepAlive: true, ca: certificate('crt') });
  const sockets = new Map<string, Socket>();
  const requests: ProxiedRequest[] = [];
  const watches: LiveWatch[] = [];
  const queued: Record<string, Fault[]> = { list: [], watch: [] };
  let accepted = 0;
  let muted = false;

  const rawSocket = (incoming: IncomingMessage): Socket | undefined => sockets.get(`${incoming.socket.remoteAddress}:${incoming.socket.remotePort}`);

  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const url = new URL(incoming.url ?? '/', upstream);
    const kind = url.searchParams.has('watch') ? 'watch' : incoming.method === 'GET' && /\/(configmaps|secrets)$/.test(url.pathname) ? 'list' : 'other';
    const entry: ProxiedRequest = { kind, path: url.pathname, query: new URLSearchParams(url.searchParams), authorization: incoming.headers.authorization ?? '', atMs: performance.now(), status: undefined };
    requests.push(entry);
    const fault = queued[kind]?.shift();
    const raw = rawSocket(incoming);
    if (fault !== undefined && 'hang' in fault) return;
    if (fault !== undefined && 'resetAfterBytes' in fault && fault.resetAfterBytes === 0) return void raw?.resetAndDestroy();
    if (fault !== undefined && 'answer' in fault) {
      entry.status = fault.answer;
      const headers = { 'content-type': 'application/json', ...(fault.retryAfterSeconds === undefined ? {} : { 'retry-after': String(fault.retryAfterSeconds) }) };
      outgoing.writeHead(fault.answer, headers).end(JSON.stringify({ kind: 'Status', apiVersion: 'v1', status: 'Failure', code: fault.answer, reason: fault.reason, message: `${fault.reason} on purpose` }));
      return;
    }
    if (fault !== undefined && 'rewrite' in fault) fault.rewrite(url);
    if (fault !== undefined && 'delayMs' in fault) await delay(fault.delayMs);
    const { host: _host, connection: _connection, ...headers } = incoming.headers;
    const asked = forward(url, { method: incoming.method, headers, agent });
    let over = false;
    outgoing.once('close', () => {
      over = true;
      asked.destroy();
    });
    // The server is away or was killed: the client shall feel that.
    const breakOff = (): void => {
      if (!over) raw?.resetAndDestroy();
    };
    asked.on('error', breakOff);
    asked.once('response', (answer) => {
      entry.status = answer.statusCode;
      const { 'transfer-encoding': _encoding, connection: _also, ...passed } = answer.headers;
      outgoing.writeHead(answer.statusCode ?? 502, passed);
      answer.on('error', breakOff);
      if (kind === 'watch' && answer.statusCode === 200) {
        const watch = attachWatch({ request: entry, answer, outgoing, raw, breakOff });
        watches.push(watch);
        outgoing.once('close', () => void watches.splice(watches.indexOf(watch), 1));
      } else void pass(answer, outgoing, raw, fault).catch(breakOff);
    });
    incoming.pipe(asked);
  };

  const server = createServer({ cert: certificate('crt'), key: certificate('key'), keepAliveTimeout: 60_000, requestTimeout: 0 }, (incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => rawSocket(incoming)?.resetAndDestroy());
  });
  server.on('clientError', () => undefined); // resets are the purpose
  const tcp = createTcpServer((socket) => {
    accepted += 1;
    const id = `${socket.remoteAddress}:${socket.remotePort}`;
    sockets.set(id, socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(id));
    if (!muted) server.emit('connection', socket);
    else socket.resume(); // to see when the other side gives up
  });
  const listen = (port: number): Promise<void> => new Promise((resolve, reject) => void tcp.once('error', reject).listen(port, '127.0.0.1', () => resolve(void tcp.off('error', reject))));
  await listen(0);
  const { port } = tcp.address() as AddressInfo;

  return {
    requests,
    watches,
    get connections() {
      return sockets.size;
    },
    get accepted() {
      return accepted;
    },
    next: (kind, ...faults) => void queued[kind]!.push(...faults),
    heal() {
      for (const faults of Object.values(queued)) faults.length = 0;
    },
    async refuse() {
      tcp.close();
    },
    mute() {
      muted = true;
    },
    async accept() {
      muted = false;
      if (!tcp.listening) await listen(port);
    },
    kubeConfig(tokenFile) {
      const given = loadKubeConfig(kubeconfigPath);
      const kubeConfig = new KubeConfig();
      const user = tokenFile === undefined ? given.getCurrentUser()! : { name: 'file', authProvider: { name: 'tokenFile', config: { tokenFile } } };
      kubeConfig.loadFromClusterAndUser({ ...given.getCurrentCluster()!, server: `https://127.0.0.1:${port}` }, user);
      return kubeConfig;
    },
    async close() {
      agent.destroy();
      for (const socket of sockets.values()) socket.destroy();
      await new Promise((closed) => (tcp.listening ? tcp.close(closed) : closed(undefined)));
    },
  };
}

async function pass(answer: IncomingMessage, outgoing: ServerResponse, raw: Socket | undefined, fault: Fault | undefined): Promise<void> {
  let left = fault !== undefined && 'resetAfterBytes' in fault ? fault.resetAfterBytes : Infinity;
  const step = fault !== undefined && 'drip' in fault ? fault.drip : Infinity;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    for (let at = 0; at < chunk.length; at += step) {
      const piece = chunk.subarray(at, Math.min(chunk.length, at + step, at + left));
      outgoing.write(piece);
      left -= piece.length;
      if (left <= 0) {
        await delay(20); // so that the bytes arrive before the RST
        return void raw?.resetAndDestroy();
      }
      if (step !== Infinity) await delay(1);
    }
  }
  outgoing.end();
}
