import { isTrue } from '../../../operator/runtime/conditions.ts';
import { failed } from '../summaries.ts';
import type { Context, Decision, Status } from '../context.ts';

/** spec.stop ends the run for good, whatever it is doing; a launch that ended by itself is judged all the same. */
export function stopped({ run, launch, now }: Context, status: Status): Decision | undefined {
  const endedByItself = launch.phase === 'Ended' && status.nextAttemptAt === undefined && !isTrue(status.conditions, 'Suspended');
  if (!run.spec.stop || endedByItself) return undefined;
  const message = 'spec.stop is true: the run was given up';
  const { nextAttemptAt: _none, ...rest } = status;
  return { status: failed(rest, now, 'Stopped', message), events: [{ type: 'Normal', reason: 'Stopped', action: 'Stop', note: message }], action: 'stop', wakeAt: undefined };
}
