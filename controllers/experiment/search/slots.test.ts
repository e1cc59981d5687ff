import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../crds/generated/experiment.ts';
import { specOf } from '../testing/contest.ts';
import { slotsOf } from './slots.ts';

const space = [{ name: 'depth', type: 'Int', min: 1, max: 8 }];
const plain = (name: string): object => ({ name, algorithm: { name: 'logistic' } });
const searching = (name: string, maxTrials: number): object => ({ name, algorithm: { name: 'xgboost' }, search: { space, maxTrials } });
const names = (spec: object, sizes: readonly (readonly [string, number])[] = []): string => {
  const experiment: Experiment = { apiVersion: 'trainyard.dev/v1alpha1', kind: 'Experiment', metadata: { name: 'e' }, spec: specOf(spec) };
  return slotsOf(experiment, new Map(sizes)).map(({ name }) => name).join(' ');
};

describe('the trials that a spec asks for', () => {
  it.each<[name: string, spec: object, sizes: readonly (readonly [string, number])[], slots: string]>([
    ['one for each candidate without a search', { candidates: [plain('a'), plain('b')] }, [], 'e-a e-b'],
    ['as many as a search has trials', { candidates: [searching('a', 3)] }, [], 'e-a-0 e-a-1 e-a-2'],
    ['the candidates take turns', { candidates: [searching('a', 3), plain('b'), searching('c', 2)] }, [], 'e-a-0 e-b e-c-0 e-a-1 e-c-1 e-a-2'],
    ['no more than maxTrials of all together', { maxTrials: 4, candidates: [searching('a', 3), plain('b'), searching('c', 2)] }, [], 'e-a-0 e-b e-c-0 e-a-1'],
    ['no more than a grid has points', { candidates: [searching('a', 3), searching('b', 2)] }, [['a', 1]], 'e-a-0 e-b-0 e-b-1'],
    ['a grid without points has no trial', { candidates: [searching('a', 3), plain('b')] }, [['a', 0]], 'e-b'],
    ['a grid with more points than wanted', { candidates: [searching('a', 2)] }, [['a', 99]], 'e-a-0 e-a-1'],
  ])('%s', (_name, spec, sizes, slots) => {
    expect(names(spec, sizes)).toBe(slots);
  });
  it('are a thousand at most', () => {
    expect(names({ candidates: [searching('a', 1000), searching('b', 1000)] }).split(' ')).toHaveLength(1000);
  });
});
