import { describe, expect, it } from 'vitest';
import type { Context, Status } from '../context.ts';
import { Rollout } from '../testing/rollout.ts';
import { shieldedBy, shieldedCondition, waitsForShield } from './shield.ts';
import { takeSample } from './look.ts';

const up = { on: true, standing: true, service: 'web-candidate' } as const;
const coming = { ...up, standing: false } as const;
const base = new Rollout({ rollout: { shield: { mode: 'Auto' } } }).context();
const context = (shield: Context['shield'], seconds = 0): Context => ({ ...base, shield, now: new Date(Date.parse('2026-01-01T00:00:00Z') + seconds * 1000) });
const candidate = { version: 'v2', digest: 'd', revision: 'r2', startedAt: '2026-01-01T00:00:00Z' };

describe('the condition Shielded', () => {
  it.each<[name: string, shield: Context['shield'], status: Status, is: string, reason: string]>([
    ['says why it cannot be', { on: false, reason: 'RetriesSet', message: 'retries' }, { candidate }, 'False', 'RetriesSet'],
    ['without a rollout', up, {}, 'False', 'NoCandidate'],
    ['while it comes', coming, { candidate }, 'False', 'SettingUp'],
    ['is not True because objects exist', up, { candidate, rollout: { step: 1 } }, 'False', 'NotProven'],
    ['no saved answer is no evidence', up, { candidate, rollout: { savedRequests: 0 } }, 'False', 'NotProven'],
    ['is True by one saved answer', up, { candidate, rollout: { savedRequests: 1 } }, 'True', 'AnswersSaved'],
  ])('%s', (_name, shield, status, is, reason) => {
    expect(shieldedCondition(context(shield), status).slice(0, 2)).toEqual([is, reason]);
  });
});

describe('the first percent', () => {
  it.each<[name: string, shield: Context['shield'], seconds: number, step: number, waits: boolean]>([
    ['waits for the shield', coming, 9, 0, true],
    ['does not wait for ever', coming, 10, 0, false],
    ['comes when the shield stands', up, 0, 0, false],
    ['is not taken away when it falls', coming, 0, 1, false],
    ['does not wait where there is none', { on: false, reason: 'Off', message: '' }, 0, 0, false],
  ])('%s', (_name, shield, seconds, step, waits) => {
    expect(waitsForShield(context(shield, seconds), { candidate, rollout: { step } })).toBe(waits);
  });

  it('goes through the shield only where it stands', () => {
    expect([up, coming, undefined].map((shield) => shieldedBy(context(shield)))).toEqual(['web-candidate', undefined, undefined]);
  });
});

describe('requests harmed and saved after a rollback', () => {
  const counters = (bad: number): { pod: string; revision: string; epoch: string; total: number; bad: number }[] => [{ pod: 'r2-0', revision: 'r2', epoch: '1', total: bad, bad }];
  const after = (seconds: number, saved: number | undefined, last: Status['lastRollback'], bad = 0, live = ['r2-0']): Status['lastRollback'] => {
    const status: Status = { stable: { version: 'v1', digest: 'd', revision: 'r1' }, lastRollback: { revision: 'r2', time: '2026-01-01T00:00:00Z', propagated: false, ...last } };
    const at = (second: number, count: number): Context => ({ ...context(up, second), sample: { at: new Date(Date.parse('2026-01-01T00:00:00Z') + second * 1000), sources: ['pods'], problems: [], readings: counters(count), live, ...(saved === undefined ? {} : { saved }) } });
    const first = takeSample(at(seconds - 1, 5), status).status;
    return takeSample(at(seconds, 5 + bad), first).status.lastRollback;
  };
  it.each<[name: string, seconds: number, saved: number | undefined, last: Status['lastRollback'], bad: number, expected: object]>([
    ['without a shield every failure harmed', 2, undefined, { harmedRequests: 40 }, 0, { harmedRequests: 40, propagated: true }],
    ['what stable answered harmed nobody', 2, 40, { failedRequests: 40, harmedRequests: 15, savedRequests: 25 }, 0, { harmedRequests: 0, savedRequests: 40, propagated: true }],
    ['the rest did, once the proxies had time to tell', 31, 30, { failedRequests: 40, harmedRequests: 15, savedRequests: 25 }, 0, { harmedRequests: 10, savedRequests: 30, propagated: true }],
    ['until then it is not settled', 29, 30, { failedRequests: 40, harmedRequests: 15, savedRequests: 25 }, 0, { harmedRequests: 10, savedRequests: 30, propagated: false }],
    ['stragglers count too, also when the proxies told first', 1.4, 41, { failedRequests: 40, harmedRequests: 0, savedRequests: 40 }, 3, { failedRequests: 43, harmedRequests: 2, savedRequests: 41 }],
    ['a lower count, as after a restart of Prometheus, takes nothing back', 2, 3, { failedRequests: 40, harmedRequests: 0, savedRequests: 40 }, 0, { harmedRequests: 0, savedRequests: 40, propagated: true }],
  ])('%s', (_name, seconds, saved, last, bad, expected) => {
    expect(after(seconds, saved, last, bad)).toMatchObject(expected);
  });
  it.each<[name: string, seconds: number, live: string[], propagated: boolean, propagationMs: number | undefined]>([
    ['are counted to the end when the pod itself says that its counter stands still', 2, ['r2-0'], true, 1000],
    ['are not when only Prometheus says so: it may not have scraped since', 2, [], false, undefined],
    ['are not when another pod says so', 2, ['r1-0'], false, undefined],
    ['are once nobody can be behind any more, but how soon it was is not known', 30, [], true, undefined],
  ])('%s', (_name, seconds, live, propagated, propagationMs) => {
    const last = after(seconds, undefined, { harmedRequests: 40 }, 0, live);
    expect([last?.propagated, last?.propagationMs]).toEqual([propagated, propagationMs]);
  });
});

describe('requests that do not follow the weights', () => {
  const halves = (shield: Context['shield'], saved: number | undefined, rules: object = {}): Rollout => {
    const rollout = new Rollout({ rollout: { steps: [{ weight: 50, hold: '1h' }], ...rules } });
    rollout.shield = shield;
    rollout.saved = saved;
    return rollout.pods('tumour-1').settle().ask('tumour-2').pods('tumour-2').settle();
  };
  const alarms = ({ events }: Rollout): number => events.filter(({ reason }) => reason === 'SampleRatioMismatch').length;

  it.each<[name: string, shield: Context['shield'], saved: number | undefined, alarms: number]>([
    ['without a shield', undefined, undefined, 1],
    ['where it cannot be', { on: false, reason: 'RetriesSet', message: '' }, undefined, 1],
    ['while the proxies report that it saved nothing', up, 0, 1],
    ['not where no proxy reports: stable may have got the rest', up, undefined, 0],
    ['not once it saved an answer', up, 1, 0],
  ])('are noticed %s', (_name, shield, saved, expected) => {
    const rollout = halves(shield, saved);
    for (let i = 0; i < 30; i += 1) rollout.traffic({ candidate: [5, 0], stable: [95, 0] });
    expect(alarms(rollout)).toBe(expected);
  });

  it('are no longer counted from the first failure on, which the proxies may tell late', () => {
    const rollout = halves(up, 0);
    for (let i = 0; i < 10; i += 1) rollout.traffic({ candidate: [50, 0], stable: [50, 0] });
    rollout.traffic({ candidate: [50, 1], stable: [50, 0] });
    for (let i = 0; i < 10; i += 1) rollout.traffic({ candidate: [5, 0], stable: [95, 0] });
    expect(alarms(rollout)).toBe(0);
  });

  it('are stable\'s own as far as it did not answer them for the candidate, when all of those failed', () => {
    // At 10 % one client's burst of 30 failures comes back at stable: it had 10 requests of its own, so 1 was due.
    const rollout = halves(up, 0, { steps: [{ weight: 10, hold: '1h' }], analysis: { slos: [{ name: 'errors', type: 'ErrorRatio', max: 0.99 }], compareToStable: false } });
    for (let i = 0; i < 4; i += 1) rollout.traffic({ candidate: [30, 30], stable: [40, 0] });
    expect(rollout.condition('RolledBack')).not.toMatch(/^True/);
    for (let i = 0; i < 2; i += 1) rollout.traffic({ candidate: [12, 12], stable: [120, 0] });
    expect(rollout.condition('RolledBack')).toMatch(/^True TotalFailure/);
  });
});
