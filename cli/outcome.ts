import { sleep } from '../operator/runtime/clock.ts';
import { ApiError } from '../operator/runtime/errors.ts';
import { eventType, type KubeEvent } from '../operator/runtime/events.ts';
import type { Key } from '../operator/runtime/types.ts';
import type { Connection } from './connect.ts';

/** What came of a request. */
export interface Outcome {
  readonly refused: boolean;
  readonly note: string;
}

/** Events follow the status by a moment. */
const waitMs = 5_000;
const pauseMs = 250;

/** The event that tells what came of a token; undefined when none can be read. */
export async function readOutcome({ client, clock }: Pick<Connection, 'client' | 'clock'>, { namespace, name }: Key, token: string): Promise<Outcome | undefined> {
  const until = clock.monotonicMs() + waitMs;
  for (;;) {
    const found = await list();
    if (found === 'unreadable') return undefined;
    const outcome = outcomeOf(found, token);
    if (outcome !== undefined || clock.monotonicMs() >= until) return outcome;
    await sleep(clock, pauseMs);
  }

  async function list(): Promise<readonly KubeEvent[] | 'unreadable'> {
    try {
      return (await client.list<KubeEvent>(eventType, { namespace, fieldSelector: `regarding.name=${name}` })).items;
    } catch (error) {
      if (error instanceof ApiError) return 'unreadable';
      throw error;
    }
  }
}

/** A token is acted on once, so one event names it. */
export function outcomeOf(events: readonly Pick<KubeEvent, 'reason' | 'note'>[], token: string): Outcome | undefined {
  // Whole words only: a token may be the beginning of another one.
  const told = events.find(({ note }) => note.split(/[\s(),]+/).includes(token));
  return told === undefined ? undefined : { refused: told.reason === 'RequestIgnored', note: told.note };
}
