import { isTrue } from '../../../operator/runtime/conditions.ts';
import { begun } from '../progress/timeline.ts';
import { running, suspendedSummary } from '../summaries.ts';
import type { Context, Decision, Status } from '../context.ts';

/** While suspend is true there is no pod; afterwards a new launch begins that counts as the same attempt. */
export function suspended(context: Context, status: Status): Decision | undefined {
  const { run, now, launch } = context;
  const was = isTrue(status.conditions, 'Suspended');
  // What has ended is judged even so: its result must not be lost.
  if (launch.phase === 'Ended' && !was && status.nextAttemptAt === undefined) return undefined;
  if (run.spec.suspend) {
    const active = launch.phase === 'Queued' || launch.phase === 'Starting' || launch.phase === 'Running';
    return {
      status: suspendedSummary(status, now),
      events: was ? [] : [{ type: 'Normal', reason: 'Suspended', action: 'Stop', note: 'spec.suspend is true: pods are stopped' }],
      action: active ? 'stop' : 'none',
      wakeAt: undefined,
    };
  }
  if (!was) return undefined;
  // A launch that was stopped is not taken up again: its successor has another name, so the two never mix.
  const stopped = (status.launches ?? 0) > 0 && status.nextAttemptAt === undefined;
  const launches = (status.launches ?? 0) + (stopped ? 1 : 0);
  const resumed = running({ ...begun(status), launches }, now, 'Resumed', 'resumed, starting anew');
  return { status: resumed, events: [{ type: 'Normal', reason: 'Resumed', action: 'Launch', note: 'spec.suspend is false again' }], action: 'none', wakeAt: now };
}
