import { describe, expect, test } from 'vitest';

import { parsedWeight } from './weight.ts';

const MIB = 1024 * 1024;
const repeated = (unit: string) => Buffer.from(unit.repeat(Math.ceil((2 * MIB) / unit.length)));

describe('parsedWeight', () => {
  test('weighs nothing below a mebibyte', () => {
    expect(parsedWeight(Buffer.alloc(MIB, '{'))).toBe(0);
  });

  test.each<[string, string, number]>([
    ['empty objects 53 times their text', '{},', 53],
    ['short arrays 40 times', '[1],', 40],
    ['digits 30 times', '1,', 30],
    ['measured numbers 6 times', '0.1234567,', 6],
    ['short members 30 times', '"a":1,', 30],
    ['one long text nothing', 'x', 0],
  ])('weighs %s', (_name, unit, factor) => {
    const body = repeated(unit);
    expect(Math.round(parsedWeight(body) / body.length)).toBe(factor);
  });
});
