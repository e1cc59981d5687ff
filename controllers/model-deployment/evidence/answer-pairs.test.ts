import { describe, expect, it } from 'vitest';
import { agrees, createAnswerPairs, type AnswerPairs, type ToldAnswer } from './answer-pairs.ts';

const told = (id: string, value: ToldAnswer['value'], rows = value === null ? 0 : 1, row = 0): ToldAnswer => ({ id, rows, row, value });
/** Each look a list of `s:id=value` and `c:id=value`; then two quiet looks, in which everything that can be counted is. */
function play(looks: readonly (readonly string[])[], pairs = createAnswerPairs(0.01)): AnswerPairs {
  for (const look of [...looks, [], []]) {
    for (const text of look) {
      const [side = '', rest = ''] = text.split(':');
      const [id = '', value = ''] = rest.split('=');
      pairs.add(side === 's' ? 'stable' : 'candidate', told(id, value));
    }
    pairs.endLook();
  }
  return pairs;
}

describe('pairs of answers', () => {
  it.each<[name: string, looks: readonly (readonly string[])[], compared: number, disagreed: number]>([
    ['are found in one look', [['s:a=1', 'c:a=1']], 1, 0],
    ['are found whoever is read first', [['c:a=1', 's:a=2']], 1, 1],
    ['are found when one half comes a look later', [['s:a=1'], ['c:a=1']], 1, 0],
    ['are found when one half comes two looks later', [['c:a=1'], [], ['s:a=2']], 1, 1],
    ['are given up after three', [['c:a=1'], [], [], [], ['s:a=1']], 0, 0],
    ['are none where only one side answered', [['s:a=1', 's:b=1', 'c:c=1']], 0, 0],
    ['are each counted once', [['s:a=1', 'c:a=1', 's:b=1', 'c:b=2', 's:c=1', 'c:c=1']], 3, 1],
    ['are not counted when the id came twice to stable', [['s:a=1', 's:a=1', 'c:a=1']], 0, 0],
    ['are not counted when the id came twice to the candidate', [['s:a=1', 'c:a=1', 'c:a=1']], 0, 0],
    ['are not counted when the id comes again a look later, before they are', [['s:a=1', 'c:a=1'], ['s:a=2']], 0, 0],
    ['are counted once though the id comes again afterwards', [['s:a=1', 'c:a=1'], [], ['s:a=1', 'c:a=2']], 1, 0],
    ['of an id that never stops coming are not counted', [['s:a=1', 'c:a=2'], ['s:a=1', 'c:a=2'], ['s:a=1', 'c:a=2'], ['s:a=1', 'c:a=2'], ['s:a=1', 'c:a=2']], 0, 0],
  ])('%s', (_name, looks, compared, disagreed) => {
    const pairs = play(looks);
    expect([pairs.compared, pairs.disagreed]).toEqual([compared, disagreed]);
  });
  it('are forgotten beyond the capacity, the oldest first', () => {
    const pairs = play([['s:a=1', 's:b=1', 's:c=1'], ['c:a=1', 'c:b=1', 'c:c=1']], createAnswerPairs(0, 2));
    expect(pairs.compared).toBe(2);
  });
  it('of one look are found however many they are', () => {
    const many = Array.from({ length: 50 }, (_, i) => [`s:${i}=1`, `c:${i}=1`]).flat();
    expect(play([many], createAnswerPairs(0, 30)).compared).toBe(30);
    expect(play([many], createAnswerPairs(0, 50)).compared).toBe(50);
  });
});

describe('two answers', () => {
  it.each<[name: string, stable: ToldAnswer, candidate: ToldAnswer, tolerance: number, same: boolean | undefined]>([
    ['agree by one label', told('a', 'cat'), told('a', 'cat'), 0, true],
    ['differ by two labels', told('a', 'cat'), told('a', 'owl'), 0.5, false],
    ['agree by one number', told('a', 3), told('a', 3), 0, true],
    ['agree within the tolerance', told('a', 100), told('a', 101), 0.01, true],
    ['differ beyond it', told('a', 100), told('a', 101.02), 0.01, false],
    ['agree within the tolerance of the greater one', told('a', 100), told('a', 101.005), 0.01, true],
    ['are measured by the greater of both, whichever that is', told('a', 101.02), told('a', 100), 0.01, false],
    ['are measured by their magnitude', told('a', -100), told('a', -100.5), 0.01, true],
    ['differ by their sign', told('a', 1), told('a', -1), 0.5, false],
    ['agree at zero', told('a', 0), told('a', 0), 0, true],
    ['differ from zero at any distance', told('a', 0), told('a', 1e-12), 0.5, false],
    ['differ as a label and a number', told('a', '1'), told('a', 1), 1, false],
    ['differ when only the candidate refuses', told('a', 'cat'), told('a', null), 0, false],
    ['differ when only stable refuses', told('a', null), told('a', 2), 0, false],
    ['say nothing when both refuse', told('a', null), told('a', null), 0, undefined],
    ['of other rows cannot be compared', told('a', 'cat', 9, 3), told('a', 'cat', 9, 4), 0, undefined],
    ['of another number of rows cannot be compared', told('a', 'cat', 9, 3), told('a', 'cat', 8, 3), 0, undefined],
  ])('%s', (_name, stable, candidate, tolerance, same) => {
    expect(agrees(stable, candidate, tolerance)).toBe(same);
  });
});
