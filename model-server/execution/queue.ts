import { requestError } from '../errors.ts';
import type { Tensors } from '../model/session.ts';
import { merge, mergeKey, split } from './merge.ts';
import type { Executor, Work } from './work.ts';

export interface QueueLimits {
  /** Rows that are put together; a request that has more runs by itself. 1: every request runs by itself. */
  readonly maxRows: number;
  /** How long a request waits for company while the model is idle; milliseconds. */
  readonly maxDelayMillis: number;
  /** Rows that may wait; a request that alone has more is taken while nothing waits. */
  readonly maxQueueRows: number;
}

export interface QueueDeps {
  readonly model: string;
  readonly limits: QueueLimits;
  /** How many runs may be under way at once. */
  readonly runners: number;
  /** Whether the first dimension of all inputs and outputs is that of the rows; only then can requests be one run. */
  readonly rowWise: boolean;
  readonly run: (feeds: Tensors, outputs: readonly string[]) => Promise<Tensors>;
  readonly now: () => number;
  readonly metrics: { waited(seconds: number): void; batch(rows: number): void };
}

/** Milliseconds of a run from which a rest costs little beside it. */
const LONG_RUN = 5;
/** Of the run's time, and milliseconds at most. */
const REST = 0.1;
const LONGEST_REST = 5;

interface Waiting extends Work {
  readonly key: string;
  readonly since: number;
  readonly resolve: (results: Tensors) => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * Requests wait here while the model is busy. When it is free the eldest goes, and with it those that wait already and
 * ask for the same: waiting longer for company (`maxDelayMillis`) is left to people who know their load. Runs that fail, or
 * give another number of rows than they got, are repeated request by request, so that a row on which the graph fails harms
 * nobody but its sender. After a long run of several, or that others waited for, the model rests for a tenth of its time:
 * those who were just answered ask again, and would else run one, then all others, then one.
 */
export function createQueue(deps: QueueDeps): Executor {
  const { limits, now, metrics } = deps;
  const mayMerge = deps.rowWise && limits.maxRows > 1;
  let waiting: Waiting[] = [];
  let waitingRows = 0;
  let running = 0;
  let timer: NodeJS.Timeout | undefined;
  let restsUntil = 0;
  const idle: (() => void)[] = [];

  function pump(): void {
    while (running < deps.runners && waiting.length > 0) {
      const delay = companyDelay();
      if (delay > 0) {
        timer ??= setTimeout(() => {
          timer = undefined;
          pump();
        }, delay);
        return;
      }
      const batch = take();
      if (batch.length > 0) void start(batch);
    }
  }

  /** How long the eldest may still wait for others; 0 where there are rows enough. */
  function companyDelay(): number {
    if (!mayMerge || waitingRows >= limits.maxRows) return 0;
    const until = limits.maxDelayMillis === 0 ? restsUntil : Math.max(restsUntil, (waiting[0] as Waiting).since + limits.maxDelayMillis);
    // Timers count whole milliseconds, and may fire a fraction early.
    return until === 0 ? 0 : Math.ceil(until - now());
  }

  /** The next run's requests, out of the queue; without those that nobody waits for any more. */
  function take(): Waiting[] {
    const batch: Waiting[] = [];
    const rest: Waiting[] = [];
    let rows = 0;
    for (const work of waiting) {
      const first = batch[0];
      if (first !== undefined && (!mayMerge || work.key !== first.key || rows + work.rows > limits.maxRows)) {
        rest.push(work);
      } else if (stillWanted(work)) {
        batch.push(work);
        rows += work.rows;
      } else {
        waitingRows -= work.rows;
      }
    }
    waiting = rest;
    waitingRows -= rows;
    return batch;
  }

  function stillWanted(work: Waiting): boolean {
    if (work.left?.()) {
      work.reject(requestError('ClientLeft', {}));
      return false;
    }
    if (work.deadline === undefined || now() < work.deadline) return true;
    work.reject(requestError('DeadlinePassed', { model: deps.model }));
    return false;
  }

  async function start(batch: readonly Waiting[]): Promise<void> {
    running += 1;
    const began = now();
    for (const work of batch) {
      metrics.waited((began - work.since) / 1_000);
      work.began?.();
    }
    try {
      await (batch.length === 1 ? runAlone(batch[0] as Waiting) : runTogether(batch));
    } finally {
      running -= 1;
      const ended = now();
      restsUntil = (batch.length > 1 || waiting.length > 0) && ended - began >= LONG_RUN ? ended + Math.min(LONGEST_REST, REST * (ended - began)) : 0;
      pump();
      if (running === 0 && waiting.length === 0) for (const resolve of idle.splice(0)) resolve();
    }
  }

  async function runAlone({ feeds, rows, outputs, resolve, reject }: Waiting): Promise<void> {
    metrics.batch(rows);
    await deps.run(feeds, outputs).then(resolve, reject);
  }

  async function runTogether(batch: readonly Waiting[]): Promise<void> {
    const rowsOfEach = batch.map(({ rows }) => rows);
    const rows = rowsOfEach.reduce((sum, count) => sum + count, 0);
    const results = await deps.run(merge(batch.map(({ feeds }) => feeds), rows), (batch[0] as Waiting).outputs).then((all) => split(all, rowsOfEach), () => undefined);
    if (results === undefined) {
      // Whose fault it is only a run of its own can tell; what fails there is told to the one who asked.
      for (const work of batch) await runAlone(work);
      return;
    }
    metrics.batch(rows);
    batch.forEach(({ resolve }, i) => resolve(results[i] as Tensors));
  }

  return {
    run(work) {
      if (waitingRows > 0 && waitingRows + work.rows > limits.maxQueueRows) {
        return Promise.reject(requestError('QueueFull', { model: deps.model, waiting: waitingRows, limit: limits.maxQueueRows }));
      }
      return new Promise<Tensors>((resolve, reject) => {
        waiting.push({ ...work, key: mayMerge ? mergeKey(work.feeds, work.outputs) : '', since: now(), resolve, reject });
        waitingRows += work.rows;
        pump();
      });
    },
    idle: () => (running === 0 && waiting.length === 0 ? Promise.resolve() : new Promise((resolve) => idle.push(resolve))),
  };
}
