import { expect, test } from 'vitest';

import { batchRows, inlineRows, runsInline } from './choose.ts';

test.each([
  ['Auto', 0.075, true], ['Auto', 5, true], ['Auto', 5.1, false],
  ['Inline', 500, true], ['Worker', 0.01, false],
] as const)('%s with %d ms a batch: inline %s', (execution, millis, inline) => {
  expect(runsInline(execution, { millis, rows: 64 })).toBe(inline);
});

test.each([
  ['a tree', 0.17, 1024], ['something slower', 0.75, 256], ['what takes longer than a batch should', 40, 64], ['nothing', 0, 1024],
])('a batch of %s, %d ms for 64 rows, has %d', (_name, millis, expected) => {
  expect(batchRows({ millis, rows: 64 })).toBe(expected);
});

test('a piece takes some 5 ms, and is never smaller than a batch', () => {
  expect(inlineRows({ millis: 0.1, rows: 64 })).toBe(3_200);
  expect(inlineRows({ millis: 400, rows: 64 })).toBe(64);
  expect(inlineRows({ millis: 0, rows: 64 })).toBe(320_000);
});
