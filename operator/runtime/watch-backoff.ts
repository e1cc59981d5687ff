// How long a watcher waits after a fault. Faults of a server that is away and of one that answers are counted apart:
// the 410 with which a server comes back after an outage says that it is there, and its list must not wait for the
// pause that grew while it was away.
import { ApiError, isUnanswered } from './errors.ts';

export interface BackoffTiming {
  readonly firstPauseMs: number;
  /** After an answer that was no success: each costs the server work. */
  readonly longestPauseMs: number;
  /** Without an answer: it costs a server nothing that is not there, and everything waits for its return. */
  readonly longestAwayPauseMs: number;
}

export interface WatchBackoff {
  /** Faults since the last progress, this one included, and the pause that is due now, with jitter. */
  after(error: Error): { readonly faults: number; readonly pauseMs: number };
  /** The watch works: what was before is forgotten. */
  progress(): void;
}

export function createWatchBackoff({ firstPauseMs, longestPauseMs, longestAwayPauseMs }: BackoffTiming, random: () => number): WatchBackoff {
  const counts = { away: 0, answered: 0 };
  return {
    after(error) {
      const kind = isUnanswered(error) ? 'away' : 'answered';
      const longestMs = kind === 'away' ? Math.min(longestAwayPauseMs, longestPauseMs) : longestPauseMs;
      const backoffMs = Math.min(longestMs, firstPauseMs * 2 ** Math.min(counts[kind], 30));
      counts[kind] += 1;
      const askedMs = error instanceof ApiError ? (error.retryAfterMs ?? 0) : 0;
      // What the server asks for is a minimum and the same for all of its clients: jitter comes on top of it.
      return { faults: counts.away + counts.answered, pauseMs: Math.max(askedMs, backoffMs) + (backoffMs * random()) / 2 };
    },
    progress() {
      counts.away = counts.answered = 0;
    },
  };
}
