import { describe, expect, it } from 'vitest';
import type { LeaseSpec } from './lease.ts';
import { defaultTiming, lookAgainMs, mayWrite, nextStep } from './lease.ts';

const record = (spec: LeaseSpec): LeaseSpec => ({ leaseDurationSeconds: 12, acquireTime: '2026-01-01T00:00:00.000000Z', renewTime: '2026-01-01T00:00:00.000000Z', leaseTransitions: 1, ...spec });

describe('what may be done with the record', () => {
  it.each<[string, LeaseSpec | undefined, number, string]>([
    ['is not there', undefined, 0, 'create'],
    ['is empty', {}, 0, 'take'],
    ['was released', record({ holderIdentity: '', leaseDurationSeconds: 1 }), 0, 'take'],
    ['is ours', record({ holderIdentity: 'me' }), 0, 'renew'],
    ['is ours since long ago', record({ holderIdentity: 'me' }), 60_000, 'renew'],
    ['was just seen for the first time', record({ holderIdentity: 'other' }), 0, 'wait'],
    ['has not changed for almost a lease', record({ holderIdentity: 'other' }), 11_999, 'wait'],
    ['has not changed for a lease', record({ holderIdentity: 'other' }), 12_000, 'take'],
    ['says that it was renewed years ago, by a clock that lags', record({ holderIdentity: 'other', renewTime: '1999-01-01T00:00:00.000000Z' }), 5_000, 'wait'],
    ['says that it was renewed in years to come, by a clock that is ahead', record({ holderIdentity: 'other', renewTime: '2099-01-01T00:00:00.000000Z' }), 12_000, 'take'],
    ['promised its holder more than we would wait', record({ holderIdentity: 'other', leaseDurationSeconds: 15 }), 14_999, 'wait'],
    ['promised its holder less than we would wait', record({ holderIdentity: 'other', leaseDurationSeconds: 1 }), 11_999, 'wait'],
  ])('which %s', (_name, spec, unchangedMs, expected) => {
    expect(nextStep(spec, { identity: 'me', unchangedMs, leaseDurationMs: 12_000 })).toBe(expected);
  });
});

describe('whether a process may write', () => {
  it.each([
    ['a holder that just renewed may', true, 0, true],
    ['a holder may until its deadline', true, 7_999, true],
    ['a holder may not from its deadline on, although the lease lasts longer', true, 8_000, false],
    ['one that does not hold the lease may not', false, 0, false],
  ])('%s', (_name, holds, sinceRenewalMs, expected) => {
    expect(mayWrite({ holds, sinceRenewalMs, renewDeadlineMs: 8_000 })).toBe(expected);
  });
});

describe('the pause of a standby', () => {
  it.each([
    ['is a quarter of the retry period at least', 10_000, 0, 500],
    ['is half of it at most', 10_000, 1, 1_000],
    ['ends when the lease does', 300, 0.5, 300],
    ['does not become nothing once the lease is over and another won the race', 0, 0, 500],
    ['stays short long after that', -60_000, 0, 500],
  ])('%s', (_name, untilExpiryMs, random, expected) => {
    expect(lookAgainMs({ untilExpiryMs, retryPeriodMs: 2_000, random })).toBe(expected);
  });
});

it('leaves two seconds of the fifteen after a kill for the first write', () => {
  const { leaseDurationMs, retryPeriodMs } = defaultTiming;
  expect(lookAgainMs({ untilExpiryMs: leaseDurationMs, retryPeriodMs, random: 1 }) + leaseDurationMs).toBeLessThanOrEqual(13_000);
});
