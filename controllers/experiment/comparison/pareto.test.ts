import { describe, expect, it } from 'vitest';
import { rank, type Ranked } from '../policies/rank.ts';
import { scored } from '../testing/scored.ts';
import { paretoOf, type Cost } from './pareto.ts';

const trial = (name: string, score: number, latencyP99Ms?: number, sizeBytes?: number, fairness?: number): Ranked => scored(name, [score], { latencyP99Ms, sizeBytes, fairness });

describe('the trials that nothing beats', () => {
  it.each<[name: string, direction: 'Maximize' | 'Minimize', trials: readonly Ranked[], left: string, measured?: readonly Cost[]]>([
    ['are the best score alone where nothing else was measured', 'Maximize', [trial('a', 0.9), trial('b', 0.8)], 'a'],
    ['are those that are worse, but quicker, too', 'Maximize', [trial('a', 0.9, 2), trial('b', 0.8, 1), trial('c', 0.7, 1.5)], 'a b', ['latencyP99Ms']],
    ['turn round where less is better', 'Minimize', [trial('a', 0.9, 2), trial('b', 0.8, 1), trial('c', 0.7, 1.5)], 'c b'],
    ['are equals together', 'Maximize', [trial('a', 0.9, 1), trial('b', 0.9, 1)], 'a b'],
    ['are of equal scores the quicker one, wherever it stands', 'Maximize', [trial('a', 0.9, 2), trial('b', 0.9, 1)], 'b'],
    ['are judged by size and fairness too', 'Maximize', [trial('a', 0.9, 1, 300, 0.3), trial('b', 0.8, 1, 100, 0.3), trial('c', 0.7, 1, 300, 0.1), trial('d', 0.6, 1, 300, 0.3)], 'a b c', ['latencyP99Ms', 'sizeBytes', 'fairness']],
    ['are not judged by what any of them was not measured by', 'Maximize', [trial('a', 0.9, 3, 5), trial('b', 0.8, undefined, 9), trial('c', 0.7, 1, 4)], 'a c', ['sizeBytes']],
    ['are nobody among nobody', 'Maximize', [], '', []],
  ])('%s', (_name, direction, trials, left, measured) => {
    const found = paretoOf(rank(trials, direction));
    expect(found.members.map(({ name }) => name).join(' ')).toBe(left);
    if (measured !== undefined) expect(found.measured).toEqual(measured);
  });
});
