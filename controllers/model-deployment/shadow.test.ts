import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sample } from './judge/judge.ts';
import { Rollout } from './testing/rollout.ts';

const shadow = { percent: 10, minRequests: 100, hold: '10s' };
const trial = (more: object = {}): Rollout => Rollout.atFirstStep({ rollout: { strategy: 'Shadow', shadow: { ...shadow, ...more } } });
const canary = (more: object = {}): Rollout => Rollout.atFirstStep({ rollout: { strategy: 'Canary', shadow, ...more } });
const copies = { weights: [{ revision: 'rev-tumour-1', weight: 100 }], mirror: { revision: 'rev-tumour-2', percent: 10 } };
const stableAlone = { weights: [{ revision: 'rev-tumour-1', weight: 100 }] };

/** Every second twenty copies, all compared, of which so many differ. */
function compare(rollout: Rollout, seconds: number, { differ = 0, failed = 0, problem }: { readonly differ?: number; readonly failed?: number; readonly problem?: string } = {}): Rollout {
  for (let i = 0; i < seconds; i += 1) {
    const before = rollout.answers ?? { epoch: 'a', compared: 0, disagreed: 0 };
    const compared = problem === undefined ? 20 - failed : 0;
    rollout.answers = { epoch: before.epoch, compared: before.compared + compared, disagreed: before.disagreed + Math.min(differ, compared), ...(problem === undefined ? {} : { problem }) } satisfies Sample['answers'];
    rollout.traffic({ candidate: [20, failed], stable: [200, 0] });
  }
  return rollout;
}

describe('a shadow', () => {
  it('gets copies only, and waits for a person when it has passed', () => {
    const rollout = trial();
    expect(rollout.last?.traffic).toEqual(copies);
    compare(rollout, 11);
    expect(rollout.status.rollout).toMatchObject({ step: 1, steps: 1, weight: 0, mirror: 10, verdict: 'Pass', awaiting: 'promotion' });
    expect(rollout.status.rollout?.text).toBe('mirrors 10 %, it has passed and waits for a person: set the annotation trainyard.dev/promote or trainyard.dev/abort to a new value; 220 of 220 answers compared, none differs (at most 2 %)');
    expect(rollout.condition('Paused')).toBe('True AwaitingApproval');
    expect(compare(rollout, 300).last?.traffic).toEqual(copies);
    expect(rollout.condition('TrafficShifted')).toBe('False AllToStable');
  });
  it.each(['promote', 'approve'] as const)('takes over all at once when a person asks by %s, and the copies end', (verb) => {
    const rollout = compare(trial(), 11);
    rollout.requests = { [verb]: 'yes' };
    rollout.settle();
    expect(rollout.last?.traffic).toEqual({ weights: [{ revision: 'rev-tumour-2', weight: 100 }] });
    expect(rollout.status.stable?.version).toBe('tumour-2');
  });
  it('ends without a trace when a person aborts', () => {
    const rollout = compare(trial(), 11);
    rollout.requests = { abort: 'no' };
    expect(rollout.settle().last?.traffic).toEqual(stableAlone);
    expect(rollout.status.lastRollback).toMatchObject({ reason: 'Aborted', harmedRequests: 0 });
  });
  it('is promoted at once where spec says so beforehand', () => {
    const rollout = compare(trial({ onPass: 'Promote' }), 11);
    expect(rollout.status.stable?.version).toBe('tumour-2');
    expect(rollout.events.at(-1)?.note).toContain('passed 1 steps with 200 requests, 0 failed (errors, disagreement within bounds)');
  });
  it('says how far it is before its time is over', () => {
    const rollout = compare(compare(trial(), 3), 2, { differ: 1 });
    expect(rollout.status.rollout?.text).toBe(`mirrors 10 % until ${rollout.status.rollout?.nextAt ?? ''}; 100 of 100 answers compared, 2 differ (2 %, at most 2 %)`);
    expect(compare(trial(), 1, { differ: 1 }).status.rollout?.text).toContain('20 of 20 answers compared, 1 differs (5 %, at most 2 %)');
  });
  it('that answers otherwise is given up before any user has seen it', () => {
    const rollout = compare(trial(), 60, { differ: 12 });
    expect(rollout.status.lastRollback).toMatchObject({ version: 'tumour-2', reason: 'Disagreement', slo: 'disagreement', failedRequests: 0, harmedRequests: 0, propagated: true });
    expect(rollout.status.lastRollback?.message).toMatch(/^disagreement 60\.00 % > 2\.00 % \(\d+ of \d+ answers differ/);
    expect(rollout.condition('RolledBack')).toBe('True Disagreement');
    expect(rollout.last?.traffic).toEqual(stableAlone);
    const { facts } = rollout.events.find(({ reason }) => reason === 'RolledBack') ?? {};
    expect(facts?.numbers).toMatchObject({ cause: 'Disagreement', weightBefore: 0, 'disagreement.compared': expect.any(Number), 'disagreement.disagreed': expect.any(Number) });
  });
  it('that fails is given up, and harms nobody', () => {
    const rollout = compare(trial(), 60, { failed: 10 });
    expect(rollout.status.lastRollback).toMatchObject({ reason: 'SloBreached', failedRequests: 0, harmedRequests: 0 });
    expect(rollout.last?.traffic).toEqual(stableAlone);
  });
  it('is given up also while it waits for a person', () => {
    const rollout = compare(compare(trial(), 11), 300, { differ: 20 });
    expect(rollout.status.lastRollback?.reason).toBe('Disagreement');
  });
  it('never passes while nothing can be compared, and says why', () => {
    const rollout = compare(trial(), 60, { problem: 'the model server of pod s-0 is too old to tell its answers' });
    expect(rollout.status.rollout).toMatchObject({ step: 1, verdict: 'Unavailable' });
    expect(rollout.status.rollout?.text).toMatch(/^mirrors 10 %, held: disagreement: the model server of pod s-0 is too old to tell its answers; rolls back after 30 min; 0 of 1200 answers compared, none differs/);
    expect(rollout.status.lastRollback).toBeUndefined();
  });
  it('never passes without copies', () => {
    const rollout = trial();
    for (let i = 0; i < 60; i += 1) rollout.traffic({ candidate: [0, 0], stable: [50, 0] });
    expect(rollout.status.rollout).toMatchObject({ step: 1, verdict: 'Insufficient' });
    expect(rollout.status.rollout?.awaiting).toBeUndefined();
  });
  it('that spec no longer names ends with its copies', () => {
    const rollout = compare(trial(), 5).ask('tumour-1').settle();
    expect(rollout.last?.traffic).toEqual(stableAlone);
    expect(rollout.status.history?.at(-1)?.outcome).toBe('Superseded');
  });
});

describe('a canary with a trial before it', () => {
  it('gets copies, then its first percent by itself, and no copies then', () => {
    const rollout = canary();
    expect(rollout.last?.traffic).toEqual(copies);
    expect(rollout.status.rollout?.steps).toBe(3);
    compare(rollout, 11);
    expect(rollout.last?.traffic).toEqual({ weights: [{ revision: 'rev-tumour-1', weight: 95 }, { revision: 'rev-tumour-2', weight: 5 }] });
    expect(rollout.status.rollout?.mirror).toBeUndefined();
    rollout.answers = undefined;
    for (let i = 0; i < 11; i += 1) rollout.traffic({ candidate: [10, 0], stable: [190, 0] });
    expect(rollout.weight()).toBe(50);
    // What was compared stays for people to read.
    expect(rollout.status.evidence?.find(({ slo }) => slo === 'disagreement')).toMatchObject({ compared: 220, disagreed: 0 });
    for (let i = 0; i < 11; i += 1) rollout.traffic({ candidate: [100, 0], stable: [100, 0] });
    expect(rollout.status.stable?.version).toBe('tumour-2');
  });
  it('never gets a percent when its answers differ', () => {
    const rollout = canary();
    let greatest = 0;
    for (let i = 0; i < 60; i += 1) greatest = Math.max(greatest, compare(rollout, 1, { differ: 15 }).weight());
    expect([greatest, rollout.status.lastRollback?.reason]).toEqual([0, 'Disagreement']);
  });
  it('can be sent on by a person without a pass, and is then judged as a canary is', () => {
    const rollout = compare(canary(), 2);
    rollout.requests = { promote: 'now' };
    expect(rollout.settle().weight()).toBe(5);
    rollout.answers = undefined;
    for (let i = 0; i < 11; i += 1) rollout.traffic({ candidate: [10, 0], stable: [190, 0] });
    expect(rollout.weight()).toBe(50);
  });
  it('waits before the steps that rollout.steps numbers', () => {
    const rollout = compare(canary({ approval: { beforeStep: [1] } }), 11);
    expect(rollout.status.rollout).toMatchObject({ step: 1, awaiting: 'step-1', text: expect.stringContaining('mirrors 10 %, waits for approval of step-1') });
    rollout.requests = { approve: 'yes' };
    expect(rollout.settle().weight()).toBe(5);
    rollout.answers = undefined;
    for (let i = 0; i < 11; i += 1) rollout.traffic({ candidate: [10, 0], stable: [190, 0] });
    expect(rollout.weight()).toBe(50);
  });
});

describe('any life of a shadow', () => {
  const event = fc.record({ seconds: fc.integer({ min: 1, max: 12 }), differ: fc.constantFrom(0, 0, 0, 1, 12), failed: fc.constantFrom(0, 0, 0, 0, 8), problem: fc.boolean(), verb: fc.constantFrom('', '', '', 'approve', 'promote', 'abort', 'retry'), ready: fc.constantFrom(true, true, true, true, false) });
  it('lets no request of a user reach the candidate before it is promoted, and leaves no copies behind', { timeout: 120_000 }, () => {
    const seen = { Promoted: 0, RolledBack: 0, Aborted: 0 } as Record<string, number>;
    fc.assert(
      fc.property(fc.constantFrom('Wait', 'Promote'), fc.array(event, { minLength: 3, maxLength: 12 }), (onPass, story) => {
        const rollout = trial({ onPass });
        story.forEach(({ seconds, differ, failed, problem, verb, ready }, i) => {
          const asked = verb === 'promote' || verb === 'approve';
          if (verb !== '') rollout.requests = { ...rollout.requests, [verb]: `token-${i}` };
          rollout.pods('tumour-2', ready ? undefined : { total: 1, ready: 0, available: 0 });
          compare(rollout, seconds, { differ, failed, ...(problem ? { problem: 'down' } : {}) }).settle();
          const { candidate, stable, judge, evidence } = rollout.status;
          const { weights = [], mirror } = rollout.last?.traffic ?? {};
          expect(weights).toEqual([{ revision: stable?.revision, weight: 100 }]);
          expect(mirror?.revision).toBe(candidate !== undefined && (rollout.status.rollout?.step ?? 0) > 0 ? candidate.revision : undefined);
          if (onPass === 'Wait' && !asked && stable?.version === 'tumour-2') expect(rollout.events.some(({ reason }) => reason === 'PromotionRequested' || reason === 'RolloutApproved')).toBe(true);
          expect(candidate !== undefined || judge === undefined || evidence !== undefined).toBe(true);
        });
        for (const { outcome } of rollout.status.history ?? []) if (outcome !== undefined) seen[outcome] = (seen[outcome] ?? 0) + 1;
        for (const { reason } of [rollout.status.lastRollback ?? {}]) if (reason !== undefined) seen[reason] = (seen[reason] ?? 0) + 1;
      }),
      { numRuns: 80, seed: 7 },
    );
    for (const ending of ['Promoted', 'RolledBack', 'Aborted', 'Disagreement']) expect(seen[ending] ?? 0, ending).toBeGreaterThan(5);
  });
});
