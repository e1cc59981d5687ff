import type { Ending } from '../backends/backend.ts';

/** What an ending means for the run. */
export type Meaning =
  | { readonly kind: 'succeeded' }
  /** The same would happen again: no retry. */
  | { readonly kind: 'final'; readonly reason: string; readonly message: string }
  /** Counts against retryPolicy.maxAttempts. */
  | { readonly kind: 'failed'; readonly reason: string; readonly message: string }
  /** Counts against retryPolicy.maxPreemptions. */
  | { readonly kind: 'preempted'; readonly reason: string; readonly message: string };

// The exit codes of the container contract; 64, 65, 70 and 75 are those of sysexits.h.
const finalReasons: Readonly<Record<number, string>> = { 64: 'ConfigurationInvalid', 65: 'DataInvalid', 66: 'GateFailed', 67: 'ParityFailed' };
const tryAgain = 75;
/** What a trainer says for which nobody is to blame: it was told to stop, or another pod of its launch is gone. */
const nobodysFault: ReadonlySet<string | undefined> = new Set([undefined, 'Terminated', 'PeerLost']);

export function classifyEnding(ending: Ending): Meaning {
  const { exitCode, lastWords, platformReason, detail } = ending;
  const message = (lastWords.error?.message ?? detail) || platformReason;
  if (exitCode === 0) return { kind: 'succeeded' };
  const final = exitCode === undefined ? undefined : finalReasons[exitCode];
  if (final !== undefined) return { kind: 'final', reason: lastWords.error?.reason ?? final, message };
  if (ending.preempted) return { kind: 'preempted', reason: 'Preempted', message: `${platformReason}: ${message}` };
  // "Try again" with a cause (a store that does not answer) is a failure like others; without one it is a preemption.
  if (exitCode === tryAgain && nobodysFault.has(lastWords.error?.reason)) return { kind: 'preempted', reason: 'Preempted', message };
  if (platformReason === 'OOMKilled') return { kind: 'failed', reason: 'OutOfMemory', message: 'the trainer needed more memory than spec.backend.kubernetes.resources.limits.memory' };
  const code = exitCode === undefined ? '' : ` (exit code ${exitCode})`;
  return { kind: 'failed', reason: lastWords.error?.reason ?? 'TrainerFailed', message: `${message}${code}`.slice(0, 2048) };
}
