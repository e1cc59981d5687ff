import { describe, expect, it } from 'vitest';
import { createSharing } from './sharing.ts';

describe('equal values', () => {
  it('become one', () => {
    const share = createSharing();
    const first = share({ inputs: [{ name: 'radius' }] });
    expect(share({ inputs: [{ name: 'radius' }] })).toBe(first);
    expect(share({ inputs: [{ name: 'area' }] })).toEqual({ inputs: [{ name: 'area' }] });
  });
  it('are forgotten when they were not used for the longest time', () => {
    const share = createSharing(2);
    const [a, b] = [share({ name: 'a' }), share({ name: 'b' })];
    share({ name: 'a' });
    share({ name: 'c' });
    expect([share({ name: 'a' }) === a, share({ name: 'b' }) === b]).toEqual([true, false]);
  });
});
