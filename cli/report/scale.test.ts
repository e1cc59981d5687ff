import { describe, expect, it } from 'vitest';
import { categoryScale, linearScale, logScale, type Scale } from './scale.ts';
import { timeTicks } from './ticks.ts';

const labels = ({ ticks }: Scale): readonly string[] => ticks.map(({ label }) => label);

describe('a linear scale', () => {
  it.each<[string, readonly number[], readonly string[]]>([
    ['round steps of 2', [0, 10], ['0', '2', '4', '6', '8', '10']],
    ['round steps within what is not round', [0.9413, 0.9871], ['0.95', '0.96', '0.97', '0.98']],
    ['numbers around 0, and no minus zero', [-0.2, 0.2], ['-0.2', '-0.1', '0.0', '0.1', '0.2']],
    ['only negative ones', [-30, -10], ['-30', '-25', '-20', '-15', '-10']],
    ['many thousands', [0, 4_000_000], ['0', '1000000', '2000000', '3000000', '4000000']],
    ['huge ones in powers of ten', [0, 4e9], ['0', '1e9', '2e9', '3e9', '4e9']],
    ['tiny ones in powers of ten', [0, 4e-9], ['0', '1e-9', '2e-9', '3e-9', '4e-9']],
  ])('has %s', (_, values, expected) => {
    expect(labels(linearScale(values, [0, 100]))).toEqual(expected);
  });
  it('puts the least value at the beginning and the greatest at the end, of a range that runs backwards too', () => {
    const scale = linearScale([3, 1, 2], [200, 100]);
    expect([1, 2, 3].map(scale.at)).toEqual([200, 150, 100]);
    expect(scale.ticks.every(({ at }) => at <= 200 && at >= 100)).toBe(true);
  });
  it.each([
    ['one value', [0.95]], ['equal values', [0.95, 0.95]], ['equal ones but for rounding', [0.3, 0.1 + 0.2]], ['zero', [0, 0]], ['a negative one', [-4]],
  ])('puts %s into the middle', (_, values) => {
    expect(linearScale(values, [0, 100]).at(values[0]!)).toBeCloseTo(50, 3);
  });
  it('has a place for everything without any value', () => {
    expect(linearScale([], [0, 100]).at(0.5)).toBe(50);
    expect(linearScale([Number.NaN, Infinity], [0, 100]).at(0.5)).toBe(50);
  });
});

describe('a logarithmic scale', () => {
  it.each<[string, readonly number[], readonly string[]]>([
    ['powers of ten', [1e-4, 1e2], ['1e-4', '0.001', '0.01', '0.1', '1', '10', '100']],
    ['some of many powers', [1e-12, 1], ['1e-12', '1e-10', '1e-8', '1e-6', '1e-4', '0.01', '1']],
    ['2 and 5 times them where they are few', [0.01, 0.3], ['0.01', '0.02', '0.05', '0.1', '0.2']],
    ['round values within one step', [0.21, 0.29], ['0.22', '0.24', '0.26', '0.28']],
  ])('has %s', (_, values, expected) => {
    expect(labels(logScale(values, [0, 100]))).toEqual(expected);
  });
  it('has the same distance for the same factor', () => {
    const scale = logScale([0.01, 1], [0, 100]);
    expect(scale.at(0.1)).toBeCloseTo(50, 9);
    expect(scale.at(1) - scale.at(0.5)).toBeCloseTo(scale.at(0.02) - scale.at(0.01), 9);
  });
  it('is a linear one where a value has no logarithm', () => {
    expect(logScale([0, 10], [0, 100]).at(5)).toBe(50);
    expect(logScale([-1, 1], [0, 100]).at(0)).toBe(50);
    expect(logScale([], [0, 100]).at(0.5)).toBe(50);
  });
  it('has room for all that is a number', () => {
    expect(logScale([5e-324, 1e300], [0, 100]).at(1e300)).toBeCloseTo(100, 9);
  });
  it('puts one value into the middle', () => {
    expect(logScale([3], [0, 100]).at(3)).toBeCloseTo(50, 9);
  });
});

it.each<[readonly string[], readonly number[]]>([[['a', 'b', 'c'], [0, 50, 100]], [['a'], [50]], [[], []]])('categories %j stand at %j', (names, places) => {
  expect(categoryScale(names, [0, 100]).ticks).toEqual(names.map((label, i) => ({ label, at: places[i] })));
});

it.each([[9000, ['0 s', '2 s', '4 s', '6 s', '8 s']], [400_000, ['0 min', '1 min', '2 min', '3 min', '4 min', '5 min', '6 min']], [9e6, ['0 h', '1 h', '2 h']], [9e9, ['0 d', '21 d', '42 d', '63 d', '84 d']]])('%s ms have the times %j', (length, expected) => {
  expect(timeTicks(length, length > 1e7 ? 5 : length === 9e6 ? 4 : 8).map(({ label }) => label)).toEqual(expected);
});
