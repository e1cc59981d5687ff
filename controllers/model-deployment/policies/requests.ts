import { changed, type Change, type Context, type Status, type Verb } from '../context.ts';

/** The token of a verb annotation that was not acted on yet. */
export function request(context: Context, status: Status, verb: Verb): string | undefined {
  const token = context.requests[verb];
  return token === undefined || token === '' || status.lastHandled?.[verb] === token ? undefined : token;
}

export function handled(status: Status, verb: Verb, token: string): Status {
  return { ...status, lastHandled: { ...status.lastHandled, [verb]: token } };
}

/** Asked for at a moment when there is nothing to do: said, not swallowed, and not kept for later. */
export function refused(status: Status, verb: Verb, token: string, why: string): Change {
  return changed(handled(status, verb, token), { type: 'Warning', reason: 'RequestIgnored', action: 'Ignore', note: `Nothing done for the annotation trainyard.dev/${verb} (token ${token}): ${why}` });
}
