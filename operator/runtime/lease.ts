// The record two processes share, and what it allows: pure, so that each case is a row of a table.
import type { KubeObject, ResourceType } from './types.ts';

export const leaseType: ResourceType = { group: 'coordination.k8s.io', version: 'v1', kind: 'Lease', plural: 'leases', namespaced: true };

export interface LeaseSpec {
  holderIdentity?: string;
  leaseDurationSeconds?: number;
  acquireTime?: string;
  renewTime?: string;
  leaseTransitions?: number;
}

export interface Lease extends KubeObject {
  spec?: LeaseSpec;
}

export interface LeaderTiming {
  /** A standby takes over after seeing no change for this long. */
  readonly leaseDurationMs: number;
  /** A leader that could not renew for this long gives up, and writes nothing from then on. */
  readonly renewDeadlineMs: number;
  /** Between two renewals of the leader. */
  readonly retryPeriodMs: number;
}

export const jitterFactor = 1.2;

/**
 * Shorter than client-go's 15/10/2 s, so that a killed leader is replaced within 15 s in the worst case: a standby sees
 * the last renewal up to half a retry period late, waits a lease from there, and then still has to write (1 + 12 s).
 */
export const defaultTiming: LeaderTiming = { leaseDurationMs: 12_000, renewDeadlineMs: 8_000, retryPeriodMs: 2_000 };

export type Step = 'create' | 'take' | 'renew' | 'wait';

/**
 * What we may do with the record. Its times come from other clocks and are not looked at: `unchangedMs` is how long we
 * have watched it stay the same on our own.
 */
export function nextStep(record: LeaseSpec | undefined, own: { readonly identity: string; readonly unchangedMs: number; readonly leaseDurationMs: number }): Step {
  if (record === undefined) return 'create';
  const holder = record.holderIdentity ?? '';
  if (holder === own.identity) return 'renew';
  if (holder === '') return 'take';
  return own.unchangedMs >= patienceMs(record, own.leaseDurationMs) ? 'take' : 'wait';
}

/** The holder may have been promised more time than we would take, by another version or another setting: the longer one counts. */
export function patienceMs(record: LeaseSpec | undefined, leaseDurationMs: number): number {
  return Math.max(leaseDurationMs, (record?.leaseDurationSeconds ?? 0) * 1000);
}

/**
 * Whether a holder may still write: for `renewDeadlineMs` from the moment its last successful renewal was *sent*. A
 * standby starts to count later than that, and counts for longer; what lies between is for requests under way.
 */
export function mayWrite(own: { readonly holds: boolean; readonly sinceRenewalMs: number; readonly renewDeadlineMs: number }): boolean {
  return own.holds && own.sinceRenewalMs < own.renewDeadlineMs;
}

/** How long a standby waits before it looks again: it only reads, so it looks more often than a leader writes. */
export function lookAgainMs(own: { readonly untilExpiryMs: number; readonly retryPeriodMs: number; readonly random: number }): number {
  const pauseMs = (own.retryPeriodMs * (1 + own.random)) / 4;
  return own.untilExpiryMs > 0 ? Math.min(pauseMs, own.untilExpiryMs) : pauseMs;
}

export function checkTiming({ leaseDurationMs, renewDeadlineMs, retryPeriodMs }: LeaderTiming): void {
  if (leaseDurationMs <= renewDeadlineMs) throw new RangeError('leader election: leaseDuration must be longer than renewDeadline');
  if (renewDeadlineMs <= retryPeriodMs * jitterFactor) throw new RangeError('leader election: renewDeadline must be longer than 1.2 × retryPeriod');
  if (retryPeriodMs < 1) throw new RangeError('leader election: retryPeriod must be positive');
}
