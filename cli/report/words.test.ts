import { expect, it } from 'vitest';
import { bytes, moment, number, parametersText, shortened, signed, valueText, withDeviation } from './words.ts';

it.each<[number | undefined, string]>([
  [undefined, '–'], [Number.NaN, '–'], [Infinity, '–'], [0, '0'], [0.98765, '0.9877'], [1, '1'], [12345.6, '12350'], [-0.5, '-0.5'], [0.00012, '1.2e-4'], [-2e-7, '-2e-7'], [1.5e9, '1.5e9'], [1e100, '1e100'],
])('the number %s is written %s', (value, text) => {
  expect(number(value)).toBe(text);
});

it.each([[0.0068, '+0.0068'], [-0.0131, '−0.0131'], [0, '0'], [-1e-5, '−1e-5']])('the difference %s is written %s', (value, text) => {
  expect(signed(value)).toBe(text);
});

it.each<[number | undefined, string]>([[undefined, '–'], [0, '0 B'], [999, '999 B'], [1000, '1 kB'], [48_211, '48.2 kB'], [1.5e9, '1.5 GB'], [7e15, '7000 TB']])('%s bytes are written %s', (size, text) => {
  expect(bytes(size)).toBe(text);
});

it.each([['short', 5, 'short'], ['a long one', 5, 'a lo…'], ['🙂🙂🙂', 3, '🙂🙂🙂'], ['🙂🙂🙂🙂', 3, '🙂🙂…'], ['x', 0, '…']])('%s in %s characters is %s', (text, most, expected) => {
  expect(shortened(text, most)).toBe(expected);
});

it.each<[unknown, string]>([['gbtree', 'gbtree'], [0.123456, '0.1235'], [true, 'true'], [null, 'null'], [[64, 32], '[64,32]'], [undefined, '–']])('the value %j is written %s', (value, text) => {
  expect(valueText(value)).toBe(text);
});

it('writes parameters, none of them too long', () => {
  expect(parametersText({ depth: 4, rate: 0.05 })).toBe('depth=4, rate=0.05');
  expect(parametersText({ long: 'x'.repeat(1000) })).toHaveLength('long='.length + 60);
  expect(withDeviation(0.98765, 0.01234)).toBe('0.9877 ± 0.012');
  expect([moment('2026-01-01T00:00:00Z'), moment('yesterday'), moment(undefined)]).toEqual(['2026-01-01 00:00:00 UTC', undefined, undefined]);
});
