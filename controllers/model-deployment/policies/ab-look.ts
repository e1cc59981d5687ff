import { changed, unchanged, type Change, type Context, type Status } from '../context.ts';
import { foldRewards, noRewards, plusRewards, type Rewards } from '../ab/rewards.ts';
import { judgeTest } from '../ab/verdict.ts';

type Arm = NonNullable<NonNullable<Status['ab']>['candidate']>;

/** Whether the present rollout is an A/B test that users take part in. */
export function isTesting({ spec }: Context, { candidate, stable, rollout }: Status): boolean {
  return spec.rollout.strategy === 'ABTest' && candidate !== undefined && stable !== undefined && (rollout?.step ?? 0) > 0;
}

/**
 * Takes the newest rewards into the test, and notes the verdict when they allow one. The first verdict stands, with its
 * numbers: the bounds hold at every look at once, so no later look can make it less true.
 */
export function takeRewards(context: Context, status: Status): Change {
  const { spec, sample, now } = context;
  const { candidate, stable, rollout } = status;
  if (!isTesting(context, status) || candidate === undefined || stable === undefined || status.ab?.decidedAt !== undefined) return unchanged(status);
  const before = status.ab ?? {};
  const isNew = sample !== undefined && sample.sources.length > 0 && !(Date.parse(before.readAt ?? '') >= sample.at.getTime());
  const isOver = now.getTime() >= Date.parse(rollout?.nextAt ?? '') && !spec.paused;
  if (!isNew && !isOver) return unchanged(status);

  const readings = isNew ? sample.readings.flatMap(({ pod, epoch, rewards }) => (rewards === undefined ? [] : [{ pod, epoch, rewards }])) : [];
  const since = Math.floor(Date.parse(candidate.startedAt ?? '') / 1000);
  const { told, counters } = foldRewards(before.counters ?? [], readings, [candidate.revision, stable.revision], since);
  const tested = (role: { readonly version: string; readonly revision: string }, arm: Arm | undefined): Parameters<typeof judgeTest>[1] => ({ ...role, rewards: plusRewards(rewardsOf(arm), told.get(role.revision) ?? noRewards) });
  const figures = judgeTest(spec.rollout.abTest, tested(candidate, before.candidate), tested(stable, before.stable), isOver);
  const isDecided = figures.verdict !== 'NoDifferenceYet';
  const ab: Status['ab'] = { ...figures, ...(isNew ? { readAt: sample.at.toISOString() } : before.readAt === undefined ? {} : { readAt: before.readAt }), ...(isDecided ? { decidedAt: now.toISOString() } : {}), counters: [...counters] };
  if (!isDecided) return unchanged({ ...status, ab });
  // The test has had its time: what follows now is due.
  return changed({ ...status, ab, rollout: { ...rollout, nextAt: now.toISOString() } }, { type: 'Normal', reason: 'TestDecided', action: 'Decide', note: `${figures.verdict ?? ''}: ${figures.text ?? ''}` });
}

function rewardsOf(arm: Arm | undefined): Rewards {
  return { count: arm?.samples ?? 0, sum: arm?.sum ?? 0, sumSquares: arm?.sumSquares ?? 0 };
}
