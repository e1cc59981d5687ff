import { describe, expect, it } from 'vitest';
import { bestSoFar } from './history.ts';
import { written } from './html.ts';
import { levelsOf, thinned } from './parallel-coordinates.ts';
import { searches } from './search.ts';
import { axisOf, isChosen, type Dimension } from './space.ts';
import type { Study } from './study.ts';
import { experiment, run, study, type Ran } from './testing/example.ts';
import { elementsOf, plain } from './testing/well-formed.ts';
import { isScored, type Scored } from './trials.ts';

const depth: Dimension = { name: 'depth', type: 'Int', min: 2, max: 8, scale: 'Linear' };
const rate: Dimension = { name: 'rate', type: 'Float', min: 0.01, max: 1, scale: 'Log' };
const booster: Dimension = { name: 'booster', type: 'Categorical', values: ['gbtree', 'dart', [1, 2]], scale: 'Linear' };
const drop: Dimension = { name: 'drop', type: 'Float', min: 0, max: 0.5, scale: 'Linear', when: { parameter: 'booster', values: ['dart', [1, 2]] } };
const seed: Dimension = { name: 'seed', type: 'Int', min: 0, max: 9, scale: 'Linear', when: { parameter: 'drop', values: [0.5] } };
const space = [depth, rate, booster, drop, seed];

function searching(runs: readonly Ran[], dimensions: readonly Dimension[] = space, status: object = {}, more: object = {}): Study {
  const candidates = [{ name: 'xgb', algorithm: { name: 'xgboost' as const }, search: { maxTrials: 20, space: [...dimensions] } }, { name: 'logistic', algorithm: { name: 'logistic' as const } }];
  return study(runs.map((ran, number) => run('xgb', { number, ...ran })), experiment(status, { candidates, ...more }));
}

function scored(scores: readonly number[]): readonly Scored[] {
  return searching(scores.map((score) => ({ scores: [score] }))).trials.filter(isScored);
}

describe('a parameter', () => {
  it.each<[string, Dimension, Record<string, unknown>, boolean]>([
    ['without a condition', depth, { depth: 3 }, true],
    ['that is missing', depth, {}, false],
    ['whose condition holds', drop, { booster: 'dart', drop: 0.1 }, true],
    ['whose condition holds by a list', drop, { booster: [1, 2], drop: 0.1 }, true],
    ['whose condition does not hold, though it has a fixed value', drop, { booster: 'gbtree', drop: 0.1 }, false],
    ['whose condition rests on one that holds', seed, { booster: 'dart', drop: 0.5, seed: 1 }, true],
    ['whose condition rests on one that does not hold', seed, { booster: 'gbtree', drop: 0.5, seed: 1 }, false],
  ])('%s was chosen or not', (_, dimension, parameters, expected) => {
    expect(isChosen(space, dimension, parameters)).toBe(expected);
  });
  it('that names itself as its condition is not asked for ever', () => {
    const odd: Dimension = { ...drop, when: { parameter: 'drop', values: [0.1] } };
    expect(isChosen([odd], odd, { drop: 0.1 })).toBe(true);
  });

  const place = (dimension: Dimension, parameters: Record<string, unknown>, tried: readonly Record<string, unknown>[] = []): number | undefined => axisOf(space, dimension, tried, [100, 0]).at(parameters);
  it.each<[string, Dimension, Record<string, unknown>, number | undefined]>([
    ['in the middle of a linear axis', depth, { depth: 5 }, 50],
    ['in the middle of a logarithmic one', rate, { rate: 0.1 }, 50],
    ['at the first of three categories', booster, { booster: 'gbtree' }, 100],
    ['at a category that is a list', booster, { booster: [1, 2] }, 0],
    ['nowhere with a category that is not in the space', booster, { booster: 'gblinear' }, undefined],
    ['nowhere with a value that is no number', depth, { depth: 'deep' }, undefined],
    ['nowhere where it was not chosen', drop, { booster: 'gbtree', drop: 0.1 }, undefined],
  ])('stands %s', (_, dimension, parameters, at) => {
    const found = place(dimension, parameters);
    if (at === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(at, 9);
  });
  it('makes room for a value beyond its bounds', () => {
    expect(place(depth, { depth: 14 }, [{ depth: 14 }])).toBeCloseTo(0, 9);
  });
});

describe('the lines', () => {
  it('are all drawn while they are few, and else the best ones and an even choice of the others', () => {
    const all = scored(Array.from({ length: 50 }, (_, i) => 1 - i / 100));
    expect(thinned(all, 50)).toBe(all);
    const some = thinned(all, 10).map(({ number }) => number);
    expect(some).toEqual([0, 1, 2, 8, 15, 22, 28, 35, 42, 49]);
  });
  it('have a level by how many are better, and equal scores the same one', () => {
    const inOrder = scored([0.9, 0.9, 0.5, 0.4, 0.3, 0.1]);
    expect(inOrder.map(levelsOf(inOrder))).toEqual([5, 5, 3, 2, 1, 0]);
    const equal = scored([0.9, 0.9, 0.9]);
    expect(equal.map(levelsOf(equal))).toEqual([5, 5, 5]);
  });
});

it.each<[boolean, readonly number[]]>([[true, [0.5, 0.7, 0.9]], [false, [0.5, 0.4]]])('the best so far is passed by strictly better ones only (greatest: %s)', (maximize, expected) => {
  expect(bestSoFar(scored([0.5, 0.7, 0.7, 0.4, 0.9]), maximize).map(({ score }) => score)).toEqual(expected);
});

describe('a search', () => {
  const shown = (...given: Parameters<typeof searching>): string => written(searches(searching(...given)));
  const path = (markup: string, style: string): readonly string[] => elementsOf(markup).filter(({ name, attributes, within }) => name === 'path' && attributes.get('class')?.split(' ').includes(style) === true && !within.includes('ul')).map(({ attributes }) => attributes.get('d') ?? '');
  const three = [{ scores: [0.8], parameters: { depth: 2, rate: 0.1, booster: 'gbtree' } }, { scores: [0.9], parameters: { depth: 8, rate: 0.01, booster: 'dart', drop: 0.25 } }, { reason: 'DataInvalid', message: 'no' }, { scores: [0.5], reason: 'Stopped', message: 'given up' }];

  it('is shown for each candidate that has one, and for no other', () => {
    expect(plain(shown(three))).toContain('Search of xgb TPE, 5 parameters, at most 20 trials');
    expect(shown(three)).not.toContain('Search of logistic');
  });
  it('marks failed and stopped trials below all scores', () => {
    const markup = shown(three);
    const height = (d: string): number => Number(/^M[\d.-]+ ([\d.-]+)/.exec(d)![1]);
    const lowest = Math.max(...path(markup, 'm').map(height));
    expect(path(markup, 'failed')).toHaveLength(1);
    expect(path(markup, 'stopped')).toHaveLength(1);
    for (const d of [...path(markup, 'failed'), ...path(markup, 'stopped')]) expect(height(d)).toBeGreaterThan(lowest);
    expect(plain(markup)).toContain('2 trials with a score, the best 0.9 at trial 1; 1 failed; 1 stopped');
  });
  it('draws a line for each score, the best last and strongest, through – where a parameter was not chosen', () => {
    const lines = path(shown(three), 'line');
    expect(lines).toHaveLength(2);
    // The first one drawn is the worse one: it has neither a drop nor what rests on it, so its line goes through the gap twice.
    expect(lines[0]!.split('L').map((point) => Number(point.split(' ')[1]))).toEqual([220, 133, 220, 248, 248, 220]);
    expect(lines[1]!.split('L').map((point) => Number(point.split(' ')[1]))).toEqual([46, 220, 133, 133, 248, 46]);
    expect(plain(shown(three))).toContain('a line through – at the bottom');
  });
  it('says how many lines it leaves out', () => {
    const many = Array.from({ length: 900 }, (_, i) => ({ scores: [i / 900], parameters: { depth: 2 + (i % 7) } }));
    const markup = shown(many, [depth]);
    expect(path(markup, 'line')).toHaveLength(120);
    expect(plain(markup)).toContain('Of 900 trials with a score, best first in colour and width; 120 are drawn');
    expect(plain(markup)).not.toContain('a line through –');
  });
  it.each<[string, readonly Ran[], string]>([
    ['no trial', [], 'No trial has begun yet.'],
    ['no score', [{ reason: 'DataInvalid' }, { running: true }], '0 trials with a score; 1 failed; 1 running'],
    ['one trial', [{ scores: [0.9], parameters: { depth: 3 } }], '1 trial with a score, the best 0.9 at trial 0'],
    ['equal scores', [{ scores: [0.9] }, { scores: [0.9] }], '2 trials with a score, the best 0.9 at trial 0'],
  ])('stands with %s', (_, runs, text) => {
    const markup = shown(runs);
    elementsOf(markup);
    expect(plain(markup)).toContain(text);
    expect(markup).not.toMatch(/NaN|undefined|Infinity/);
  });
  it('shows the goal, and which parameter matters', () => {
    const markup = shown(three, space, { sensitivity: [{ candidate: 'xgb', parameter: 'rate', importance: 0.75 }, { candidate: 'other', parameter: 'x', importance: 1 }] }, { objective: { metric: 'roc_auc', direction: 'Maximize', goal: 0.95 } });
    expect(elementsOf(markup).filter(({ name, attributes }) => name === 'line' && attributes.get('class') === 'goal')).toHaveLength(1);
    expect(plain(markup)).toContain('rate: 75 %');
    const [track, share] = ['track', 'share'].map((style) => Number(elementsOf(markup).find(({ attributes }) => attributes.get('class') === style)?.attributes.get('width')));
    expect(share! / track!).toBeCloseTo(0.75, 3);
  });
  it('says that a study which was asked for is not known yet', () => {
    expect(plain(shown(three, space, {}, { studies: { sensitivity: true } }))).toContain('Which parameter matters Not known');
    expect(plain(shown(three))).not.toContain('Which parameter matters');
  });
});
