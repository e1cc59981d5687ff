import type { Condition } from '../../../operator/runtime/types.ts';
import type { Context, Status } from '../context.ts';

/** Requests may still be on their way to a candidate that was given up, and proxies hear of new routes one by one. */
const afterglowMs = 5000;
/** A shield that does not come must not keep a rollout from beginning. */
const patienceMs = 10_000;

/** When what the last rollout left behind may go; undefined when there was none. */
export function setupEndsAt(status: Status): number | undefined {
  const ended = status.history?.at(-1)?.time;
  return ended === undefined ? undefined : Date.parse(ended) + afterglowMs;
}

/** The candidate gets its first percent when the shield stands. */
export function waitsForShield({ shield, now }: Context, { candidate, rollout }: Status): boolean {
  if (shield?.on !== true || shield.standing || candidate === undefined || (rollout?.step ?? 0) > 0) return false;
  return now.getTime() - Date.parse(candidate.startedAt ?? '') < patienceMs;
}

/** The address that the candidate's share goes to while it is shielded. */
export function shieldedBy({ shield }: Context): string | undefined {
  return shield?.on === true && shield.standing ? shield.service : undefined;
}

/** What the condition Shielded says. True on evidence only: that objects exist proves nothing about the proxies. */
export function shieldedCondition(context: Context, status: Status): readonly [status: Condition['status'], reason: string, message: string] {
  const { shield } = context;
  const { candidate, rollout } = status;
  if (shield === undefined) return ['False', 'Off', 'there is no shield'];
  if (!shield.on) return ['False', shield.reason, shield.message];
  if (candidate === undefined) return ['False', 'NoCandidate', 'no candidate has traffic'];
  const saved = rollout?.savedRequests ?? 0;
  if (saved > 0) return ['True', 'AnswersSaved', `stable answered ${saved} requests that ${candidate.version} failed or delayed`];
  if (!shield.standing) return ['False', 'SettingUp', 'the proxies are being set up'];
  return ['False', 'NotProven', `the proxies are set up; none has yet reported an answer of stable for a request that ${candidate.version} failed or delayed`];
}
