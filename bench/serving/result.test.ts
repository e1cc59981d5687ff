import { describe, expect, it } from 'vitest';
import { bareLoopOf, summarize } from './result.ts';
import type { Sample } from './run.ts';

function sample(more: Partial<Sample>): Sample {
  return {
    server: 'kserve', model: 'forest', rows: 1, loop: 'closed', answers: 5_000, requestsPerSecond: 1_000, p50Ms: 1, p99Ms: 2, p999Ms: 3, failed: 0,
    rssMb: 100, pssMb: 90, startToReadySeconds: 1, serverCpuPercent: 98, serverCorePercent: 99, generatorCorePercent: 10, largestDifference: 0, ...more,
  };
}

describe('a result', () => {
  const bare = bareLoopOf('forest', [{ 1: 12, 64: 80 }, { 1: 14, 64: 75 }, { 1: 10, 64: 90 }]);
  it('of the bare loop is the median of its repetitions', () =>
    expect(bare).toEqual([{ model: 'forest', rows: 1, microsPerCall: 12, range: [10, 14] }, { model: 'forest', rows: 64, microsPerCall: 80, range: [75, 90] }]));
  it('is the median of each cell, with its range; failures and answers are those of all', () => {
    const runs = summarize([sample({ requestsPerSecond: 900, failed: 1 }), sample({ requestsPerSecond: 1_000 }), sample({ requestsPerSecond: 1_300, failed: 2, largestDifference: 1e-7 }), sample({ rows: 8 })], bare);
    expect(runs).toHaveLength(2);
    expect(runs[0]).toMatchObject({ repetitions: 3, requestsPerSecond: 1_000, requestsPerSecondRange: [900, 1_300], failed: 3, answers: 15_000, largestDifference: 1e-7, offeredPerSecond: null });
  });
  it('tells what a request costs beyond the bare call, where that was measured', () => {
    expect(summarize([sample({})], bare)[0]?.overheadMicros).toBe(988);
    expect(summarize([sample({ rows: 8 })], bare)[0]?.overheadMicros).toBeNull();
    expect(summarize([sample({ loop: 'open-50', offeredPerSecond: 500, generatorLateP99Ms: 0.1 })], bare)[0]).toMatchObject({ overheadMicros: null, offeredPerSecond: 500, generatorLateP99Ms: 0.1 });
  });
  it.each([[99, null, null], [100, 2, null], [1_000, 2, 3]])('of %d answers has p99 %s and p99.9 %s', (answers, p99Ms, p999Ms) =>
    expect(summarize([sample({}), sample({ answers }), sample({})], bare)[0]).toMatchObject({ p99Ms, p999Ms }));
});
