import { Worker } from 'node:worker_threads';

import type { GraphTensor, Tensors, Threads } from '../model/session.ts';
import { packed, unpacked, type FromWorker, type ToWorker } from './messages.ts';

/** The thread ended while a request was in its hands. */
export class ThreadDied extends Error {
  constructor(cause: string) {
    super(`the thread that ran it ended: ${cause}`);
    this.name = 'ThreadDied';
  }
}

/** One worker thread with an open session. */
export interface Thread {
  readonly inputs: readonly GraphTensor[];
  readonly outputs: readonly GraphTensor[];
  /** Rejects with ThreadDied when it ends, and with the graph's own words when it fails. */
  run(feeds: Tensors, outputs: readonly string[]): Promise<Tensors>;
  /** Resolves when the thread ends without having been closed: why it did. */
  readonly ended: Promise<string>;
  close(): Promise<void>;
}

interface Pending {
  readonly resolve: (results: Tensors) => void;
  readonly reject: (cause: Error) => void;
}

/** Starts a thread and opens the graph in it. Rejects with ThreadDied when it cannot. */
export function startThread(graph: Uint8Array, threads: Threads): Promise<Thread> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { graph, threads } });
  const pending = new Map<number, Pending>();
  const { promise: ended, resolve: end } = Promise.withResolvers<string>();
  let ids = 0;
  let cause = 'it was stopped';
  let closed = false;

  function run(feeds: Tensors, outputs: readonly string[]): Promise<Tensors> {
    return new Promise((resolve, reject) => {
      const id = ++ids;
      pending.set(id, { resolve, reject });
      worker.postMessage({ id, feeds: packed(feeds, false).tensors, outputs } satisfies ToWorker);
    });
  }

  function settle(id: number, how: (waiting: Pending) => void): void {
    const waiting = pending.get(id);
    pending.delete(id);
    if (waiting !== undefined) how(waiting);
  }

  return new Promise((resolve, reject) => {
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'opened') {
        resolve({
          inputs: message.inputs,
          outputs: message.outputs,
          run,
          ended,
          async close() {
            closed = true;
            await worker.terminate();
          },
        });
      } else if (message.kind === 'done') settle(message.id, (waiting) => waiting.resolve(unpacked(message.results)));
      else settle(message.id, (waiting) => waiting.reject(new Error(message.cause)));
    });
    worker.on('error', (thrown: Error) => {
      cause = thrown.message;
    });
    worker.on('exit', () => {
      const died = new ThreadDied(cause);
      for (const waiting of pending.values()) waiting.reject(died);
      pending.clear();
      reject(died);
      if (!closed) end(cause);
    });
  });
}
