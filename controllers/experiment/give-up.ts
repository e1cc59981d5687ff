import { nothing, type Context, type Decision, type Status } from './context.ts';
import { factsOf } from './facts.ts';
import { failed } from './summaries.ts';

/** The experiment fails before its trials have ended. */
export function giveUp({ experiment, now }: Context, status: Status, reason: 'InvalidSearch' | 'TooManyFailedTrials', message: string): Decision {
  return { ...nothing, status: failed(status, now, reason, message), events: [{ type: 'Warning', reason, action: 'Fail', note: message, facts: factsOf(experiment, status, '', []) }] };
}
