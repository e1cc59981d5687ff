import type { Context, Decision, Policy, Status } from './context.ts';
import { deadline } from './policies/deadline.ts';
import { ended } from './policies/ended.ts';
import { finished } from './policies/finished.ts';
import { inProgress } from './policies/in-progress.ts';
import { launch } from './policies/launch.ts';
import { refused } from './policies/refused.ts';
import { stopped } from './policies/stopped.ts';
import { suspended } from './policies/suspended.ts';
import { dueAt, withHeard } from './progress/timeline.ts';

/** The first one that has something to say decides. */
const policies: readonly Policy[] = [finished, refused, stopped, suspended, deadline, launch, ended, inProgress];

/** From one snapshot and the last status to the next status and one action. Pure: no I/O, no clock of its own. */
export function decide(context: Context, before: Status): Decision {
  const { status, wakeAt } = listen(context, before);
  for (const policy of policies) {
    const decision = policy(context, status);
    if (decision !== undefined) return { ...decision, wakeAt: earlier(decision.wakeAt, wakeAt) };
  }
  return { status, events: [], action: 'none', wakeAt };
}

/** Takes over what the trainer reported, now or when it is time. At the end of a launch it is always time. */
function listen({ heard, launch, now }: Context, status: Status): { readonly status: Status; readonly wakeAt: Date | undefined } {
  const due = status.completionTime === undefined ? dueAt(status, heard) : undefined;
  if (heard === undefined || due === undefined || launch.phase === 'Absent' || launch.phase === 'Queued') return { status, wakeAt: undefined };
  return due <= now || launch.phase === 'Ended' ? { status: withHeard(status, heard, now), wakeAt: undefined } : { status, wakeAt: due };
}

function earlier(a: Date | undefined, b: Date | undefined): Date | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}
