import { unchanged, type Change, type Context, type Status } from '../context.ts';
import { giveUp } from './give-up.ts';
import { handled, refused, request } from './requests.ts';

/** `trainyard.dev/abort: <token>` ends the rollout now: from any step, a pause or a gate, whatever the evidence says. */
export function handleAbort(context: Context, status: Status): Change {
  const token = request(context, status, 'abort');
  if (token === undefined) return unchanged(status);
  if (status.candidate === undefined) return refused(status, 'abort', token, 'no rollout is under way');
  if (status.stable === undefined) return refused(status, 'abort', token, 'this is the first version: there is no other one to go back to');
  return giveUp(context, handled(status, 'abort', token), { reason: 'Aborted', message: `a person asked for it (annotation trainyard.dev/abort, token ${token})` }, 'Aborted');
}
