import { begun } from '../progress/timeline.ts';
import { running } from '../summaries.ts';
import { deadlineAt } from './deadline.ts';
import type { Context, Decision, Status } from '../context.ts';

/** The launch is on its way: say how far, and make it again if it vanished. */
export function inProgress(context: Context, status: Status): Decision | undefined {
  const { launch, now } = context;
  const wakeAt = deadlineAt(context, status);
  const attempt = `attempt ${status.attempt ?? 1} of ${context.run.spec.retryPolicy.maxAttempts}`;
  switch (launch.phase) {
    case 'Absent':
      return { status: running(status, now, 'Starting', `${attempt} is starting`), events: [], action: 'launch', wakeAt };
    case 'Queued':
      // The pod of the next admission does everything anew: what an earlier one reported is over.
      return { status: running(begun(status), now, 'Queued', launch.message), events: [], action: 'none', wakeAt };
    case 'Starting':
      if (launch.trouble !== undefined) return { status: running(status, now, launch.trouble.reason, launch.trouble.message), events: [], action: 'none', wakeAt };
      return { status: running(status, now, 'Starting', `${attempt} is starting`), events: [], action: 'none', wakeAt };
    case 'Running':
      return { status: running(status, now, 'Running', `${attempt} is running`), events: [], action: 'none', wakeAt };
    case 'Ended':
      return undefined;
  }
}
