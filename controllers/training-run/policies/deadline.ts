import { durationMs } from '../../shared/duration.ts';
import { failed } from '../summaries.ts';
import type { Context, Decision, Status } from '../context.ts';

export function deadlineAt(context: Context, status: Status): Date | undefined {
  const { activeDeadline } = context.run.spec;
  if (activeDeadline === undefined || status.startTime === undefined) return undefined;
  return new Date(Date.parse(status.startTime) + durationMs(activeDeadline));
}

/** All attempts together may take so long and no longer. */
export function deadline(context: Context, status: Status): Decision | undefined {
  const at = deadlineAt(context, status);
  if (at === undefined || context.now < at) return undefined;
  // What has ended is judged, unless it was judged already and the run only waits for its next attempt.
  if (context.launch.phase === 'Ended' && status.nextAttemptAt === undefined) return undefined;
  const message = `not finished within ${context.run.spec.activeDeadline ?? ''}`;
  const { nextAttemptAt: _none, ...rest } = status;
  return { status: failed(rest, context.now, 'DeadlineExceeded', message), events: [{ type: 'Warning', reason: 'DeadlineExceeded', action: 'Stop', note: message }], action: 'stop', wakeAt: undefined };
}
