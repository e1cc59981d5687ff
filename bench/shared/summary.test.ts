import { afterEach, describe, expect, it, vi } from 'vitest';
import { line, mediansOf, tellMissed } from './summary.ts';

afterEach(() => {
  process.exitCode = 0;
  vi.restoreAllMocks();
});

describe('the summary of a benchmark', () => {
  it('has the median of each figure', () => {
    expect(mediansOf([{ a: 1, b: 0.26 }, { a: 9, b: 0.14 }, { a: 2, b: 0.3 }], 1)).toEqual({ a: 2, b: 0.3 });
    expect(() => mediansOf([], 1)).toThrow('no run');
  });
  it('is a line', () => expect(line({ a: 1.26, b: 2 }, 1)).toBe('a 1.3, b 2'));
  it('tells what is above its limit, and fails then', () => {
    const told = vi.spyOn(console, 'log').mockReturnValue();
    tellMissed({ a: 3, b: 3 }, { a: 3, b: 4 });
    expect([told.mock.calls, process.exitCode]).toEqual([[], 0]);
    tellMissed({ a: 3.1, b: 3 }, { a: 3, b: 4 });
    expect([told.mock.calls, process.exitCode]).toEqual([[['MISSED: a is 3.1, the limit is 3']], 1]);
  });
});
