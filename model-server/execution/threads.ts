import { setTimeout as sleep } from 'node:timers/promises';

import type { Logger } from 'pino';

import type { Session, Tensors, Threads } from '../model/session.ts';
import { startThread, ThreadDied, type Thread } from './thread.ts';

/** Whether a session can answer: `Restarting` while no thread is there, `Dead` when they keep ending. */
export type Health = 'Ready' | 'Restarting' | 'Dead';

export interface ThreadedSession extends Session {
  readonly health: () => Health;
}

interface ThreadsDeps {
  readonly graph: Uint8Array;
  readonly count: number;
  readonly perThread: Threads;
  readonly log: Logger;
  /** For tests. */
  readonly start?: typeof startThread;
}

/** Ends in a row, without an answer in between, after which nobody believes in the next start. */
const MOST_DEATHS = 3;
const RESTART_MILLIS = 100;

/**
 * A session in `count` threads, of which each holds its own copy of the weights. A thread that ends is replaced; what it
 * had in hands is run once more by another one, since answering has no effect but the answer. What ends two threads fails.
 */
export async function openThreads(deps: ThreadsDeps): Promise<ThreadedSession> {
  const { log } = deps;
  const free: Thread[] = [];
  const wanted: ((thread: Thread | undefined) => void)[] = [];
  const living = new Set<Thread>();
  let deaths = 0;
  let released = false;

  async function start(): Promise<Thread> {
    const thread = await (deps.start ?? startThread)(deps.graph, deps.perThread);
    living.add(thread);
    void thread.ended.then((cause) => onDeath(thread, cause));
    return thread;
  }

  function onDeath(thread: Thread, cause: string): void {
    const at = free.indexOf(thread);
    if (at >= 0) free.splice(at, 1);
    living.delete(thread);
    deaths += 1;
    log.error({ cause, deaths, living: living.size }, 'an inference thread ended');
    void replace();
  }

  async function replace(): Promise<void> {
    while (!released && deaths < MOST_DEATHS) {
      await sleep(RESTART_MILLIS, undefined, { ref: false });
      try {
        give(await start());
        return;
      } catch (cause) {
        deaths += 1;
        log.error({ err: cause, deaths }, 'an inference thread could not be started');
      }
    }
    // Nobody comes any more: whoever waits is told.
    if (living.size === 0) for (const waiting of wanted.splice(0)) waiting(undefined);
  }

  function give(thread: Thread): void {
    const next = wanted.shift();
    if (next === undefined) free.push(thread);
    else next(thread);
  }

  function take(): Promise<Thread | undefined> {
    const thread = free.pop();
    if (thread !== undefined) return Promise.resolve(thread);
    if (living.size === 0 && deaths >= MOST_DEATHS) return Promise.resolve(undefined);
    return new Promise((resolve) => wanted.push(resolve));
  }

  async function once(feeds: Tensors, outputs: readonly string[]): Promise<Tensors> {
    const thread = await take();
    if (thread === undefined) throw new Error('its threads keep ending');
    try {
      const results = await thread.run(feeds, outputs);
      deaths = 0;
      give(thread);
      return results;
    } catch (cause) {
      if (!(cause instanceof ThreadDied)) give(thread);
      throw cause;
    }
  }

  const threads = await Promise.all(Array.from({ length: deps.count }, start));
  free.push(...threads);
  const [{ inputs, outputs }] = threads as [Thread, ...Thread[]];
  return {
    inputs,
    outputs,
    run: (feeds, names) =>
      once(feeds, names).catch((cause: unknown) => {
        if (cause instanceof ThreadDied) return once(feeds, names);
        throw cause;
      }),
    health: () => (living.size > 0 ? 'Ready' : deaths >= MOST_DEATHS ? 'Dead' : 'Restarting'),
    async release() {
      released = true;
      await Promise.all([...living].map((thread) => thread.close()));
    },
  };
}
