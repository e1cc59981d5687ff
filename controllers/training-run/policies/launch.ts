import { begun as begunAnew } from '../progress/timeline.ts';
import { running } from '../summaries.ts';
import { deadlineAt } from './deadline.ts';
import type { Context, Decision, Status } from '../context.ts';

/** Starts the first launch, or the next one when its time has come. */
export function launch(context: Context, status: Status): Decision | undefined {
  const { now } = context;
  const first = (status.launches ?? 0) === 0;
  if (!first && status.nextAttemptAt === undefined) return undefined;
  if (status.nextAttemptAt !== undefined && Date.parse(status.nextAttemptAt) > now.getTime()) {
    const times = [new Date(status.nextAttemptAt), deadlineAt(context, status)].filter((time) => time !== undefined).map((time) => time.getTime());
    return { status, events: [], action: 'none', wakeAt: new Date(Math.min(...times)) };
  }
  const { nextAttemptAt: _due, ...rest } = status;
  const number = (status.launches ?? 0) + 1;
  const attempt = first ? 1 : (status.attempt ?? 1);
  const begun = running({ ...begunAnew(rest), launches: number, attempt, startTime: status.startTime ?? now.toISOString() }, now, 'Starting', `attempt ${attempt} of ${context.run.spec.retryPolicy.maxAttempts} is starting`);
  return { status: begun, events: [{ type: 'Normal', reason: 'Launched', action: 'Launch', note: `Launch ${number}, attempt ${attempt} of ${context.run.spec.retryPolicy.maxAttempts}` }], action: 'launch', wakeAt: undefined };
}
