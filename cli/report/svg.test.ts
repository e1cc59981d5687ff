import { expect, it } from 'vitest';
import { fitting, round } from './svg.ts';

it.each([[1.26, 1.3], [-0.04, -0], [Number.NaN, 0], [Infinity, 0]])('the place %s is written %s', (value, expected) => {
  expect(round(value)).toBe(expected);
});

it.each([['short', 100, 'short'], ['much too long', 31, 'much…'], ['x', 0, 'x'], ['xy', 0, '…']])('of "%s" there fits into %s: "%s"', (text, width, expected) => {
  expect(fitting(text, width)).toBe(expected);
});
