import { describe, expect, it } from 'vitest';
import type { Context } from './context.ts';
import type { SpecParts } from './testing/rollout.ts';
import { Rollout } from './testing/rollout.ts';

const standing: Context['sticky'] = { on: true, standing: true, key: { header: 'x-user-id' }, places: 1 };
const abTest = (parts: object = {}, rollout: object = {}): SpecParts => ({ rollout: { strategy: 'ABTest', abTest: { maxDuration: '10m', ...parts }, ...rollout } });

function testing(spec: SpecParts = abTest()): Rollout {
  const rollout = new Rollout(spec);
  rollout.sticky = standing;
  rollout.pods('tumour-1').settle().ask('tumour-2').pods('tumour-2').settle();
  // The first look only tells where the counters of stable, which is older than the test, stand.
  return rollout.traffic({});
}

/** Seconds with ten requests a side and one reward each: around these means, by 1 to both sides in turn. */
function rewarded(rollout: Rollout, seconds: number, candidate: number, stable: number, bad = 0): Rollout {
  for (let i = 0; i < seconds; i += 1) {
    const swing = i % 2 === 0 ? 1 : -1;
    rollout.traffic({ candidate: [10, bad], stable: [10, 0], rewards: { candidate: [candidate + swing], stable: [stable + swing] } });
  }
  return rollout;
}

describe('an A/B test', () => {
  it('has one step of its split, users who stay, and a last moment', () => {
    const rollout = testing(abTest({ split: 30 }));
    expect(rollout.last?.traffic).toEqual({ sticky: true, weights: [{ revision: 'rev-tumour-1', weight: 70 }, { revision: 'rev-tumour-2', weight: 30 }] });
    expect(rollout.status.rollout).toMatchObject({ step: 1, steps: 1, weight: 30, nextAt: new Date(rollout.now.getTime() + 599_000).toISOString() });
    expect(rollout.wait(10).settle().last?.wakeAt?.toISOString()).toBe(rollout.status.rollout?.nextAt);
    expect(rollout.condition('TrafficShifted')).toBe('True ABTest');
  });

  it('is not begun where users would not stay', () => {
    const rollout = new Rollout(abTest());
    rollout.sticky = { on: false, asked: true, reason: 'GatewayUnknown', message: 'no gateway' };
    rollout.pods('tumour-1').settle().ask('tumour-2').pods('tumour-2').settle().wait(3600).settle();
    expect([rollout.status.rollout?.step, rollout.condition('Ready')]).toEqual([0, 'False GatewayUnknown']);
  });

  it.each<[name: string, spec: SpecParts, seconds: number, means: [candidate: number, stable: number], ending: object]>([
    ['the candidate is better: it is promoted', abTest(), 100, [3, 1], { stable: 'tumour-2', outcome: 'Promoted', verdict: 'CandidateBetter', reason: /^tumour-2 is better \(more is wanted\): mean reward 3 of tumour-2 against 1 of tumour-1/ }],
    ['less is wanted, and the candidate has less', abTest({ direction: 'Minimize' }), 100, [1, 3], { stable: 'tumour-2', outcome: 'Promoted', verdict: 'CandidateBetter', reason: /^tumour-2 is better \(less is wanted\)/ }],
    ['stable is better: the candidate has lost', abTest(), 100, [1, 3], { stable: 'tumour-1', outcome: 'Lost', verdict: 'StableBetter', reason: /^tumour-1 is better \(more is wanted\)/ }],
    ['less is wanted, and stable has less', abTest({ direction: 'Minimize' }), 100, [3, 1], { stable: 'tumour-1', outcome: 'Lost', verdict: 'StableBetter', reason: /^tumour-1 is better \(less is wanted\)/ }],
    ['nobody is better in time: stable stays', abTest(), 605, [2, 2], { stable: 'tumour-1', outcome: 'NoWinner', verdict: 'NoSignificantWinner', reason: /^no winner within 10m: mean reward 2\.\d+ of tumour-2/ }],
    ['too few rewards are no verdict, however different they are', abTest({ minSamples: 1000 }), 605, [30, 1], { stable: 'tumour-1', outcome: 'NoWinner', verdict: 'NoSignificantWinner', reason: /^no winner within 10m: \d+ rewards of tumour-2, \d+ of tumour-1; 1000 of each are needed/ }],
  ])('%s', (_name, spec, seconds, [candidate, stable], { stable: serves, outcome, verdict, reason }: { stable?: string; outcome?: string; verdict?: string; reason?: RegExp }) => {
    const rollout = rewarded(testing(spec), seconds, candidate, stable);
    const entry = rollout.status.history?.at(-1);
    expect([rollout.status.stable?.version, rollout.status.candidate, entry?.outcome, rollout.status.ab?.verdict]).toEqual([serves, undefined, outcome, verdict]);
    expect(entry?.reason).toMatch(reason ?? '');
    expect(rollout.last?.traffic?.weights).toEqual([{ revision: `rev-${serves ?? ''}`, weight: 100 }]);
    expect(rollout.events.filter((event) => event.reason === 'TestDecided').map(({ note }) => note.split(':')[0])).toEqual([verdict]);
  });

  it('has no verdict before thirty rewards of each', () => {
    const rollout = rewarded(testing(), 29, 30, 1);
    expect(rollout.status.ab).toMatchObject({ verdict: 'NoDifferenceYet', candidate: { samples: 29 }, text: '29 rewards of tumour-2, 29 of tumour-1; 30 of each are needed' });
    expect(rewarded(rollout, 1, 30, 1).status.ab?.verdict).toBe('CandidateBetter');
  });

  it('says where it stands, with numbers from which the verdict can be recomputed', () => {
    const rollout = rewarded(testing(), 40, 1.2, 1);
    expect(rollout.status.ab).toMatchObject({
      candidate: { revision: 'rev-tumour-2', samples: 40, sum: expect.closeTo(48, 9), sumSquares: expect.closeTo(97.6, 9), mean: expect.closeTo(1.2, 9), stdDev: expect.closeTo(Math.sqrt(40 / 39), 9) },
      stable: { revision: 'rev-tumour-1', samples: 40 },
      alpha: 0.05, difference: expect.closeTo(0.2, 9), lower: expect.any(Number), upper: expect.any(Number), welchT: expect.closeTo(0.2 / Math.sqrt(2 / 39), 6), welchP: expect.any(Number), verdict: 'NoDifferenceYet',
    });
    expect(rollout.status.rollout?.text).toMatch(/^50 % until 2026-\S+ at the latest: no difference is proven yet: mean reward 1\.2 of tumour-2 against 1 of tumour-1, difference 0\.2 between -\S+ and \S+ with confidence 95 % \(40 rewards of tumour-2, 40 of tumour-1\)$/);
  });

  it('keeps its first verdict, with the numbers of then', () => {
    const rollout = rewarded(testing(abTest({ onWinner: 'Wait' })), 60, 3, 1);
    const decided = rollout.status.ab;
    expect(decided?.decidedAt).toBeDefined();
    expect(rewarded(rollout, 200, 1, 30).status.ab).toEqual(decided);
  });
});

describe('a winner', () => {
  it('waits for a person where it shall, at its share, for as long as it takes', () => {
    const rollout = rewarded(testing(abTest({ onWinner: 'Wait' })), 700, 3, 1);
    expect([rollout.weight(), rollout.condition('Ready'), rollout.condition('Paused')]).toEqual([50, 'Unknown AwaitingApproval', 'True AwaitingApproval']);
    rollout.requests = { approve: 'ada-1' };
    expect(rollout.settle().status.stable?.version).toBe('tumour-2');
  });
  it('waits at the gate before promotion, and while the deployment is paused', () => {
    const gated = rewarded(testing(abTest({}, { approval: { beforePromotion: true } })), 100, 3, 1);
    expect(gated.status.rollout?.awaiting).toBe('promotion');
    const paused = testing(abTest());
    paused.spec = { ...paused.spec, paused: true };
    expect(rewarded(paused, 100, 3, 1).weight()).toBe(50);
    expect(paused.status.ab?.verdict).toBe('CandidateBetter');
    paused.spec = { ...paused.spec, paused: false };
    expect(paused.settle().status.stable?.version).toBe('tumour-2');
  });
  it('or a loser, or nobody: while paused nothing is withdrawn, and a test that ran out of time may still be decided', () => {
    const lost = testing(abTest());
    lost.spec = { ...lost.spec, paused: true };
    expect([rewarded(lost, 100, 1, 3).weight(), lost.status.ab?.verdict]).toEqual([50, 'StableBetter']);
    const nobody = testing(abTest());
    nobody.spec = { ...nobody.spec, paused: true };
    expect([rewarded(nobody, 650, 2, 2).weight(), nobody.status.ab?.verdict]).toEqual([50, 'NoDifferenceYet']);
    for (const one of [lost, nobody]) one.spec = { ...one.spec, paused: false };
    expect([lost.settle(), nobody.settle()].map(({ status }) => status.withdrawn?.outcome)).toEqual(['Lost', 'NoWinner']);
  });
  it('is not promoted before its objectives are proven, and is rolled back when they never are', () => {
    const rollout = rewarded(testing(abTest({}, { analysis: { minRequests: 100_000, holdDeadline: '1m' } })), 60, 3, 1);
    expect(rollout.status.rollout?.text).toMatch(/^50 %, held: fewer than 100000 requests in this step/);
    expect(rewarded(rollout, 61, 3, 1).status.lastRollback?.reason).toBe('HoldDeadlineExceeded');
  });
  it('that fails is rolled back, however well it is liked', () => {
    const rollout = rewarded(testing(abTest()), 40, 30, 1, 8);
    expect(rollout.status.history?.at(-1)?.outcome).toBe('RolledBack');
    expect(rollout.status.blockedDigests).toEqual(['digest-tumour-2']);
    expect(rollout.status.withdrawn).toBeUndefined();
  });
  it('may be chosen by a person before the rewards do, or given up', () => {
    const chosen = rewarded(testing(), 5, 1, 1);
    chosen.requests = { promote: 'ada-1' };
    expect(chosen.settle().status.stable?.version).toBe('tumour-2');
    const aborted = rewarded(testing(), 5, 1, 1);
    aborted.requests = { abort: 'ada-1' };
    expect(aborted.settle().status.history?.at(-1)?.outcome).toBe('Aborted');
  });
});

describe('a version that was withdrawn', () => {
  const lost = (): Rollout => rewarded(testing(), 100, 1, 3);
  it('is not tested again by itself, is not blocked, and says what to do', () => {
    const rollout = rewarded(lost(), 700, 3, 1);
    expect([rollout.status.candidate, rollout.status.blockedDigests ?? [], rollout.condition('Ready'), rollout.condition('Stalled'), rollout.condition('RolledBack')]).toEqual([undefined, [], 'False Lost', 'True Lost', 'absent']);
    expect(rollout.status.conditions?.find(({ type }) => type === 'Ready')?.message).toMatch(/^tumour-1 goes on serving: tumour-1 is better .* trainyard\.dev\/retry to a new value to test again$/);
    expect(rollout.events.filter(({ reason }) => reason === 'Withdrawn')).toHaveLength(1);
  });
  it.each<[name: string, ask: (rollout: Rollout) => void]>([
    ['a person asks', (rollout) => { rollout.requests = { retry: 'ada-1' }; }],
    ['another version was named in between', (rollout) => { rollout.ask('tumour-1').settle().ask('tumour-2'); }],
    ['another strategy is chosen', (rollout) => { rollout.spec = { ...rollout.spec, rollout: { ...rollout.spec.rollout, strategy: 'Canary' } }; }],
  ])('is tried again when %s', (_name, ask) => {
    const rollout = lost();
    ask(rollout);
    rollout.settle();
    expect([rollout.status.candidate?.version, rollout.status.withdrawn, rollout.status.ab?.decidedAt]).toEqual(['tumour-2', undefined, undefined]);
  });
  it('is settled when the version that serves is named', () => {
    const rollout = lost().ask('tumour-1').settle();
    expect([rollout.condition('Ready'), rollout.status.withdrawn]).toEqual(['True Serving', undefined]);
  });
});
