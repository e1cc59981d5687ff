// The open loop: requests are due at a constant rate, whatever the answers do, and the time of each runs from when it was
// due. So a server that stands still for a second is charged with every request of that second (coordinated omission).
import { connect, type Socket } from 'node:net';
import { percentile, rounded } from '../shared/median.ts';
import { createAnswerReader } from './answer-reader.ts';
import type { Measured } from './measured.ts';
import type { Schedule } from './schedule.ts';

export interface OpenLoop {
  readonly host: string;
  readonly port: number;
  readonly requests: readonly Buffer[];
  readonly connections: number;
  readonly schedule: Schedule;
  /** How long after the last one was due an answer may come. */
  readonly patienceMs: number;
}

export interface OpenLoopMeasured extends Measured {
  /** How often each status came. */
  readonly statuses: Readonly<Record<string, number>>;
  /** p99 of the time by which a request left late although a connection was free: the generator's own fault. null: none was. */
  readonly lateP99Ms: number | null;
}

interface Connection {
  socket: Socket;
  /** Of the request in flight; -1: free. */
  request: number;
}

/** Spins, so it needs a core of its own: timers of 1 ms would send in bursts. */
export async function openLoop({ host, port, requests, connections, schedule, patienceMs }: OpenLoop): Promise<OpenLoopMeasured> {
  const { total, counted, dueMs } = schedule;
  const latency = new Float64Array(total).fill(NaN);
  const late: number[] = [];
  const statuses: Record<string, number> = {};
  const free: Connection[] = [];
  let waiting = 0; // the requests from here to `next` are due and have no connection
  let next = 0;
  let settled = 0;
  let startMs = 0;
  let lastMs = 0;
  let failure: Error | undefined;

  const send = (connection: Connection, index: number): void => {
    connection.request = index;
    connection.socket.write(requests[index % requests.length] as Buffer);
  };
  const settle = (connection: Connection, status: number): void => {
    const { request } = connection;
    if (request < 0) throw new Error('an answer to no request');
    const now = performance.now() - startMs;
    connection.request = -1;
    settled++;
    if (status === 200) latency[request] = now - dueMs(request);
    if (request >= counted) {
      statuses[status] = (statuses[status] ?? 0) + 1;
      lastMs = now;
    }
    if (waiting < next) send(connection, waiting++);
    else free.push(connection);
  };
  const open = (connection: Connection): Promise<void> =>
    new Promise((resolve, reject) => {
      const reader = createAnswerReader((status) => settle(connection, status));
      const buffer = Buffer.allocUnsafe(64 * 1024);
      const take = (length: number): boolean => {
        try {
          reader.take(buffer.subarray(0, length));
        } catch (error) {
          failure = error as Error;
        }
        return true;
      };
      const socket = connect({ host, port, noDelay: true, onread: { buffer, callback: take } }, resolve);
      socket.on('error', reject);
      // A server that hangs up fails its request, if it has one; the connection is made anew for the next.
      socket.on('close', () => {
        if (startMs === 0 || settled === total) return;
        void open(connection).catch((error: unknown) => (failure = error as Error));
        if (connection.request >= 0) settle(connection, 0);
      });
      connection.socket = socket;
    });

  const all = Array.from({ length: connections }, (): Connection => ({ socket: undefined as unknown as Socket, request: -1 }));
  await Promise.all(all.map(open));
  free.push(...all);
  startMs = performance.now();
  const endMs = dueMs(total) + patienceMs;
  await new Promise<void>((resolve) => {
    const tick = (): void => {
      const now = performance.now() - startMs;
      while (next < total && dueMs(next) <= now) {
        const connection = waiting === next ? free.shift() : undefined;
        if (connection !== undefined) {
          if (next >= counted) late.push(performance.now() - startMs - dueMs(next));
          send(connection, next);
          waiting++;
        }
        next++;
      }
      if (settled === total || now > endMs || failure !== undefined) resolve();
      else setImmediate(tick);
    };
    tick();
  });
  settled = total; // no connection is made anew from here on
  for (const { socket } of all) socket.destroy();
  if (failure !== undefined) throw failure;
  return summary({ latency: latency.subarray(counted), statuses, late, seconds: (lastMs - dueMs(counted)) / 1000 });
}

/** Throws when no answer was good. */
function summary({ latency, statuses, late, seconds }: { readonly latency: Float64Array; readonly statuses: Record<string, number>; readonly late: readonly number[]; readonly seconds: number }): OpenLoopMeasured {
  const good = [...latency].filter((ms) => !Number.isNaN(ms));
  const at = (share: number): number => rounded(percentile(good, share), 3);
  return {
    answers: Object.entries(statuses).reduce((sum, [status, count]) => sum + (status === '0' ? 0 : count), 0),
    requestsPerSecond: rounded(good.length / seconds, 1),
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    p999Ms: at(0.999),
    failed: latency.length - good.length,
    statuses,
    lateP99Ms: late.length === 0 ? null : rounded(percentile(late, 0.99), 3),
  };
}
