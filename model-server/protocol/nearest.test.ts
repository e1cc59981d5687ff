import { describe, expect, test } from 'vitest';

import { nearest } from './nearest.ts';

const COLUMNS = ['mean radius', 'mean texture', 'worst radius', 'age'];

describe('nearest', () => {
  test.each<[string, string, string[]]>([
    ['a misspelling', 'mean raduis', ['mean radius']],
    ['other separators and case', 'Mean_Radius', ['mean radius']],
    ['a missing letter', 'ag', ['age']],
    ['nothing for what looks like no column', 'postal code', []],
    ['nothing for a name as long as a body', 'x'.repeat(100_000), []],
  ])('finds %s', (_name, asked, expected) => {
    expect(nearest(asked, COLUMNS)).toEqual(expected);
  });
});
