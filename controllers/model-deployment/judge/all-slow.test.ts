import { describe, expect, it } from 'vitest';
import { addSlow, isAllSlow, type AllSlow } from './all-slow.ts';
import type { Delta } from './counters.ts';

type Look = readonly [candidate: readonly [bad: number, requests: number], stable: readonly [bad: number, requests: number]];

const delta = ([bad, requests]: readonly [number, number]): Delta => ({ bad, requests });
/** One look a second. */
const after = (...looks: readonly Look[]): AllSlow | undefined =>
  looks.reduce<AllSlow | undefined>((state, [candidate, stable], second) => addSlow(state, delta(candidate), delta(stable), new Date(Date.UTC(2026, 0, 1) + 1000 * second)), undefined);
const times = (n: number, look: Look): readonly Look[] => Array.from({ length: n }, () => look);

const slow: Look = [[10, 10], [0, 40]];
const oneInTime: Look = [[9, 10], [0, 40]];
const silent: Look = [[0, 0], [0, 40]];
const bothSlow: Look = [[10, 10], [20, 40]];
const nearlyBothSlow: Look = [[10, 10], [19, 40]];
const alone: Look = [[10, 10], [0, 0]];
const sparse: Look = [[1, 1], [0, 40]];

describe('slow altogether', () => {
  it.each<[name: string, looks: readonly Look[], broken: boolean]>([
    ['for longer than a burst lasts', times(8, slow), true],
    ['for just as long as a burst may last', times(7, slow), false],
    ['with one answer in time in between', [...times(7, slow), oneInTime, ...times(7, slow)], false],
    ['with one answer in time long ago', [oneInTime, ...times(8, slow)], true],
    ['with seconds in between in which nobody asked', [...times(4, slow), silent, silent, silent, ...times(2, slow)], true],
    ['by too few requests', times(9, sparse), false],
    ['by just enough of them', times(10, sparse), true],
    ['with stable as slow', times(20, bothSlow), false],
    ['with stable nearly as slow', times(20, nearlyBothSlow), true],
    ['with no stable to compare', times(20, alone), false],
    ['never looked at', [], false],
  ])('%s', (_name, looks, broken) => {
    expect(isAllSlow(after(...looks))).toBe(broken);
  });
});
