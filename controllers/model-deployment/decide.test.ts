import { describe, expect, it } from 'vitest';
import { Rollout, target } from './testing/rollout.ts';

const steady = (rollout: Rollout, seconds: number, candidate: [number, number], stable: [number, number] = [45, 0]): Rollout => {
  for (let i = 0; i < seconds; i += 1) rollout.traffic({ candidate, stable });
  return rollout;
};

describe('first version', () => {
  it('gets no traffic before its pods are ready', () => {
    const rollout = new Rollout().settle();
    expect(rollout.last?.traffic).toBeUndefined();
    expect(rollout.condition('Ready')).toBe('Unknown StartingCandidate');
  });
  it('serves everything as soon as its pods are available', () => {
    const rollout = new Rollout().pods('tumour-1').settle();
    expect(rollout.last?.traffic?.weights).toEqual([{ revision: 'rev-tumour-1', weight: 100 }]);
    expect(rollout.condition('Ready')).toBe('True Serving');
    expect(rollout.status.history).toMatchObject([{ from: '', to: 'tumour-1', outcome: 'Initial' }]);
  });
  it('waits until every pod is available, not just one', () => {
    const rollout = new Rollout({ server: { replicas: 2 } }).pods('tumour-1').settle();
    expect(rollout.status.stable).toBeUndefined();
  });
  it('is stalled, and says why, when it does not start in time', () => {
    const rollout = new Rollout().pods('tumour-1', { total: 1, ready: 0, available: 0, trouble: { reason: 'ImageCannotStart', message: 'pod x: ImagePullBackOff' } }).settle();
    expect(rollout.condition('Ready')).toBe('False ImageCannotStart');
    expect(rollout.condition('Reconciling')).toBe('True ImageCannotStart');
    rollout.wait(601).settle();
    expect(rollout.condition('Stalled')).toBe('True ProgressDeadlineExceeded');
    rollout.pods('tumour-1').settle();
    expect(rollout.condition('Ready')).toBe('True Serving');
  });
});

describe('a canary that passes', () => {
  it('takes every step in order, holds each, and is promoted with the same revision', () => {
    const rollout = Rollout.atFirstStep();
    expect(rollout.last?.traffic?.weights).toEqual([{ revision: 'rev-tumour-1', weight: 95 }, { revision: 'rev-tumour-2', weight: 5 }]);
    steady(rollout, 9, [5, 0]);
    expect(rollout.weight()).toBe(5);
    steady(rollout, 1, [5, 0]);
    expect(rollout.weight()).toBe(50);
    steady(rollout, 10, [25, 0], [25, 0]);
    expect(rollout.status.stable).toMatchObject({ version: 'tumour-2', revision: 'rev-tumour-2' });
    expect(rollout.status.candidate).toBeUndefined();
    expect(rollout.status.history?.at(-1)).toMatchObject({ from: 'tumour-1', to: 'tumour-2', outcome: 'Promoted' });
    expect(rollout.events.map(({ reason }) => reason)).toEqual(['RolloutStarted', 'Deployed', 'RolloutStarted', 'StepStarted', 'StepStarted', 'Promoted']);
  });
  it('keeps the pods of the old version for the scale-down delay, then lets them go', () => {
    const rollout = steady(steady(Rollout.atFirstStep(), 10, [5, 0]), 10, [25, 0], [25, 0]);
    expect(rollout.last?.revisions).toContain('rev-tumour-1');
    rollout.wait(31).settle();
    expect(rollout.last?.revisions).toEqual(['rev-tumour-2']);
  });
  it('holds, and never passes, without traffic', () => {
    const rollout = steady(Rollout.atFirstStep(), 60, [0, 0], [0, 0]);
    expect(rollout.weight()).toBe(5);
    expect(rollout.status.rollout).toMatchObject({ verdict: 'Insufficient' });
    expect(rollout.status.rollout?.text).toContain('fewer than 20 requests');
  });
  it('is rolled back after the hold deadline without evidence, unless told to keep holding', () => {
    const analysis = { minRequests: 20, holdDeadline: '1m' };
    const steps = [{ weight: 5, hold: '10s' }];
    expect(steady(Rollout.atFirstStep({ rollout: { steps, analysis } }), 75, [0, 0]).status.lastRollback?.reason).toBe('HoldDeadlineExceeded');
    expect(steady(Rollout.atFirstStep({ rollout: { steps, analysis: { ...analysis, onHoldDeadline: 'KeepHolding' } } }), 75, [0, 0]).weight()).toBe(5);
  });
});

describe('a canary that fails', () => {
  const failing = (): Rollout => steady(Rollout.atFirstStep(), 4, [3, 2]);

  it('is rolled back, blocked and explained with numbers; stable never changes', () => {
    const rollout = failing();
    expect(rollout.last?.traffic?.weights).toEqual([{ revision: 'rev-tumour-1', weight: 100 }]);
    expect(rollout.status.stable?.revision).toBe('rev-tumour-1');
    expect(rollout.status.blockedDigests).toEqual(['digest-tumour-2']);
    expect(rollout.status.lastRollback).toMatchObject({ version: 'tumour-2', to: 'tumour-1', reason: 'SloBreached', slo: 'errors' });
    expect(rollout.status.lastRollback?.message).toMatch(/errors \d+\.\d+ % > 1\.00 % \(\d+ of \d+ requests failed/);
    expect(rollout.condition('Ready')).toBe('False RolledBack');
    expect(rollout.condition('Stalled')).toBe('True RolledBack');
    expect(rollout.condition('RolledBack')).toBe('True SloBreached');
  });
  it('is not tried again while spec names it', () => {
    const rollout = failing().wait(600).settle();
    expect(rollout.status.candidate).toBeUndefined();
  });
  it('may be tried again by a new retry token, once', () => {
    const rollout = failing();
    rollout.requests = { retry: 'again-1' };
    rollout.settle();
    expect(rollout.status.candidate?.version).toBe('tumour-2');
    steady(rollout, 4, [3, 2]).wait(60).settle();
    expect(rollout.status.candidate).toBeUndefined();
    expect(rollout.status.lastHandled).toEqual({ retry: 'again-1' });
  });
  it('leaves the way free for another version', () => {
    const rollout = failing().ask('tumour-3').pods('tumour-3').settle();
    expect(rollout.status.candidate?.version).toBe('tumour-3');
    expect(rollout.status.blockedDigests).toEqual([]);
  });
  it('counts what was still on its way, until the candidate gets no request any more', () => {
    const rollout = failing();
    const harmed = rollout.status.lastRollback?.harmedRequests ?? 0;
    rollout.traffic({ candidate: [2, 1], stable: [48, 0] });
    expect(rollout.status.lastRollback).toMatchObject({ harmedRequests: harmed + 1, propagated: false });
    rollout.traffic({ candidate: [0, 0], stable: [50, 0] });
    expect(rollout.status.lastRollback).toMatchObject({ harmedRequests: harmed + 1, propagated: true });
    expect(rollout.last?.watched).toBeUndefined();
  });
  it('is rolled back without waiting for metrics when it loses its last ready pod', () => {
    const rollout = Rollout.atFirstStep().pods('tumour-2', { total: 1, ready: 0, available: 0 }).decide();
    expect(rollout.status.lastRollback?.reason).toBe('CandidateUnavailable');
  });
  it('is rolled back when a pod crashes again and again, though another one is ready', () => {
    const rollout = Rollout.atFirstStep().pods('tumour-2', { total: 1, ready: 1, available: 1, trouble: { reason: 'CrashLooping', message: 'pod x crashed 3 times' } }).decide();
    expect(rollout.status.lastRollback?.reason).toBe('CandidateCrashLooping');
  });
  it('is rolled back while paused', () => {
    const rollout = Rollout.atFirstStep();
    rollout.spec = { ...rollout.spec, paused: true };
    expect(steady(rollout, 4, [3, 2]).status.lastRollback?.version).toBe('tumour-2');
  });
  it('is rolled back though one pod of stable is not ready', () => {
    const rollout = Rollout.atFirstStep().pods('tumour-1', { total: 1, ready: 1, available: 0 });
    expect(steady(rollout, 4, [3, 2]).status.lastRollback?.version).toBe('tumour-2');
  });
  it('keeps its share when nobody else could answer', () => {
    const rollout = Rollout.atFirstStep().pods('tumour-1', { total: 1, ready: 0, available: 0 });
    expect(steady(rollout, 4, [3, 2]).status.lastRollback).toBeUndefined();
  });
  it('is given up, without any traffic moved, when it does not become ready in time', () => {
    const rollout = new Rollout().pods('tumour-1').settle().ask('tumour-2').pods('tumour-2', { total: 1, ready: 0, available: 0, trouble: { reason: 'LoadFailed', message: 'pod x: ArtifactDigestMismatch' } }).settle();
    expect(rollout.condition('Ready')).toBe('False LoadFailed');
    rollout.wait(601).settle();
    expect(rollout.status.lastRollback).toMatchObject({ reason: 'ProgressDeadlineExceeded', propagated: true });
    expect(rollout.status.lastRollback?.message).toContain('ArtifactDigestMismatch');
    expect(rollout.condition('Available')).toBe('True PodsReady');
  });
});

describe('a change of the server settings only', () => {
  const settings = (revision: string): Extract<Rollout['target'], { found: true }> => ({ found: true, version: 'tumour-1', digest: 'digest-tumour-1', revision });
  const failed = (): Rollout => {
    const rollout = new Rollout().pods('tumour-1').settle();
    rollout.target = settings('rev-tumour-1b');
    return steady(rollout.pods('tumour-1b').settle(), 4, [3, 2]);
  };

  it('is rolled back like any other, and those settings are not tried again', () => {
    const rollout = failed();
    expect(rollout.status.lastRollback).toMatchObject({ revision: 'rev-tumour-1b', digest: 'digest-tumour-1' });
    expect(rollout.wait(600).settle().condition('Ready')).toBe('False RolledBack');
  });
  it('leaves the way back to the settings that serve', () => {
    const rollout = failed();
    rollout.target = settings('rev-tumour-1');
    expect(rollout.settle().condition('Ready')).toBe('True Serving');
  });
  it('leaves the way to other settings', () => {
    const rollout = failed();
    rollout.target = settings('rev-tumour-1c');
    expect(rollout.settle().status.candidate?.revision).toBe('rev-tumour-1c');
  });
});

describe('a candidate that people take back', () => {
  it.each(['VersionNotApproved', 'VersionArchived', 'VersionNotFound'] as const)('by %s loses its weight at once', (reason) => {
    const rollout = Rollout.atFirstStep();
    rollout.target = { found: false, reason, message: 'because' };
    rollout.decide();
    expect(rollout.last?.traffic?.weights).toEqual([{ revision: 'rev-tumour-1', weight: 100 }]);
    expect(rollout.status.history?.at(-1)).toMatchObject({ to: 'tumour-2', outcome: 'Superseded', reason: 'because' });
  });
  it('keeps its weight while its version is only verified anew', () => {
    const rollout = Rollout.atFirstStep();
    rollout.target = { found: false, reason: 'VersionNotReady', message: 'because' };
    expect(rollout.decide().weight()).toBe(5);
  });
});

describe('a deployment scaled to zero', () => {
  it('changes its version without a canary, since nobody is served', () => {
    const rollout = new Rollout().pods('tumour-1').settle();
    rollout.spec = { ...rollout.spec, server: { ...rollout.spec.server, replicas: 0 } };
    rollout.ask('tumour-2').settle();
    expect(rollout.status.stable?.version).toBe('tumour-2');
    expect(rollout.condition('Ready')).toBe('True ScaledToZero');
  });
});

describe('ready pods that wait for a person', () => {
  it('are not late', () => {
    const rollout = new Rollout().pods('tumour-1').settle().ask('tumour-2').pods('tumour-2');
    rollout.routeProblem = { reason: 'GatewayNotFound', message: 'Gateway a/b does not exist' };
    rollout.settle().wait(6000).settle();
    expect(rollout.status.candidate?.version).toBe('tumour-2');
    expect(rollout.status.lastRollback).toBeUndefined();
  });
});

describe('metrics that do not answer', () => {
  it('hold the weight and never roll back by themselves', () => {
    const rollout = Rollout.atFirstStep();
    for (let i = 0; i < 120; i += 1) rollout.traffic({ sources: [] });
    expect(rollout.weight()).toBe(5);
    expect(rollout.status.rollout).toMatchObject({ verdict: 'Unavailable' });
    expect(rollout.status.rollout?.text).toContain('no metrics source answers (prometheus: refused; pods: refused)');
    expect(rollout.status.lastRollback).toBeUndefined();
  });
  it('let the rollout go on when they answer again', () => {
    const rollout = Rollout.atFirstStep();
    for (let i = 0; i < 30; i += 1) rollout.traffic({ sources: [] });
    rollout.traffic({ candidate: [30, 0], stable: [500, 0], sources: ['pods'] });
    expect(rollout.weight()).toBe(50);
  });
});

describe('a change of mind', () => {
  it('to a third version in mid-rollout takes the weight away first and starts anew', () => {
    const rollout = steady(Rollout.atFirstStep(), 12, [5, 0]);
    expect(rollout.weight()).toBe(50);
    rollout.ask('tumour-3').decide();
    expect(rollout.last?.traffic?.weights).toEqual([{ revision: 'rev-tumour-1', weight: 100 }]);
    rollout.pods('tumour-3').settle();
    expect(rollout.status).toMatchObject({ candidate: { version: 'tumour-3' }, rollout: { step: 1, weight: 5 } });
    expect(rollout.status.history?.at(-1)).toMatchObject({ to: 'tumour-2', outcome: 'Superseded' });
    expect(rollout.status.evidence?.[0]?.candidate?.requests ?? 0).toBe(0);
  });
  it('back to the stable version ends the rollout at once', () => {
    const rollout = Rollout.atFirstStep().ask('tumour-1').settle();
    expect(rollout.status.candidate).toBeUndefined();
    expect(rollout.condition('Ready')).toBe('True Serving');
    expect(rollout.status.blockedDigests).toBeUndefined();
  });
});

describe('bad input', () => {
  it.each([
    ['VersionOfAnotherModel', 'stalled'],
    ['VersionArchived', 'stalled'],
    ['VersionNotApproved', 'stalled'],
    ['VersionNotReady', 'reconciling'],
  ] as const)('%s is said in status (%s), and stable goes on serving', (reason, state) => {
    const rollout = new Rollout().pods('tumour-1').settle();
    rollout.spec = { ...rollout.spec, version: 'tumour-9' };
    rollout.target = { found: false, reason, message: 'because' };
    rollout.settle();
    expect(rollout.condition('Ready')).toBe(`False ${reason}`);
    expect(rollout.condition(state === 'stalled' ? 'Stalled' : 'Reconciling')).toBe(`True ${reason}`);
    expect(rollout.last?.traffic?.weights).toEqual([{ revision: 'rev-tumour-1', weight: 100 }]);
    rollout.target = target('tumour-9');
    rollout.pods('tumour-9').settle();
    expect(rollout.weight()).toBe(5);
  });
  it('a version that does not exist may come with the same commit; after 30 s somebody must look', () => {
    const rollout = new Rollout().pods('tumour-1').settle();
    rollout.target = { found: false, reason: 'VersionNotFound', message: 'because' };
    rollout.wait(600).settle();
    expect(rollout.condition('Ready')).toBe('False VersionNotFound');
    expect(rollout.condition('Reconciling')).toBe('True VersionNotFound');
    expect(rollout.last?.wakeAt).toEqual(new Date(rollout.now.getTime() + 30_000));
    expect(rollout.wait(29).settle().condition('Reconciling')).toBe('True VersionNotFound');
    expect(rollout.wait(1).settle().condition('Stalled')).toBe('True VersionNotFound');
    rollout.target = target('tumour-9');
    expect(rollout.pods('tumour-9').settle().weight()).toBe(5);
  });
  it('a version that does not exist may come as long as somebody is at work on it, and half a minute longer', () => {
    const rollout = new Rollout().pods('tumour-1').settle();
    const message = (): string | undefined => rollout.status.conditions?.find(({ type }) => type === 'Ready')?.message;
    rollout.target = { found: false, reason: 'VersionNotFound', message: 'because' };
    rollout.makers = { atWork: ['TrainingRun forest'] };
    expect(rollout.wait(600).settle().wait(600).settle().condition('Reconciling')).toBe('True VersionNotFound');
    expect(message()).toBe('because; TrainingRun forest is at work and may register it; tumour-1 goes on serving');
    rollout.makers = { atWork: ['Experiment families', 'TrainingRun forest', 'TrainingRun xgb'] };
    rollout.settle();
    expect(message()).toBe('because; Experiment families and 2 more are at work and may register it; tumour-1 goes on serving');
    rollout.makers = { atWork: [], lastEnd: rollout.now.toISOString() };
    expect(rollout.settle().last?.wakeAt).toEqual(new Date(rollout.now.getTime() + 30_000));
    expect(message()).toBe('because; tumour-1 goes on serving');
    expect(rollout.wait(29).settle().condition('Reconciling')).toBe('True VersionNotFound');
    expect(rollout.wait(1).settle().condition('Stalled')).toBe('True VersionNotFound');
  });
  it('a gateway that does not exist keeps a candidate at weight 0 and says so', () => {
    const rollout = new Rollout().pods('tumour-1').settle().ask('tumour-2').pods('tumour-2');
    rollout.routeProblem = { reason: 'GatewayNotFound', message: 'Gateway a/b does not exist' };
    rollout.settle();
    expect(rollout.weight()).toBe(0);
    expect(rollout.condition('Stalled')).toBe('True GatewayNotFound');
  });
  it('paused starts nothing new', () => {
    const rollout = new Rollout().pods('tumour-1').settle();
    rollout.spec = { ...rollout.spec, paused: true };
    rollout.ask('tumour-2').pods('tumour-2').settle();
    expect(rollout.status.candidate).toBeUndefined();
    expect(rollout.condition('Paused')).toBe('True PausedBySpec');
  });
});
