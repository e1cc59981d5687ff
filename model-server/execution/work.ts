import type { Tensors } from '../model/session.ts';

/** One request's turn at a model. */
export interface Work {
  readonly feeds: Tensors;
  readonly rows: number;
  readonly outputs: readonly string[];
  /** When `now` passes it, nobody has a use for the answer; milliseconds. */
  readonly deadline?: number;
  /** Its turn has come. */
  readonly began?: () => void;
  /** Whether the client has gone away. */
  readonly left?: () => boolean;
}

/** Runs requests, one after the other or several at once. */
export interface Executor {
  /** Rejects with what the graph threw, or with QueueFull, DeadlinePassed or ClientLeft. */
  run(work: Work): Promise<Tensors>;
  /** Resolves when nothing runs or waits. */
  idle(): Promise<void>;
}
