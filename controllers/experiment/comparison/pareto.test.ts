import { describe, expect, it } from 'vitest';
import { rank, type Ranked } from '../policies/rank.ts';
import { scored } from '../testing/scored.ts';
import { paretoOf } from './pareto.ts';

const trial = (name: string, score: number, latencyP99Ms?: number, sizeBytes?: number, fairness?: number): Ranked => scored(name, [score], { latencyP99Ms, sizeBytes, fairness });

describe('the trials that nothing beats', () => {
  it.each<[name: string, direction: 'Maximize' | 'Minimize', trials: readonly Ranked[], left: string]>([
    ['are the best score alone where nothing else was measured', 'Maximize', [trial('a', 0.9), trial('b', 0.8)], 'a'],
    ['are those that are worse, but quicker, too', 'Maximize', [trial('a', 0.9, 2), trial('b', 0.8, 1), trial('c', 0.7, 1.5)], 'a b'],
    ['turn round where less is better', 'Minimize', [trial('a', 0.9, 2), trial('b', 0.8, 1), trial('c', 0.7, 1.5)], 'c b'],
    ['are equals together', 'Maximize', [trial('a', 0.9, 1), trial('b', 0.9, 1)], 'a b'],
    ['are of equal scores the quicker one, wherever it stands', 'Maximize', [trial('a', 0.9, 2), trial('b', 0.9, 1)], 'b'],
    ['are judged by size and fairness too', 'Maximize', [trial('a', 0.9, 1, 300, 0.3), trial('b', 0.8, 1, 100, 0.3), trial('c', 0.7, 1, 300, 0.1), trial('d', 0.6, 1, 300, 0.3)], 'a b c'],
    ['are not judged by what any of them was not measured by', 'Maximize', [trial('a', 0.9, 2), trial('b', 0.8)], 'a'],
    ['are nobody among nobody', 'Maximize', [], ''],
  ])('%s', (_name, direction, trials, left) => {
    expect(paretoOf(rank(trials, direction)).map(({ name }) => name).join(' ')).toBe(left);
  });
});
