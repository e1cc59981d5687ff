// One thing that a server does or does not do.
import type { Context } from './context.ts';

/** must: the text of the protocol, or of the extension that the server advertises, demands it. should: clients of several servers need it. */
export type Level = 'must' | 'should';

export interface Case {
  /** Stable: results of different servers and days are compared by it. */
  readonly id: string;
  readonly level: Level;
  /** What is expected, as a sentence. */
  readonly title: string;
  /** Where that is written. */
  readonly source: string;
  /** Returns where all is well; throws Violation or NotApplicable, or ConnectionError where no answer came. */
  readonly run: (context: Context) => Promise<void>;
}

/** The server does it otherwise; the message says what came. */
export class Violation extends Error {
  override readonly name = 'Violation';
}

/** This server, or this model, gives no occasion for the case; the message says why. */
export class NotApplicable extends Error {
  override readonly name = 'NotApplicable';
}
