import { historyLimit, without, type Context, type Status } from '../context.ts';

export type Ending = 'Initial' | 'Promoted' | 'RolledBack' | 'Aborted' | 'Superseded' | 'Lost' | 'NoWinner';

/** Notes how a rollout ended; the newest twenty are kept. */
export function withHistory(status: Status, context: Context, ending: Ending, to: string, reason: string): Status {
  const entry = { from: status.stable?.version ?? '', to, outcome: ending, time: context.now.toISOString(), reason };
  return { ...status, history: [...(status.history ?? []), entry].slice(-historyLimit) };
}

/** A revision without traffic keeps its pods for a while: requests may still be on their way to it. */
export function withRetiring(status: Status, context: Context, revision: string): Status {
  const others = (status.retiring ?? []).filter((entry) => entry.revision !== revision);
  return { ...status, retiring: [...others, { revision, since: context.now.toISOString() }] };
}

/** The candidate is given up: no weight from now on, its pods retire. Evidence stays, so that people can read why. */
export function withoutCandidate(status: Status, context: Context): Status {
  const { candidate } = status;
  if (candidate === undefined) return status;
  return withRetiring(without(status, 'candidate', 'rollout'), context, candidate.revision);
}
