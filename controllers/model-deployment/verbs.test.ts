import { describe, expect, it } from 'vitest';
import { Rollout } from './testing/rollout.ts';

const clean = (rollout: Rollout, seconds: number): Rollout => {
  for (let i = 0; i < seconds; i += 1) rollout.traffic({ candidate: [rollout.weight() || 20, 0], stable: [100 - rollout.weight(), 0] });
  return rollout;
};
const ask = (rollout: Rollout, verb: string, token: string): Rollout => {
  rollout.requests = { ...rollout.requests, [verb]: token };
  return rollout.settle();
};
const lastEvent = (rollout: Rollout): string => `${rollout.events.at(-1)?.reason ?? ''}: ${rollout.events.at(-1)?.note ?? ''}`;
const serves = (rollout: Rollout): unknown => rollout.last?.traffic?.weights;
const only = (version: string): object[] => [{ revision: `rev-${version}`, weight: 100 }];

describe('abort', () => {
  const paused = (): Rollout => {
    const rollout = Rollout.atFirstStep();
    rollout.spec = { ...rollout.spec, paused: true };
    return rollout.settle();
  };
  it.each<[string, () => Rollout]>([
    ['at the first step', () => Rollout.atFirstStep()],
    ['while paused', paused],
    ['while a gate waits', () => Rollout.atFirstStep({ rollout: { approval: { beforeStep: [2] } } }).traffic({ candidate: [50, 0] }).wait(20).traffic({ candidate: [50, 0] }).settle()],
    ['before the pods are ready', () => new Rollout().pods('tumour-1').settle().ask('tumour-2').settle()],
    ['although no metrics source answers', () => Rollout.atFirstStep().traffic({ sources: [] })],
  ])('%s takes the weight away in one decision and blocks the digest', (_, at) => {
    const rollout = at();
    rollout.requests = { abort: 'a-1' };
    rollout.decide();
    expect(serves(rollout)).toEqual(only('tumour-1'));
    expect(rollout.status).toMatchObject({ blockedDigests: ['digest-tumour-2'], lastRollback: { version: 'tumour-2', to: 'tumour-1', reason: 'Aborted' } });
    expect(rollout.status.history?.at(-1)).toMatchObject({ to: 'tumour-2', outcome: 'Aborted' });
    expect(rollout.condition('Ready')).toBe('False RolledBack');
    expect(rollout.condition('RolledBack')).toBe('True Aborted');
    expect(rollout.wait(3600).settle().status.candidate).toBeUndefined();
    rollout.spec = { ...rollout.spec, paused: false };
    expect(ask(rollout, 'retry', 'r-1').status.candidate?.version).toBe('tumour-2');
  });
  it('acts once for a token', () => {
    const rollout = ask(ask(Rollout.atFirstStep(), 'abort', 'a'), 'retry', 'r');
    expect(rollout.settle().status.candidate?.version).toBe('tumour-2');
  });
  it('says so when nothing is under way, and is not kept for the next rollout', () => {
    const rollout = ask(new Rollout().pods('tumour-1').settle(), 'abort', 'a');
    expect(lastEvent(rollout)).toBe('RequestIgnored: Nothing done for the annotation trainyard.dev/abort (token a): no rollout is under way');
    expect(rollout.ask('tumour-2').pods('tumour-2').settle().weight()).toBe(5);
  });
  it('leaves the first version alone: there is nothing to go back to', () => {
    const rollout = ask(new Rollout().settle(), 'abort', 'a');
    expect(lastEvent(rollout)).toContain('this is the first version');
    expect(rollout.pods('tumour-1').settle().condition('Ready')).toBe('True Serving');
  });
});

describe('promote', () => {
  it('ends the step now, without evidence and hold time', () => {
    const rollout = ask(Rollout.atFirstStep(), 'promote', 'p-1');
    expect(rollout.weight()).toBe(50);
    expect(rollout.settle().weight()).toBe(50);
    expect(ask(rollout, 'promote', 'p-2').status.stable?.version).toBe('tumour-2');
  });
  it('ends all steps when the token begins with full', () => {
    const rollout = ask(Rollout.atFirstStep(), 'promote', 'full-1');
    expect(serves(rollout)).toEqual(only('tumour-2'));
    expect(rollout.status.history?.at(-1)).toMatchObject({ outcome: 'Promoted', reason: expect.stringContaining('a person asked for it at step 1/2') });
  });
  it('in full waits for ready pods, like everybody', () => {
    const rollout = ask(new Rollout().pods('tumour-1').settle().ask('tumour-2').settle(), 'promote', 'full');
    expect(serves(rollout)).toEqual(only('tumour-1'));
    expect(serves(rollout.pods('tumour-2').settle())).toEqual(only('tumour-2'));
  });
  it('of a step is refused before the pods are ready', () => {
    const rollout = ask(new Rollout().pods('tumour-1').settle().ask('tumour-2').settle(), 'promote', 'p');
    expect(lastEvent(rollout)).toContain('the pods of the candidate are not ready');
  });
  it('never promotes what breaches at the same moment', () => {
    const rollout = Rollout.atFirstStep().traffic({ candidate: [5, 5] });
    rollout.requests = { promote: 'full' };
    rollout.traffic({ candidate: [5, 5] });
    expect(rollout.status.lastRollback?.reason).toBe('TotalFailure');
    expect(serves(rollout)).toEqual(only('tumour-1'));
  });
  it('opens the gate that waits', () => {
    const rollout = clean(Rollout.atFirstStep({ rollout: { approval: { beforeStep: [2] } } }), 11);
    expect(rollout.status.rollout?.awaiting).toBe('step-2');
    expect(ask(rollout, 'promote', 'p').weight()).toBe(50);
    expect(rollout.status.rollout?.awaiting).toBeUndefined();
  });
});

describe('approval', () => {
  const gated = (approval: object): Rollout => Rollout.atFirstStep({ rollout: { approval } });
  it('is waited for before the step, with the evidence in, and said in status', () => {
    const rollout = clean(gated({ beforeStep: [2] }), 11);
    expect(rollout.weight()).toBe(5);
    expect(rollout.condition('Ready')).toBe('Unknown AwaitingApproval');
    expect(rollout.condition('Paused')).toBe('True AwaitingApproval');
    expect(rollout.status.rollout?.text).toContain('trainyard.dev/approve');
    ask(rollout, 'approve', 'ada-1');
    expect([rollout.weight(), rollout.condition('Paused')]).toEqual([50, 'absent']);
    expect(lastEvent(rollout)).toContain('Step 2 of 2');
  });
  it('is waited for before the first step too', () => {
    const rollout = new Rollout({ rollout: { approval: { beforeStep: [1] } } }).pods('tumour-1').settle().ask('tumour-2').pods('tumour-2').settle();
    expect(rollout.status.rollout).toMatchObject({ step: 0, awaiting: 'step-1' });
    expect(ask(rollout, 'approve', 'x').weight()).toBe(5);
  });
  it('is waited for before promotion', () => {
    const rollout = clean(gated({ beforePromotion: true }), 25);
    expect(rollout.status.rollout).toMatchObject({ step: 2, awaiting: 'promotion' });
    expect(ask(rollout, 'approve', 'x').status.stable?.version).toBe('tumour-2');
  });
  it('opens one gate at a time, and nothing in advance', () => {
    const rollout = ask(gated({ beforeStep: [2], beforePromotion: true }), 'approve', 'early');
    expect(lastEvent(rollout)).toContain('nothing waits for approval');
    clean(rollout, 11);
    expect(rollout.status.rollout?.awaiting).toBe('step-2');
    clean(ask(rollout, 'approve', 'one'), 11);
    expect(rollout.status.rollout?.awaiting).toBe('promotion');
  });
  it('is never waited for by a rollback', () => {
    const rollout = clean(gated({ beforeStep: [2] }), 11);
    for (let i = 0; i < 5; i += 1) rollout.traffic({ candidate: [5, 4], stable: [45, 0] });
    expect(rollout.status.lastRollback?.reason).toBe('SloBreached');
  });
  it('may be waited for longer than the hold deadline', () => {
    const rollout = clean(Rollout.atFirstStep({ rollout: { approval: { beforeStep: [2] }, analysis: { minRequests: 20, holdDeadline: '1m', promotion: { margin: 0.1 } } } }), 200);
    expect(rollout.status.rollout).toMatchObject({ step: 1, awaiting: 'step-2' });
  });
});

describe('rollback by a person', () => {
  const promoted = (): Rollout => ask(Rollout.atFirstStep(), 'promote', 'full-1');
  it('goes back to the version before without steps, blocks the one that is left, and stays there', () => {
    const rollout = ask(promoted(), 'rollback', 'r-1');
    expect(serves(rollout)).toEqual(only('tumour-1'));
    expect(rollout.status.blockedDigests).toEqual(['digest-tumour-2']);
    expect(rollout.condition('RolledBack')).toBe('True RollbackRequested');
    expect(serves(rollout.wait(3600).settle())).toEqual(only('tumour-1'));
  });
  it('shifts no traffic before the pods of the version before are ready', () => {
    const rollout = promoted().pods('tumour-1', { total: 0, ready: 0, available: 0 });
    expect(serves(ask(rollout, 'rollback', 'r'))).toEqual(only('tumour-2'));
    expect(serves(rollout.pods('tumour-1').settle())).toEqual(only('tumour-1'));
  });
  it('gives way when spec names another version', () => {
    const rollout = promoted().pods('tumour-1', { total: 0, ready: 0, available: 0 });
    ask(rollout, 'rollback', 'r').ask('tumour-3').pods('tumour-3').settle();
    expect(rollout.status.candidate?.version).toBe('tumour-3');
  });
  it('ends a rollout that is under way', () => {
    const rollout = ask(Rollout.atFirstStep(), 'rollback', 'r');
    expect(rollout.status.lastRollback).toMatchObject({ version: 'tumour-2', reason: 'RollbackRequested' });
    expect(serves(rollout)).toEqual(only('tumour-1'));
  });
  it('says so when there is no version before', () => {
    expect(lastEvent(ask(new Rollout().pods('tumour-1').settle(), 'rollback', 'r'))).toContain('no version served before tumour-1');
  });
  it('does not swing back to what was left', () => {
    const rollout = ask(ask(promoted(), 'rollback', 'r-1'), 'rollback', 'r-2');
    expect(serves(rollout)).toEqual(only('tumour-1'));
    expect(lastEvent(rollout)).toContain('no version served before tumour-1');
  });
});
