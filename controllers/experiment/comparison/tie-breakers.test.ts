import { describe, expect, it } from 'vitest';
import type { Ranked } from '../policies/rank.ts';
import { scored } from '../testing/scored.ts';
import { breakTie, type TieBreaker } from './tie-breakers.ts';

const trial = (candidate: string, more: Partial<Ranked>): Ranked => scored(candidate, [1], more);

const slow = trial('slow', { latencyP99Ms: 2, sizeBytes: 100, fairness: 0.1 });
const fast = trial('fast', { latencyP99Ms: 1, sizeBytes: 300, fairness: 0.3, algorithm: 'mlp' });
const linear = trial('linear', { latencyP99Ms: 1.02, sizeBytes: 200, fairness: 0.105, algorithm: 'logistic' });

describe('a tie', () => {
  it.each<[string, readonly [Ranked, ...Ranked[]], readonly TieBreaker[], string, TieBreaker | undefined]>([
    ['without tie-breakers goes to the best score', [slow, fast], [], 'slow', undefined],
    ['goes to the faster one', [slow, fast], ['LatencyP99'], 'fast', 'LatencyP99'],
    ['of nearly the same latency goes by the next one', [slow, fast, linear], ['LatencyP99', 'ModelSize'], 'linear', 'ModelSize'],
    ['of nearly the same everything goes to the better score', [fast, linear], ['LatencyP99'], 'fast', undefined],
    ['goes to the smaller one', [fast, linear, slow], ['ModelSize'], 'slow', 'ModelSize'],
    ['goes to the fairer one, and differences below 0.01 do not count', [fast, slow, linear], ['Fairness'], 'slow', 'Fairness'],
    ['goes to the one that people understand', [fast, slow, linear], ['Explainability'], 'linear', 'Explainability'],
    ['is not broken by what one of them was not measured by', [slow, trial('new', { sizeBytes: 1 })], ['LatencyP99', 'ModelSize'], 'new', 'ModelSize'],
    ['of an algorithm that nobody knows is not broken by explainability', [slow, trial('own', { algorithm: 'own' })], ['Explainability'], 'slow', undefined],
  ])('%s', (_name, contenders, tieBreakers, winner, by) => {
    const tie = breakTie(contenders, tieBreakers);
    expect([tie.winner.candidate, tie.by]).toEqual([winner, by]);
  });
});
