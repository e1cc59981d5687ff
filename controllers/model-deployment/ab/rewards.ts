/** What clients told of answers: enough for mean and variance. */
export interface Rewards {
  readonly count: number;
  readonly sum: number;
  readonly sumSquares: number;
}

export const noRewards: Rewards = { count: 0, sum: 0, sumSquares: 0 };

/** Rewards that one process has counted since it started, by the revision that gave the answers: its own, or another one's whose feedback came to it. */
export interface RewardReading {
  readonly pod: string;
  /** Start time of the process in Unix seconds: with another start time it began at zero again. */
  readonly epoch: string;
  readonly rewards: Readonly<Record<string, Rewards>>;
}

/**
 * What was told since the last look, per revision, and the counters to go on from. As for requests, a process seen for
 * the first time counts from zero if it started after `since`, and from its present reading if it is older. A revision
 * that a known process has not named before counts from zero. Sums may fall, so only the count tells a stale reading.
 *
 * @param since Unix seconds when the rollout began.
 */
export function foldRewards(known: readonly RewardReading[], seen: readonly RewardReading[], revisions: readonly string[], since: number, limit = 256): { readonly told: ReadonlyMap<string, Rewards>; readonly counters: readonly RewardReading[] } {
  const last = new Map(known.map((reading) => [idOf(reading), reading]));
  const told = new Map<string, Rewards>();
  for (const { pod, epoch, rewards } of seen) {
    const now = Object.fromEntries(revisions.flatMap((revision) => (rewards[revision] === undefined ? [] : [[revision, rewards[revision]]])));
    const id = `${pod}/${epoch}`;
    const before = last.get(id)?.rewards ?? (Number(epoch) >= since ? {} : now);
    const kept: Record<string, Rewards> = { ...before };
    for (const [revision, reading] of Object.entries(now)) {
      const start = before[revision] ?? noRewards;
      if (reading.count < start.count) continue;
      kept[revision] = reading;
      told.set(revision, plusRewards(told.get(revision) ?? noRewards, { count: reading.count - start.count, sum: reading.sum - start.sum, sumSquares: reading.sumSquares - start.sumSquares }));
    }
    last.set(id, { pod, epoch, rewards: kept });
  }
  const counters = [...last.values()].sort((a, b) => Number(b.epoch) - Number(a.epoch) || (a.pod < b.pod ? -1 : 1)).slice(0, limit);
  return { told, counters };
}

export function plusRewards(a: Rewards, b: Rewards): Rewards {
  return { count: a.count + b.count, sum: a.sum + b.sum, sumSquares: a.sumSquares + b.sumSquares };
}

/** Of two readings of one process, what was read last of each revision. */
export function latestRewards(a: RewardReading['rewards'], b: RewardReading['rewards']): RewardReading['rewards'] {
  const latest: Record<string, Rewards> = { ...a };
  for (const [revision, reading] of Object.entries(b)) if (reading.count >= (latest[revision]?.count ?? 0)) latest[revision] = reading;
  return latest;
}

function idOf({ pod, epoch }: RewardReading): string {
  return `${pod}/${epoch}`;
}
