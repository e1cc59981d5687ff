import { describe, expect, it } from 'vitest';
import type { RollbackResult, Summary } from '../../bench/rollback/result.ts';
import { rollback } from './rollback-table.ts';

const cell = (parts: Partial<Summary>): Summary => ({ engine: 'trainyard', setting: 'trainyard', scenario: 'total-failure', n: 10, p50Ms: 2140, p99Ms: 3960, harmedMedian: 21, harmedMax: 40, rollbackRate: 1, ...parts });
const resultOf = (...summary: Summary[]): RollbackResult => ({
  measuredAt: '2026-01-02T03:04:05Z',
  versions: { 'trainyard': '1', 'flagger': 'v1.36.1', 'argo-rollouts': 'v1.9.0' },
  machine: { cores: 2, cpu: 'some', memoryGb: 24, node: 'v24', loadBefore: 0.1 },
  traffic: { requestsPerSecond: 50, weight: 20, workMs: 40, slowMs: 200, slowerThanMs: 150 },
  lanes: [], failures: [], runs: [],
  verdicts: [{ text: 'soon', measured: '9 s', held: false }, { text: 'never', measured: '0', held: true }, { text: 'later', measured: 'not measured' }],
  summary,
});
const made = (...summary: Summary[]): string => rollback(resultOf(...summary));

describe('the table of rollbacks', () => {
  it('shows times, bad answers and runs, and what did not run', () => {
    const page = made(cell({}), cell({ engine: 'flagger', setting: 'flagger-tight', scenario: 'errors-5', n: 1, p50Ms: 19_400, p99Ms: 19_400, harmedMedian: 12 }));
    expect(page).toContain('|  | `trainyard` | `flagger-tight` |');
    expect(page).toContain('| total-failure: every request fails | 2.1 s, p99 4.0 s, 21 bad (10 runs) | not run |');
    expect(page).toContain('| errors-5: 5 % of the requests fail | not run | 19 s, p99 19 s, 12 bad (1 run) |');
  });
  it('says of a candidate that stayed how long it was watched', () =>
    expect(made(cell({ n: 2, rollbackRate: 0.5, watchedMs: 60_200 }))).toContain('**1 of 2 not rolled back** within 60 s; 2.1 s'));
  it('counts only the rollbacks of a good candidate', () => expect(made(cell({ scenario: 'a-a', rollbackRate: 0.1 }))).toContain('| 1 of 10 rolled back |'));
  it('says how busy the machine was, where runs tell', () => {
    expect(made(cell({}))).toContain('24 GB, Node v24');
    const run = (load: number): RollbackResult['runs'][number] => ({ engine: 'trainyard', setting: 'trainyard', scenario: 'total-failure', repetition: 1, firstBadToLastBadMs: 1, harmedRequests: 1, rolledBack: true, watchedMs: 1, requests: 1, candidateAnswers: 1, load });
    expect(rollback({ ...resultOf(cell({})), runs: [run(3.5), run(12), run(2)] })).toContain('24 GB, and a load of 2 to 12 during the runs, Node v24');
  });
  it('says what gave no figure', () => expect(rollback({ ...resultOf(cell({})), failures: ['one run, for it was stopped'] })).toContain('\nNot measured: one run, for it was stopped.\n'));
  it('says which promises hold', () => {
    const page = made(cell({}));
    expect(page).toContain('| soon | 9 s | **no** |');
    expect(page).toContain('| never | 0 | yes |');
    expect(page).toContain('| later | not measured | too little was measured |');
  });
});
