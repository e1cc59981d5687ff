// Metric pages and a Prometheus that answer what a test says, and fail on demand.
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { metricsPort } from '../resources/workload.ts';

export interface Answering {
  readonly port: number;
  /** What is answered from now on. */
  answer(status: number, body: string): void;
  /** Paths with answers of their own, made of the query. */
  readonly pages: Map<string, (query: string) => string>;
  /** Connections are cut, or requests never answered, from now on. */
  fail(how: 'reset' | 'hang'): void;
  /** Bodies of the requests so far, URL-decoded. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

export async function startAnswering(host = '127.0.0.1', port = 0): Promise<Answering> {
  const state: { status: number; body: string; failure: 'reset' | 'hang' | undefined } = { status: 200, body: '', failure: undefined };
  const asked: string[] = [];
  const pages: Answering['pages'] = new Map();
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push(`${request.url ?? ''} ${decodeURIComponent(Buffer.concat(chunks).toString())}`);
      if (state.failure === 'reset') response.socket?.resetAndDestroy();
      else if (state.failure === undefined) {
        const [path = '', query = ''] = (request.url ?? '').split('?');
        const page = pages.get(path);
        if (page === undefined) response.writeHead(state.status).end(state.body);
        else response.end(page(query));
      }
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    answer: (status, body) => void Object.assign(state, { status, body, failure: undefined }),
    fail: (how) => void (state.failure = how),
    asked,
    pages,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** The metrics page of one model server; a loopback address stands for the address of a pod. */
export function startPod(ip: string): Promise<Answering> {
  return startAnswering(ip, metricsPort);
}

export function metricsPage(revision: string, startedAt: number, ok: number, bad: number, rewards?: readonly number[]): string {
  const series = (code: string, value: number): string => `trainyard_inference_requests_total{model="tumour",version="tumour-1",revision="${revision}",code="${code}"} ${value}`;
  return ['# TYPE trainyard_inference_requests_total counter', series('2xx', ok), series('5xx', bad), 'trainyard_inference_requests_total{revision="another",code="5xx"} 99', `process_start_time_seconds ${startedAt}`, ...(rewards === undefined ? [] : rewardLines(revision, rewards)), ''].join('\n');
}

/** A page of answers to requests of one row, by their ids. */
export function answersPage(cursor: string, values: Readonly<Record<string, string | number>>): string {
  return JSON.stringify({ cursor, answers: Object.entries(values).map(([id, value]) => [id, 1, 0, value]) });
}

function rewardLines(revision: string, rewards: readonly number[]): readonly string[] {
  const sum = (power: number): number => rewards.reduce((total, reward) => total + reward ** power, 0);
  return [['count', sum(0)], ['sum', sum(1)], ['sum_squares', sum(2)]].map(([name, value]) => `trainyard_feedback_reward_${name ?? ''}{model="tumour",revision="${revision}"} ${value ?? 0}`);
}
