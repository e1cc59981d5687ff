import { describe, expect, it } from 'vitest';
import { waiting } from './outcome.ts';

describe('waiting', () => {
  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (ms) => {
    expect(() => waiting(ms)).toThrow('finite, non-negative');
  });
});
