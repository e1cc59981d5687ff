import { describe, expect, it } from 'vitest';
import { featureImpact } from './feature-impact.ts';
import { written } from './html.ts';
import { leaderboard } from './leaderboard.ts';
import { pairwise } from './pairwise.ts';
import { experiment, run, study } from './testing/example.ts';
import { elementsOf, plain } from './testing/well-formed.ts';
import { inLanes, timeline } from './timeline.ts';
import { tradeOffs } from './trade-offs.ts';
import { trialTable } from './trial-table.ts';

const both = [run('xgb', { number: 0, scores: [0.97, 0.98, 0.99, 0.96, 0.95], latencyP99Ms: 0.4, sizeBytes: 48_000, fairness: 0.08 }), run('logistic', { scores: [0.9, 0.91, 0.92, 0.9, 0.93], latencyP99Ms: 0.02, sizeBytes: 2000, fairness: 0.02 })];

/** Numbers of an attribute of every element that has it. */
function numbers(markup: string, name: string, attribute: string): readonly number[] {
  return elementsOf(markup).filter((one) => one.name === name && one.attributes.has(attribute)).map(({ attributes }) => Number(attributes.get(attribute)));
}

describe('the candidates', () => {
  it('stand in the order of their scores, with all that was measured', () => {
    const text = plain(written(leaderboard(study(both.toReversed()))));
    expect(text.indexOf('xgboost, trial 0')).toBeLessThan(text.indexOf('logistic', text.indexOf('Time ')));
    for (const fact of ['0.97 ± 0.016', '0.9406 to 0.9994', '✓ passed', '0.4 ms', '48 kB', '0.08', '1 of 1']) expect(text).toContain(fact);
  });
  it('have intervals on one scale', () => {
    const whiskers = elementsOf(written(leaderboard(study(both)))).flatMap(({ attributes }) => (attributes.get('class') === 'whisker' ? [attributes.get('d') ?? ''] : [])).map((d) => /^M([\d.]+) .*H([\d.]+)/.exec(d)!.slice(1).map(Number));
    const [[xgbFrom = 0, xgbTo = 0] = [], [logisticFrom = 0, logisticTo = 0] = []] = whiskers;
    expect(logisticTo).toBeLessThan(xgbFrom);
    // The interval of xgb is wider by the ratio of the standard deviations.
    expect((xgbTo - xgbFrom) / (logisticTo - logisticFrom)).toBeCloseTo(0.0158114 / 0.0130384, 1);
  });
  it.each([
    ['say which one missed its gates', [run('xgb', { scores: [0.9, 0.8], reason: 'GateFailed' })], '✕ missed'],
    ['say that an interval is not known', [run('xgb', { scores: [0.9, 0.9] })], 'interval unknown: too few folds'],
    ['say which one has no score', [run('xgb', { scores: [0.9] })], 'logistic logistic – no score'],
    ['say that none has one', [run('xgb', { reason: 'DataInvalid' })], 'No candidate has a score.'],
    ['say what the search chose', [run('xgb', { number: 3, scores: [0.9], parameters: { depth: 3 } })], 'trial 3 depth=3'],
  ])('%s', (_, runs, text) => {
    expect(plain(written(leaderboard(study(runs))))).toContain(text);
  });
});

describe('the pairs', () => {
  const holdout = { test: 'DeLong', difference: -0.01, pValue: 0.2, adjustedP: 0.4, rows: 114 } as const;
  const comparison = { a: 'xgb', b: 'logistic', meanDifference: 0.058, pValue: 0.001, adjustedP: 0.003, probabilityBetter: 0.9, ropeProbability: 0.07, verdict: 'Better' } as const;
  const rows = (status: object): string => plain(written(pairwise(study(both, experiment(status)))));
  it('are read from both sides: what one is better the other one is worse', () => {
    const text = rows({ comparisons: [comparison] });
    expect(text).toContain('xgb · +0.058 p 0.003 equivalent 0.07 ▲ better');
    expect(text).toContain('logistic −0.058 p 0.003 equivalent 0.07 ▼ worse ·');
    expect(text).toContain('No pair could be compared on the held-out rows.');
  });
  it('are shown on the held-out rows too', () => {
    const text = rows({ comparisons: [{ ...comparison, holdout }] });
    expect(text).toContain('xgb · −0.01 p 0.4 DeLong, 114 rows');
    expect(text).toContain('logistic +0.01 p 0.4');
  });
  it('may not have been tested', () => {
    expect(rows({ comparisons: [{ a: 'xgb', b: 'logistic', meanDifference: 0, verdict: 'NotTested' }] })).toContain('xgb · 0 p – equivalent – – not tested');
  });
  it('may be missing', () => {
    expect(rows({})).toContain('compared when the trials have ended');
    const alone = experiment({}, { candidates: [{ name: 'xgb', algorithm: { name: 'xgboost' } }] });
    expect(plain(written(pairwise(study(both, alone))))).toContain('nobody to compare it with');
  });
});

describe('the trade-offs', () => {
  it('put a faster trial to the left, a better one higher, and a ring around those that no other beats', () => {
    const markup = written(tradeOffs(study([...both, run('xgb', { number: 1, scores: [0.9, 0.8], latencyP99Ms: 0.5, sizeBytes: 50_000, fairness: 0.1 })])));
    const [drawn = ''] = /<svg.*?<\/svg>/s.exec(markup) ?? [];
    const [[bestAt = 0, quickAt = 0], [bestUp = 0, quickUp = 0]] = [numbers(drawn, 'circle', 'cx'), numbers(drawn, 'circle', 'cy')];
    expect(numbers(drawn, 'circle', 'cx')).toHaveLength(2);
    expect(quickAt).toBeLessThan(bestAt);
    expect(bestUp).toBeLessThan(quickUp);
    expect(drawn.match(/class="m c\d faint"/g)).toHaveLength(1);
  });
  it.each([
    ['say that nothing has a score', [run('xgb', { running: true })], 'No trial has a score.'],
    ['say that no latency is known', [run('xgb', { scores: [0.9] })], 'No trial has a measured latency'],
    ['say that a latency of 0 cannot be drawn', [...both, run('xgb', { number: 1, scores: [0.9], latencyP99Ms: 0 })], '1 trial without a latency is left out.'],
    ['say that none passed its gates', [run('xgb', { scores: [0.9], reason: 'GateFailed', latencyP99Ms: 1 })], 'No trial with a score passed its gates.'],
    ['say what does not count', [run('xgb', { scores: [0.9], latencyP99Ms: 1 })], 'What counts: score, latency. Not every trial was measured by size and fairness'],
    ['say that everything counts', both, 'What counts: score, latency, size, fairness.'],
  ])('%s', (_, runs, text) => {
    expect(plain(written(tradeOffs(study(runs))))).toContain(text);
  });
});

describe('what a group of features adds', () => {
  const impact = [{ group: 'radius', trialRef: 'r', delta: 0.02, adjustedP: 0.01, verdict: 'Helps' }, { group: 'texture', trialRef: 't', delta: -0.01, adjustedP: 0.02, verdict: 'Harms' }, { group: 'noise', trialRef: 'n', verdict: 'NotTested', problem: 'DataInvalid: no column' }] as const;
  const groups = { studies: { featureGroups: [{ name: 'radius', columns: ['radius'] }] } };
  const shown = (status: object, more: object = {}): string => written(featureImpact(study(both, experiment(status, more))));
  it('is a bar to the right where the winner is worse without it, and to the left where it is better', () => {
    const markup = shown({ featureImpact: impact });
    const [foot] = numbers(markup, 'line', 'x1');
    const [from] = numbers(markup, 'rect', 'x');
    const [length, half] = numbers(markup, 'rect', 'width');
    expect([foot, from]).toEqual([110, 110]);
    expect(length! / half!).toBeCloseTo(2, 9);
    expect(numbers(markup, 'rect', 'x')[1]).toBe(110 - half!);
    for (const fact of ['radius +0.02', '0.01 ▲ helps', 'texture −0.01', '0.02 ▼ harms', '– not tested DataInvalid: no column', 'adjusted for 3 groups']) expect(plain(markup)).toContain(fact);
  });
  it('may be no difference at all', () => {
    expect(shown({ featureImpact: [{ group: 'radius', trialRef: 'r', delta: 0, verdict: 'NotTested' }] })).not.toMatch(/NaN|Infinity/);
  });
  it('is told as not known where it was asked for, and else left out', () => {
    expect(plain(shown({}, groups))).toContain('Not known: it is studied when the winner is known');
    expect(shown({})).toBe('');
  });
});

describe('the timeline', () => {
  it('has as many lanes as ran at the same time, and fills the first that is free', () => {
    const timed = [[0, 10], [0, 4], [4, 6], [5, 8], [10, 12]].map(([start = 0, end = 0]) => ({ start, end }));
    const { lanes, laneOf } = inLanes(timed, ({ end }) => end);
    expect(lanes).toBe(3);
    expect(timed.map((one) => laneOf.get(one))).toEqual([0, 1, 1, 2, 0]);
  });
  it('draws each trial from its start to its end, one under way until now, by its state', () => {
    const markup = written(timeline(study([run('xgb', { number: 0, scores: [0.9], from: 0, to: 900 }), run('xgb', { number: 1, reason: 'Stopped', from: 900, to: 1800 }), run('xgb', { number: 2, reason: 'DataInvalid', from: 1800, to: 1801 }), run('logistic', { running: true, from: 1800 }), run('xgb', { number: 3, running: true })])));
    const bars = elementsOf(markup).filter(({ name, attributes, within }) => name === 'rect' && attributes.get('class')?.startsWith('bar ') === true && !within.includes('ul')).map(({ attributes }) => [attributes.get('class'), Number(attributes.get('x')), Number(attributes.get('width'))]);
    expect(bars).toEqual([['bar done', 24, 169], ['bar going', 364, 339], ['bar given-up', 194, 169], ['bar lost', 364, 1]]);
    expect(plain(markup)).toContain('1 trial without a start time is left out.');
  });
  it.each([['no trial', []], ['no time', [run('xgb')]]])('says that there is %s', (_, runs) => {
    expect(plain(written(timeline(study(runs))))).toMatch(/No trial has (begun yet|a start time yet)\./);
  });
  it('stays low with many trials at the same time', () => {
    const markup = written(timeline(study(Array.from({ length: 500 }, (_, number) => run('xgb', { number, scores: [0.9], from: 0, to: 60 })))));
    expect(Number(/viewBox="0 0 720 ([\d.]+)"/.exec(markup)![1])).toBeLessThan(1600);
  });
});

describe('the table of all trials', () => {
  it('says of each what it tried, how it ended and why', () => {
    const text = plain(written(trialTable(study([...both, run('xgb', { number: 1, parameters: { depth: 3 }, reason: 'DataInvalid', message: 'no column x', from: 0, to: 90 }), run('xgb', { number: 2, reason: 'Stopped', message: 'given up', scores: [0.9, 0.8] })]))));
    expect(text).toContain('xgb 1 ✕ Failed – depth=3 – – 90s DataInvalid: no column x');
    expect(text).toContain('xgb 2 – Stopped 0.85 after 2 folds');
    expect(text).toContain('xgb 0 ✓ Scored 0.97 ± 0.016');
  });
  it('is closed when it is long, and bounds what a message may take', () => {
    const runs = Array.from({ length: 40 }, (_, number) => run('xgb', { number, reason: 'Crashed', message: 'x'.repeat(30_000) }));
    const markup = written(trialTable(study(runs)));
    expect(elementsOf(markup).filter(({ name }) => name === 'details')).toHaveLength(1);
    expect(markup.length).toBeLessThan(40 * 1000);
    expect(written(trialTable(study(both)))).not.toContain('<details>');
  });
});
