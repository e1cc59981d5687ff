import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold as foldRequests, freshest } from '../judge/counters.ts';
import { foldRewards, latestRewards, plusRewards, noRewards, type RewardReading, type Rewards } from './rewards.ts';

const of = (count: number, sum = count, sumSquares = count): Rewards => ({ count, sum, sumSquares });
const reading = (pod: string, epoch: string, rewards: Readonly<Record<string, Rewards>>): RewardReading => ({ pod, epoch, rewards });
const began = 1000;
const fold = (known: readonly RewardReading[], ...seen: readonly RewardReading[]): { told: object; counters: readonly RewardReading[] } => {
  const { told, counters } = foldRewards(known, seen, ['new', 'old'], began);
  return { told: Object.fromEntries(told), counters };
};

describe('rewards since the last look', () => {
  it.each<[name: string, known: RewardReading[], seen: RewardReading, told: object]>([
    ['of a process that started after the test began are all of them', [], reading('a', '1001', { new: of(3) }), { new: of(3) }],
    ['of an older process are none at first', [], reading('a', '999', { old: of(50) }), { old: of(0) }],
    ['are what came on top', [reading('a', '999', { old: of(50) })], reading('a', '999', { old: of(52, 60, 70) }), { old: of(2, 10, 20) }],
    ['may be a loss: sums fall, counts do not', [reading('a', '999', { old: of(50) })], reading('a', '999', { old: of(51, 47, 59) }), { old: of(1, -3, 9) }],
    ['of a revision that a known process had none of count from zero', [reading('a', '999', { old: of(50) })], reading('a', '999', { old: of(50), new: of(2) }), { old: of(0), new: of(2) }],
    ['of revisions that are not tested do not matter', [], reading('a', '1001', { gone: of(9) }), {}],
    ['after a restart begin again', [reading('a', '1001', { new: of(50) })], reading('a', '1005', { new: of(2) }), { new: of(2) }],
    ['are not taken back by a source that lags behind', [reading('a', '999', { old: of(50) })], reading('a', '999', { old: of(40) }), {}],
  ])('%s', (_name, known, seen, told) => {
    expect(fold(known, seen).told).toEqual(told);
  });

  it('add up over processes, and a lagging source does not make the next look count twice', () => {
    const first = fold([], reading('a', '1001', { new: of(2) }), reading('b', '1001', { new: of(3), old: of(1) }));
    expect(first.told).toEqual({ new: of(5), old: of(1) });
    const second = fold(first.counters, reading('a', '1001', { new: of(1) }));
    expect(fold(second.counters, reading('a', '1001', { new: of(4) })).told).toEqual({ new: of(2) });
  });

  it('are told once each, whatever is read when', () => {
    const step = fc.record({ pod: fc.constantFrom('a', 'b'), gains: fc.array(fc.tuple(fc.constantFrom('new', 'old'), fc.integer({ min: -5, max: 5 })), { maxLength: 4 }), seen: fc.constantFrom('now', 'before', 'not') });
    fc.assert(fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const truth = new Map<string, Record<string, Rewards>>([['a', {}], ['b', {}]]);
      let counters: readonly RewardReading[] = [];
      const sums: Record<string, Rewards> = {};
      const look = (pod: string, rewards: Readonly<Record<string, Rewards>>): void => {
        const folded = foldRewards(counters, [reading(pod, '1001', rewards)], ['new', 'old'], began);
        counters = folded.counters;
        for (const [revision, told] of folded.told) sums[revision] = plusRewards(sums[revision] ?? noRewards, told);
      };
      for (const { pod, gains, seen } of steps) {
        const before = { ...truth.get(pod) };
        for (const [revision, reward] of gains) truth.get(pod)![revision] = plusRewards(truth.get(pod)![revision] ?? noRewards, { count: 1, sum: reward, sumSquares: reward * reward });
        if (seen !== 'not') look(pod, seen === 'now' ? { ...truth.get(pod) } : before);
      }
      for (const [pod, rewards] of truth) look(pod, rewards);
      for (const revision of ['new', 'old']) expect(sums[revision] ?? noRewards).toEqual(plusRewards(truth.get('a')![revision] ?? noRewards, truth.get('b')![revision] ?? noRewards));
    }), { numRuns: 200, seed: 7 });
  });

  it('are the later ones though the other source read the requests later, and none of the judge\'s counters', () => {
    const process = { pod: 'a', epoch: '1', revision: 'new', bad: 0 };
    const [merged] = freshest([{ ...process, total: 9, rewards: { new: of(1) } }, { ...process, total: 8, rewards: { new: of(2) } }]);
    expect(merged).toEqual({ ...process, total: 9, rewards: { new: of(2) } });
    expect(foldRequests([], [merged!], 0).counters).toEqual([{ ...process, total: 9 }]);
  });

  it('of two sources are the later ones, revision by revision', () => {
    expect(latestRewards({ new: of(5, 1), old: of(2) }, { new: of(4, 9), old: of(3), gone: of(1) })).toEqual({ new: of(5, 1), old: of(3), gone: of(1) });
  });
});
