import { describe, expect, it } from 'vitest';
import { appendRuns, mergeRuns, type Run } from './result.ts';
import { settingOf, type SettingName } from './settings.ts';
import type { ScenarioName } from './scenarios.ts';
import { summarize, verdictsOf } from './summary.ts';

const runs = (setting: SettingName, scenario: ScenarioName, figures: readonly (readonly [ms: number, harmed: number])[], rolledBack = true): Run[] =>
  figures.map(([firstBadToLastBadMs, harmedRequests], index) => ({ engine: settingOf(setting).engine, setting, scenario, repetition: index + 1, firstBadToLastBadMs, harmedRequests, rolledBack, watchedMs: 5000, requests: 1000, candidateAnswers: 100 }));
const ten = (ms: number, harmed: number): (readonly [number, number])[] => Array.from({ length: 10 }, () => [ms, harmed]);
const held = (all: readonly Run[], begins: string): boolean | undefined => verdictsOf(summarize(all)).find(({ text }) => text.startsWith(begins))!.held;
const calm = runs('flagger-tight', 'a-a', ten(0, 5), false);

describe('the summary', () => {
  it('has a row for each setting and scenario that ran, in a fixed order', () => {
    const rows = summarize([...runs('argo-tight', 'garbage', [[9, 1]]), ...runs('trainyard', 'crash-loop', [[1, 1]]), ...runs('trainyard', 'total-failure', [[1, 1]])]);
    expect(rows.map(({ setting, scenario }) => `${setting} ${scenario}`)).toEqual(['trainyard total-failure', 'trainyard crash-loop', 'argo-tight garbage']);
  });
  it('tells the middle, the worst and how many were rolled back', () => {
    const [row] = summarize([...runs('trainyard', 'errors-5', [[1000, 3], [3000, 9], [2000, 5]]), ...runs('trainyard', 'errors-5', [[4000, 70]], false)]);
    expect(row).toEqual({ engine: 'trainyard', setting: 'trainyard', scenario: 'errors-5', n: 4, p50Ms: 2500, p99Ms: 3970, harmedMedian: 7, harmedMax: 70, rollbackRate: 0.75, watchedMs: 5000 });
  });
  it('tells no watch where all were rolled back', () => expect(summarize(runs('trainyard', 'errors-5', [[1, 1]]))[0]).not.toHaveProperty('watchedMs'));
  it('takes what was measured now for what was measured before of the same cell', () => {
    const merged = mergeRuns([...runs('trainyard', 'errors-5', ten(1, 1)), ...runs('flagger-tight', 'errors-5', [[7, 7]])], runs('trainyard', 'errors-5', [[2, 2]]));
    expect(merged.map(({ setting, firstBadToLastBadMs }) => [setting, firstBadToLastBadMs])).toEqual([['flagger-tight', 7], ['trainyard', 2]]);
  });
  it('counts on where more of the same was measured', () => {
    const more = appendRuns([...runs('trainyard', 'errors-5', ten(1, 1)), ...runs('flagger-tight', 'errors-5', [[7, 7]])], runs('trainyard', 'errors-5', [[2, 2], [3, 3]]));
    expect(more.slice(-2).map(({ repetition }) => repetition)).toEqual([11, 12]);
    expect(summarize(more).map(({ n }) => n)).toEqual([12, 1]);
  });
});

describe('a promise', () => {
  const total = 'total failure, first bad';
  it.each([
    ['holds at its limits', runs('trainyard', 'total-failure', ten(3000, 30)), true],
    ['breaks when the middle is late', runs('trainyard', 'total-failure', ten(3001, 30)), false],
    ['breaks when the worst is late', runs('trainyard', 'total-failure', [...ten(2000, 20), [7000, 70]]), false],
    ['breaks when one candidate was not rolled back', [...runs('trainyard', 'total-failure', ten(2000, 20)), ...runs('trainyard', 'total-failure', [[2000, 20]], false)], false],
    ['is open after too few runs', runs('trainyard', 'total-failure', ten(1, 1).slice(1)), undefined],
    ['is broken by a few that are late', runs('trainyard', 'total-failure', [[4000, 9], [4000, 9]]), false],
    ['is open when it was not measured', calm, undefined],
  ])('about a total failure %s', (_name, all, expected) => expect(held(all, total)).toBe(expected));
  it.each([
    ['holds at 2 s', 2000, true],
    ['breaks above', 2001, false],
  ])('about a crash loop %s', (_name, ms, expected) => expect(held(runs('trainyard', 'crash-loop', ten(ms, 1)), 'crash loop')).toBe(expected));
  it.each([
    ['holds when none was', runs('trainyard', 'a-a', ten(0, 3), false), true],
    ['breaks by one', [...runs('trainyard', 'a-a', ten(0, 3), false), ...runs('trainyard-shield', 'a-a', [[0, 3]])], false],
  ])('that no good candidate is rolled back %s', (_name, all, expected) => expect(held(all, 'no good candidate')).toBe(expected));
});

describe('the comparison with the best peer', () => {
  const ours = runs('trainyard', 'errors-20', ten(2000, 10));
  const peer = (harmed: number): Run[] => runs('flagger-tight', 'errors-20', [[19_000, harmed]]);
  it.each([
    ['holds at ten times', [...ours, ...peer(100), ...calm], true],
    ['breaks below', [...ours, ...peer(99), ...calm], false],
    ['does not count a peer that rolls back good candidates', [...ours, ...peer(100), ...calm, ...runs('argo-tight', 'errors-20', [[9000, 40]]), ...runs('argo-tight', 'a-a', ten(0, 1))], true],
    ['does not count a peer whose false rollbacks are not known', [...ours, ...peer(100), ...calm, ...runs('argo-tight', 'errors-20', [[9000, 40]])], true],
    ['takes the one that harms fewest', [...ours, ...peer(100), ...calm, ...runs('argo-tight', 'errors-20', [[9000, 40]]), ...runs('argo-tight', 'a-a', ten(0, 1), false)], false],
    ['is open without a peer', ours, undefined],
    ['is open where a peer was shown few good candidates', [...ours, ...peer(100), ...calm.slice(1)], undefined],
    ['breaks also there', [...ours, ...peer(99), ...calm.slice(1)], false],
  ])('%s', (_name, all, expected) => expect(held(all, 'errors-20, without')).toBe(expected));
  it('is made of what comes by default too', () => {
    const all = [...runs('trainyard-shield', 'errors-20', ten(0, 0)), ...peer(1), ...calm];
    expect([held(all, 'errors-20, as it comes'), held(all, 'errors-20, without')]).toEqual([true, undefined]);
  });
  it('says "at least" of a peer that never rolled back', () => {
    const all = [...ours, ...runs('flagger-tight', 'errors-20', [[60_000, 600]], false), ...calm];
    expect(verdictsOf(summarize(all)).find(({ text }) => text.startsWith('errors-20, without'))!.measured).toBe('ours 10, flagger-tight at least 600 (medians of 10 and 1; it was shown 10 good)');
  });
});

describe('the shield', () => {
  it.each([
    ['holds when nobody saw anything', runs('trainyard-shield', 'total-failure', ten(0, 0)), true],
    ['is open after too few runs', runs('trainyard-shield', 'total-failure', ten(0, 0).slice(1)), undefined],
    ['breaks by one answer', runs('trainyard-shield', 'total-failure', [[0, 0], [0, 1]]), false],
    ['is not asked about slow answers', [...runs('trainyard-shield', 'total-failure', ten(0, 0)), ...runs('trainyard-shield', 'latency-x5', [[900, 9]])], true],
    ['is open when it was not measured', calm, undefined],
  ])('%s', (_name, all, expected) => expect(held(all, 'with the shield')).toBe(expected));
});
