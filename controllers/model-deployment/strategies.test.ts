import { describe, expect, it } from 'vitest';
import { Rollout } from './testing/rollout.ts';

const clean = (rollout: Rollout, seconds: number): Rollout => {
  for (let i = 0; i < seconds; i += 1) rollout.traffic({ candidate: [rollout.weight() || 20, 0], stable: [100 - rollout.weight(), 0] });
  return rollout;
};
const gone = { total: 0, ready: 0, available: 0 };

describe('blue/green', () => {
  const trial = (): Rollout => Rollout.atFirstStep({ rollout: { strategy: 'BlueGreen', blueGreen: { mirror: 50, hold: '10s' } } });
  it('gives the candidate copies only, then everything at once, and keeps the old pods for a while', () => {
    const rollout = trial();
    expect(rollout.last?.traffic).toEqual({ weights: [{ revision: 'rev-tumour-1', weight: 100 }], mirror: { revision: 'rev-tumour-2', percent: 50 } });
    clean(rollout, 9);
    expect(rollout.last?.traffic?.weights).toEqual([{ revision: 'rev-tumour-1', weight: 100 }]);
    clean(rollout, 2);
    expect(rollout.last?.traffic).toEqual({ weights: [{ revision: 'rev-tumour-2', weight: 100 }] });
    expect(rollout.last?.revisions).toContain('rev-tumour-1');
  });
  it('rolls back on failures that nobody saw, and harms nobody', () => {
    const rollout = trial();
    for (let i = 0; i < 4; i += 1) rollout.traffic({ candidate: [25, 12], stable: [50, 0] });
    expect(rollout.status.lastRollback).toMatchObject({ reason: 'SloBreached', harmedRequests: 0 });
    expect(rollout.last?.traffic).toEqual({ weights: [{ revision: 'rev-tumour-1', weight: 100 }] });
  });
  it('never passes without copies or previews to judge by', () => {
    const rollout = trial();
    for (let i = 0; i < 60; i += 1) rollout.traffic({ candidate: [0, 0], stable: [50, 0] });
    expect(rollout.status.rollout).toMatchObject({ step: 1, verdict: 'Insufficient' });
  });
});

describe('dark launch', () => {
  it('lets only previewed requests reach the candidate at weight 0', () => {
    const rollout = Rollout.atFirstStep({ rollout: { steps: [{ weight: 0, hold: '1h' }, { weight: 10 }], previewHeader: 'x-preview' } });
    expect(rollout.last?.traffic).toEqual({ weights: [{ revision: 'rev-tumour-1', weight: 100 }], preview: { revision: 'rev-tumour-2', header: 'x-preview' } });
  });
  it('has no preview before the candidate is ready, nor after the end', () => {
    const rollout = new Rollout({ rollout: { previewHeader: 'x-preview' } }).pods('tumour-1').settle().ask('tumour-2').settle();
    expect(rollout.last?.traffic?.preview).toBeUndefined();
    expect(rollout.ask('tumour-1').settle().last?.traffic?.preview).toBeUndefined();
  });
});

describe('recreate', () => {
  const asked = (): Rollout => new Rollout({ server: { replicas: 2 }, rollout: { strategy: 'Recreate' } }).pods('tumour-1', { total: 2, ready: 2, available: 2 }).settle().ask('tumour-2').settle();
  it('ends the old pods before it asks for new ones, and says that nothing serves', () => {
    const rollout = asked();
    expect([...(rollout.last?.replicas ?? [])]).toEqual([['rev-tumour-1', 0], ['rev-tumour-2', 0]]);
    rollout.pods('tumour-1', { total: 1, ready: 0, available: 0 }).settle();
    expect(rollout.last?.replicas.get('rev-tumour-2')).toBe(0);
    rollout.pods('tumour-1', gone).settle();
    expect([...(rollout.last?.replicas ?? [])]).toEqual([['rev-tumour-1', 0], ['rev-tumour-2', 2]]);
    expect(rollout.condition('Ready')).toBe('False Recreating');
    expect(rollout.condition('Available')).toBe('False NoReadyPod');
    rollout.pods('tumour-2', { total: 2, ready: 2, available: 2 }).settle();
    expect(rollout.status.stable?.version).toBe('tumour-2');
    expect(rollout.condition('Ready')).toBe('True Serving');
  });
  it('gives the place back when the candidate does not start', () => {
    const rollout = asked().pods('tumour-1', gone).pods('tumour-2', { total: 2, ready: 0, available: 0 }).settle().wait(601).settle();
    expect(rollout.status.lastRollback?.reason).toBe('ProgressDeadlineExceeded');
    expect(rollout.last?.replicas.get('rev-tumour-2')).toBe(0);
    expect(rollout.last?.replicas.get('rev-tumour-1')).toBe(0);
    expect(rollout.pods('tumour-2', gone).settle().last?.replicas.get('rev-tumour-1')).toBe(2);
  });
});

describe('the rollback window', () => {
  const back = (rollbackWindow: string, afterSeconds: number): Rollout => {
    const rollout = clean(Rollout.atFirstStep({ rollout: { rollbackWindow } }), 25);
    expect(rollout.status.stable?.version).toBe('tumour-2');
    return rollout.wait(afterSeconds).settle().ask('tumour-1').settle();
  };
  it('lets a recent stable take over without steps', () => {
    const rollout = back('1h', 600);
    expect(rollout.status.stable?.version).toBe('tumour-1');
    expect(rollout.events.find(({ note }) => note.includes('without steps: it was stable until 10 min'))).toBeDefined();
  });
  it.each([['0s', 1], ['5m', 600]])('of %s is over after %i s: steps as ever', (window, seconds) => {
    expect(back(window, seconds).weight()).toBe(5);
  });
  it('waits for the pods of the recent stable', () => {
    const rollout = clean(Rollout.atFirstStep({ rollout: { rollbackWindow: '1h' } }), 25).pods('tumour-1', gone).wait(60).settle().ask('tumour-1').settle();
    expect(rollout.last?.traffic?.weights).toEqual([{ revision: 'rev-tumour-2', weight: 100 }]);
    expect(rollout.pods('tumour-1').settle().status.stable?.version).toBe('tumour-1');
  });
});

describe('a schedule', () => {
  // The story begins on Thursday, 1 January 2026, 00:00 UTC.
  const nights = { schedule: [{ from: '20:00', to: '06:00', replicas: 0 }] };
  it('sets the pods of stable and says so', () => {
    const rollout = new Rollout(nights).pods('tumour-1').settle();
    expect(rollout.last?.replicas.get('rev-tumour-1')).toBe(0);
    rollout.pods('tumour-1', gone).settle();
    expect(rollout.condition('Ready')).toBe('True ScaledToZero');
    rollout.wait(6 * 3600).settle();
    expect(rollout.last?.replicas.get('rev-tumour-1')).toBe(1);
  });
  it('lets no rollout begin while it says 0, since nobody could be judged', () => {
    const rollout = new Rollout(nights).pods('tumour-1').settle().ask('tumour-2').pods('tumour-2').settle();
    expect(rollout.status.candidate).toBeUndefined();
    expect(rollout.wait(6 * 3600).settle().status.candidate?.version).toBe('tumour-2');
  });
  it('does not touch a rollout that is under way', () => {
    const rollout = new Rollout(nights).wait(19 * 3600 + 59 * 60).pods('tumour-1').settle().ask('tumour-2').pods('tumour-2').settle().wait(120).settle();
    expect([...(rollout.last?.replicas ?? [])]).toEqual([['rev-tumour-1', 1], ['rev-tumour-2', 1]]);
    expect(rollout.weight()).toBe(5);
  });
  it('with an unknown time zone is refused in status', () => {
    const rollout = new Rollout({ schedule: [{ replicas: 0, timeZone: 'Mars/Olympus' }] }).pods('tumour-1').settle();
    expect(rollout.condition('Ready')).toBe('False InvalidSchedule');
    expect(rollout.last?.replicas.get('rev-tumour-1')).toBe(1);
  });
});
