import { describe, expect, it } from 'vitest';
import { addInvalid, invalidBreach, type InvalidOutputs } from './invalid-outputs.ts';

describe('invalid outputs', () => {
  const after = (...looks: readonly number[]): InvalidOutputs => looks.reduce(addInvalid, { count: 0, looks: 0 });
  it.each<[name: string, looks: readonly number[], requests: number, ratio: number, broken: boolean]>([
    ['three in two looks, none tolerated', [1, 2], 1000, 0, true],
    ['two in two looks', [1, 1], 1000, 0, false],
    ['many in one look', [50], 1000, 0, false],
    ['three in two looks with quiet ones between', [1, 0, 0, 2], 1000, 0, true],
    ['as many as are tolerated', [5, 5], 1000, 0.01, false],
    ['more than are tolerated', [5, 6], 1000, 0.01, true],
  ])('%s', (_name, looks, requests, ratio, broken) => {
    expect(invalidBreach(after(...looks), requests, ratio) !== undefined).toBe(broken);
  });
});
