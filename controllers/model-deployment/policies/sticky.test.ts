import { describe, expect, it } from 'vitest';
import type { Context } from '../context.ts';
import { Rollout } from '../testing/rollout.ts';

const key = { header: 'x-user-id' };
const up: Context['sticky'] = { on: true, standing: true, key, places: 2 };
const coming: Context['sticky'] = { ...up, standing: false };
const impossible: Context['sticky'] = { on: false, asked: true, reason: 'GatewayNotWatched', message: 'users cannot be kept at one version: no' };
const notAsked: Context['sticky'] = { on: false, asked: false, reason: 'NotAsked', message: 'each request is split by itself' };
const spec = { traffic: { sticky: { userHeader: 'x-user-id' } } };

function started(sticky: Context['sticky']): Rollout {
  const rollout = new Rollout(spec);
  rollout.sticky = sticky;
  return rollout.pods('tumour-1').settle().ask('tumour-2').pods('tumour-2').settle();
}
function clean(rollout: Rollout, seconds: number): Rollout {
  for (let i = 0; i < seconds; i += 1) rollout.traffic({ candidate: [Math.max(5, rollout.weight()), 0], stable: [50, 0] });
  return rollout;
}

describe('the first percent of a candidate whose users shall stay', () => {
  it.each<[name: string, sticky: Context['sticky'], step: number, ready: string, condition: string]>([
    ['comes when the proxies are set up', up, 1, 'Unknown RollingOut', 'True UsersKept'],
    ['does not come before', coming, 0, 'Unknown StartingCandidate', 'False SettingUp'],
    ['does not come where it cannot be, and says so', impossible, 0, 'False GatewayNotWatched', 'False GatewayNotWatched'],
    ['comes where nobody asks for it', notAsked, 1, 'Unknown RollingOut', 'False NotAsked'],
  ])('%s', (_name, sticky, step, ready, condition) => {
    const rollout = started(sticky);
    expect([rollout.status.rollout?.step, rollout.condition('Ready'), rollout.condition('Sticky')]).toEqual([step, ready, condition]);
    // However long it takes: split at random is not what was asked for.
    expect(rollout.wait(3600).settle().status.rollout?.step).toBe(step);
    expect(rollout.last?.traffic?.weights).toHaveLength(step + 1);
  });

  it('comes by itself as soon as the proxies are set up, which is looked for every half second', () => {
    const rollout = started(coming);
    expect(rollout.last?.wakeAt?.getTime()).toBe(rollout.now.getTime() + 500);
    expect(rollout.status.rollout?.text).toBe('0 %, held: the proxies are being set up to keep users at one version');
    rollout.sticky = up;
    expect(rollout.settle().weight()).toBe(5);
  });

  it('is not waited for by the first version, nor by one that takes over without steps', () => {
    const rollout = new Rollout(spec);
    rollout.sticky = impossible;
    expect(rollout.pods('tumour-1').settle().status.stable?.version).toBe('tumour-1');
    rollout.requests = { promote: 'full-a' };
    expect(rollout.ask('tumour-2').pods('tumour-2').settle().status.stable?.version).toBe('tumour-2');
  });
});

describe('a rollout whose users stay', () => {
  it('marks the route as long as two versions share the traffic', () => {
    const rollout = started(up);
    expect(rollout.last?.traffic).toMatchObject({ sticky: true, weights: [{ weight: 95 }, { weight: 5 }] });
    clean(rollout, 30);
    expect(rollout.status.stable?.version).toBe('tumour-2');
    expect(rollout.last?.traffic).toEqual({ weights: [{ revision: 'rev-tumour-2', weight: 100 }] });
    expect(rollout.condition('Sticky')).toBe('False NoCandidate');
  });

  it('has no such route in a dark launch: there is nothing to choose between', () => {
    const rollout = new Rollout({ ...spec, rollout: { steps: [{ weight: 0, hold: '1h' }, { weight: 10 }], previewHeader: 'x-preview' } });
    rollout.sticky = up;
    expect(rollout.pods('tumour-1').settle().ask('tumour-2').pods('tumour-2').settle().last?.traffic).not.toHaveProperty('sticky');
    expect(rollout.last?.traffic?.preview?.revision).toBe('rev-tumour-2');
  });

  it('keeps its weight while a filter is missing, and a breach rolls back even so', () => {
    const rollout = clean(started(up), 5);
    rollout.sticky = coming;
    expect(clean(rollout, 20).weight()).toBe(5);
    expect(rollout.status.rollout?.text).toMatch(/^5 %, held: the proxies are being set up/);
    for (let i = 0; i < 4; i += 1) rollout.traffic({ candidate: [10, 10], stable: [50, 0] });
    expect(rollout.condition('RolledBack')).toMatch(/^True/);
    expect(rollout.last?.traffic?.weights).toEqual([{ revision: 'rev-tumour-1', weight: 100 }]);
  });

  it.each([['users', up, spec, 0], ['requests', notAsked, {}, 1]] as const)('counts a split of requests against the weights only where %s are split', (who, sticky, parts, mismatches) => {
    const rollout = new Rollout({ ...parts, rollout: { steps: [{ weight: 50, hold: '1h' }] } });
    rollout.sticky = sticky;
    rollout.pods('tumour-1').settle().ask('tumour-2').pods('tumour-2').settle();
    for (let i = 0; i < 60; i += 1) rollout.traffic({ candidate: [5, 0], stable: [95, 0] });
    expect(rollout.events.filter(({ reason }) => reason === 'SampleRatioMismatch').length > 0, who).toBe(mismatches === 1);
  });
});
