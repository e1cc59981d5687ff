import { checkParameters } from '../parameters/check-parameters.ts';
import { failed } from '../summaries.ts';
import type { Context, Decision, Status } from '../context.ts';

/** What the trainer would refuse needs no pod to be refused. */
export function refused({ run, now }: Context, status: Status): Decision | undefined {
  const problem = (status.launches ?? 0) === 0 ? checkParameters(run) : undefined;
  if (problem === undefined) return undefined;
  return { status: failed(status, now, problem.reason, problem.message), events: [{ type: 'Warning', reason: problem.reason, action: 'Fail', note: problem.message }], action: 'none', wakeAt: undefined };
}
