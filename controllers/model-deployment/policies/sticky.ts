import type { Condition } from '../../../operator/runtime/types.ts';
import type { Context, Status } from '../context.ts';
import { userKeyText } from './user-key.ts';

/** Why the candidate gets no more traffic than it has: users shall stay at one version, and would not. */
export function unsticky({ sticky }: Context, { rollout }: Status): string | undefined {
  if (sticky === undefined || (sticky.on ? sticky.standing : !sticky.asked)) return undefined;
  return `${rollout?.weight ?? 0} %, held: ${sticky.on ? 'the proxies are being set up to keep users at one version' : sticky.message}`;
}

/** What the condition Sticky says: True when the filters stand in every place that requests come through. */
export function stickyCondition({ sticky }: Context, { candidate }: Status): readonly [status: Condition['status'], reason: string, message: string] {
  if (sticky === undefined) return ['False', 'NotAsked', 'each request is split by itself'];
  if (!sticky.on) return ['False', sticky.reason, sticky.message];
  if (candidate === undefined) return ['False', 'NoCandidate', 'no candidate has traffic'];
  if (!sticky.standing) return ['False', 'SettingUp', 'the proxies are being set up'];
  return ['True', 'UsersKept', `users keep their version by ${userKeyText(sticky.key)}, in the proxies of ${sticky.places} places`];
}
