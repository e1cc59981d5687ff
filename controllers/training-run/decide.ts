import type { Context, Decision, Policy, Status } from './context.ts';
import { deadline } from './policies/deadline.ts';
import { ended } from './policies/ended.ts';
import { finished } from './policies/finished.ts';
import { inProgress } from './policies/in-progress.ts';
import { launch } from './policies/launch.ts';
import { suspended } from './policies/suspended.ts';

/** The first one that has something to say decides. */
const policies: readonly Policy[] = [finished, suspended, deadline, launch, ended, inProgress];

/** From one snapshot and the last status to the next status and one action. Pure: no I/O, no clock of its own. */
export function decide(context: Context, before: Status): Decision {
  for (const policy of policies) {
    const decision = policy(context, before);
    if (decision !== undefined) return decision;
  }
  return { status: before, events: [], action: 'none', wakeAt: undefined };
}
