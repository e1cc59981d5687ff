import { durationMs } from '../../shared/duration.ts';
import { hasEnded } from '../../shared/has-ended.ts';
import type { Context, Decision, Status } from '../context.ts';

/** A finished run stays as it is; its pods and jobs are removed when their time is over. */
export function finished(context: Context, status: Status): Decision | undefined {
  if (!hasEnded({ status })) return undefined;
  // A crash between the record of the end and the stop leaves a pod at work.
  if (context.launch.phase === 'Queued' || context.launch.phase === 'Starting' || context.launch.phase === 'Running') return { status, events: [], action: 'stop', wakeAt: undefined };
  const removeAt = Date.parse(status.completionTime ?? context.now.toISOString()) + durationMs(context.run.spec.ttlAfterFinished);
  if (context.now.getTime() < removeAt) return { status, events: [], action: 'none', wakeAt: new Date(removeAt) };
  return { status, events: [], action: context.launch.phase === 'Absent' ? 'none' : 'stop', wakeAt: undefined };
}
