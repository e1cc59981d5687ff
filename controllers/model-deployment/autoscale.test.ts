// How many pods each revision has while autoscalers choose: at rest, through a rollout, and where the schedule has a say.
import { describe, expect, it } from 'vitest';
import type { Bounds } from './policies/autoscale.ts';
import { Rollout, type SpecParts } from './testing/rollout.ts';

const autoscaling = { minReplicas: 1, maxReplicas: 10, targetCPU: 60, scaleDownStabilization: '5m' };
const pods = (ready: number): { total: number; ready: number; available: number } => ({ total: ready, ready, available: ready });
const [one, two] = ['rev-tumour-1', 'rev-tumour-2'];

/** `least to most`, with a + where no pod is taken away; undefined without an autoscaler. */
function boundsOf(rollout: Rollout, revision: string): string | undefined {
  const bounds: Bounds | undefined = rollout.last?.autoscalers.get(revision);
  return bounds === undefined ? undefined : `${bounds.least} to ${bounds.most}${bounds.mayShrink ? '' : ' +'}`;
}

/** The first version serves, its rollout is long over, and an autoscaler has given it so many pods. */
function grown(size: number, spec: SpecParts = {}): Rollout {
  const rollout = new Rollout({ autoscaling, ...spec }).pods('tumour-1').settle().wait(3600);
  rollout.sizes.set(one, size);
  return rollout.pods('tumour-1', pods(size)).settle();
}

/** A rollout to the second version; `ready` pods of it. */
function begun(size: number, ready: number, spec: SpecParts = {}): Rollout {
  const rollout = grown(size, spec).ask('tumour-2').settle();
  return rollout.pods('tumour-2', pods(ready)).settle();
}

const clean = (rollout: Rollout, seconds: number): Rollout => {
  for (let i = 0; i < seconds; i += 1) rollout.traffic({ candidate: [rollout.weight() || 20, 0], stable: [100 - rollout.weight(), 0] });
  return rollout;
};

describe('at rest', () => {
  it('nothing is scaled by load where nobody asked for it', () => {
    const rollout = new Rollout({ server: { replicas: 3 } }).pods('tumour-1', pods(3)).settle();
    expect(rollout.last?.autoscalers.size).toBe(0);
    expect(rollout.condition('ScalingActive')).toBe('absent');
  });
  it('a revision begins with the least, and its autoscaler chooses from there on', () => {
    const rollout = grown(4);
    expect([rollout.last?.replicas.get(one), rollout.last?.autoscalers.get(one)]).toEqual([1, { least: 1, most: 10, targetCpuPercent: 60, stabilizationSeconds: 300, mayShrink: true }]);
    expect(rollout.status.conditions?.find(({ type }) => type === 'Available')?.message).toBe('4 of 4 pods of tumour-1 are ready');
  });
  it.each<[string, SpecParts, string | undefined, number]>([
    ['replicas do not count', { server: { replicas: 7 } }, '1 to 10', 1],
    ['replicas of 0 switch off', { server: { replicas: 0 } }, undefined, 0],
    ['a schedule of 0 switches off', { schedule: [{ replicas: 0 }] }, undefined, 0],
    ['a schedule takes the place of the least', { schedule: [{ replicas: 4 }], autoscaling: { ...autoscaling, minReplicas: 2 } }, '4 to 10', 4],
    ['a schedule below the least does so too', { schedule: [{ replicas: 1 }], autoscaling: { ...autoscaling, minReplicas: 2 } }, '1 to 10', 1],
    ['a schedule above the most raises it', { schedule: [{ replicas: 20 }] }, '20 to 20', 20],
    ['an unknown time zone leaves the least', { schedule: [{ replicas: 0, timeZone: 'Mars/Olympus' }] }, '1 to 10', 1],
  ])('%s', (_, spec, bounds, replicas) => {
    const rollout = grown(2);
    rollout.spec = new Rollout({ autoscaling, ...spec }).spec;
    rollout.settle();
    expect([boundsOf(rollout, one), rollout.last?.replicas.get(one)]).toEqual([bounds, replicas]);
  });
  it('without autoscaling in the spec again the pods are those of replicas', () => {
    const rollout = grown(6);
    const { autoscaling: _, ...spec } = rollout.spec;
    rollout.spec = { ...spec, server: { ...spec.server, replicas: 2 } };
    rollout.settle();
    expect([boundsOf(rollout, one), rollout.last?.replicas.get(one), rollout.condition('ScalingActive')]).toEqual([undefined, 2, 'absent']);
  });
});

describe('the pods that a candidate needs', () => {
  const steps = { steps: [{ weight: 5, hold: '5s' }, { weight: 50, hold: '5s' }] };
  it.each<[string, number, SpecParts, number]>([
    ['a twentieth of six pods is one', 6, { rollout: steps }, 1],
    ['half of six pods is three', 6, { rollout: { steps: [{ weight: 50 }] } }, 3],
    ['half of seven pods is four', 7, { rollout: { steps: [{ weight: 50 }] } }, 4],
    ['never fewer than the least', 6, { rollout: steps, autoscaling: { ...autoscaling, minReplicas: 2 } }, 2],
    ['never more than the most', 30, { rollout: { steps: [{ weight: 50 }] } }, 10],
    ['copies are work too', 6, { rollout: { strategy: 'BlueGreen', blueGreen: { mirror: 100, hold: '5s' } } }, 6],
    ['half of the users of a test are half of the work', 6, { rollout: { strategy: 'ABTest' } }, 3],
    ['back without steps it takes everything at once', 6, { rollout: { ...steps, rollbackWindow: '2h' } }, 6],
  ])('%s', (_, size, spec, needed) => {
    const rollout = grown(size, spec);
    if (spec.rollout !== undefined && 'rollbackWindow' in spec.rollout) rollout.status = { ...rollout.status, history: [{ from: 'tumour-2', to: 'tumour-1', outcome: 'Promoted', time: rollout.now.toISOString() }] };
    rollout.ask('tumour-2').settle();
    expect(rollout.last?.replicas.get(two)).toBe(needed);
    // One too few: no weight yet.
    rollout.pods('tumour-2', pods(needed - 1)).settle();
    expect([rollout.status.stable?.revision, rollout.status.rollout?.step]).toEqual([one, 0]);
    rollout.pods('tumour-2', pods(needed)).settle();
    expect(rollout.status.rollout?.step).not.toBe(0);
  });
  it('are the least where Recreate ended those of stable before', () => {
    const rollout = begun(6, 0, { rollout: { strategy: 'Recreate' } });
    expect([...(rollout.last?.replicas ?? [])]).toEqual([[one, 0], [two, 0]]);
    expect(rollout.last?.autoscalers.size).toBe(0);
    rollout.pods('tumour-1', pods(0)).settle();
    expect([rollout.last?.replicas.get(two), boundsOf(rollout, one), boundsOf(rollout, two)]).toEqual([1, undefined, '1 to 10']);
  });
  it('follow stable when the load grows in mid-rollout', () => {
    const rollout = begun(4, 1, { rollout: steps });
    expect(boundsOf(rollout, two)).toBe('2 to 10');
    rollout.sizes.set(one, 8);
    expect(boundsOf(rollout.settle(), two)).toBe('4 to 10');
  });
});

describe('a rollout', () => {
  const steps = { steps: [{ weight: 5, hold: '5s' }, { weight: 50, hold: '5s' }], scaleDownDelay: '1m' };

  it('asks for the pods of the next step while the one before is held, and waits for them without end', () => {
    const rollout = begun(6, 1, { rollout: { ...steps, analysis: { holdDeadline: '30s', minRequests: 20, promotion: { margin: 0.1 } } } });
    expect([rollout.weight(), boundsOf(rollout, two), rollout.last?.replicas.get(two)]).toEqual([5, '3 to 10', 3]);
    // The deadline of evidence begins to run, and ends with the evidence.
    for (let i = 0; i < 7; i += 1) rollout.traffic({ candidate: [0, 0], stable: [95, 0] });
    expect(rollout.status.rollout?.heldSince).toBeDefined();
    clean(rollout, 60);
    expect(rollout.status.rollout).toMatchObject({ step: 1, text: '5 %, held: tumour-2 has 1 of the 3 ready pods that the next share of the traffic takes' });
    rollout.pods('tumour-2', pods(3)).settle();
    expect([rollout.weight(), boundsOf(rollout, two)]).toEqual([50, '6 to 10']);
    clean(rollout, 20);
    expect(rollout.status.stable?.revision).toBe(one);
    rollout.pods('tumour-2', pods(6)).settle();
    expect(rollout.status.stable?.revision).toBe(two);
  });
  it('says what keeps a pod that it waits for, and a person may go on without it', () => {
    const rollout = clean(begun(6, 1, { rollout: steps }), 10).pods('tumour-2', { ...pods(1), total: 3, trouble: { reason: 'Unschedulable', message: 'pod x: 0/3 nodes have room' } }).settle();
    expect(rollout.status.rollout?.text).toContain('pod x: 0/3 nodes have room');
    rollout.requests = { promote: 'ada' };
    expect(rollout.settle().weight()).toBe(50);
  });
  it('that a person ends in favour of the candidate still waits for its pods', () => {
    const rollout = begun(6, 1, { rollout: steps });
    rollout.requests = { promote: 'full-ada' };
    rollout.settle();
    expect([rollout.status.stable?.revision, boundsOf(rollout, two)]).toEqual([one, '6 to 10']);
    expect(rollout.pods('tumour-2', pods(6)).settle().status.stable?.revision).toBe(two);
  });
  it('lets stable add pods and take none away, until its autoscaler knows of the load that came back', () => {
    const rollout = begun(6, 1, { rollout: steps });
    expect(boundsOf(rollout, one)).toBe('1 to 10 +');
    rollout.requests = { abort: 'ada' };
    rollout.settle();
    expect([boundsOf(rollout, one), boundsOf(rollout, two), rollout.last?.replicas.has(two)]).toEqual(['1 to 10 +', undefined, false]);
    expect(rollout.wait(299).settle().last?.wakeAt).toEqual(new Date(rollout.now.getTime() + 1000));
    expect(boundsOf(rollout, one)).toBe('1 to 10 +');
    expect(boundsOf(rollout.wait(1).settle(), one)).toBe('1 to 10');
  });
  it('holds stable for a minute even where pods are taken away at once', () => {
    const rollout = begun(6, 1, { rollout: steps, autoscaling: { ...autoscaling, scaleDownStabilization: '0s' } });
    rollout.requests = { abort: 'ada' };
    rollout.settle().wait(59).settle();
    expect(boundsOf(rollout, one)).toBe('1 to 10 +');
    expect(boundsOf(rollout.wait(1).settle(), one)).toBe('1 to 10');
  });
  it('leaves the winner all its pods, and the loser without an autoscaler', () => {
    const rollout = begun(6, 6, { rollout: steps });
    clean(rollout, 20);
    expect([rollout.status.stable?.revision, boundsOf(rollout, two), boundsOf(rollout, one), rollout.last?.replicas.has(one)]).toEqual([two, '1 to 10 +', undefined, false]);
    expect(rollout.last?.revisions).toContain(one);
  });
  it('is rolled back at once, whatever autoscalers say', () => {
    const rollout = begun(6, 1, { rollout: steps });
    rollout.scalers.set(one, { works: false, lacks: 'Metrics', since: '2026-01-01T00:00:00Z', message: 'no metrics' });
    rollout.pods('tumour-2', pods(0)).settle();
    expect([rollout.status.lastRollback?.reason, rollout.weight()]).toEqual(['CandidateUnavailable', 0]);
  });
});

describe('an autoscaler that cannot do its work', () => {
  const failing = (lacks: 'Metrics' | 'Access'): Rollout => {
    const rollout = grown(2);
    rollout.scalers.set(one, { works: false, lacks, since: rollout.now.toISOString(), message: 'no metrics returned from resource metrics API' });
    return rollout.settle();
  };
  it('has two minutes, since new pods have no metrics', () => {
    const rollout = failing('Metrics');
    expect(rollout.condition('ScalingActive')).toBe('Unknown AwaitingMetrics');
    expect(rollout.last?.wakeAt).toEqual(new Date(rollout.now.getTime() + 120_000));
  });
  it.each([['Metrics', 'NoMetrics'], ['Access', 'CannotScale']] as const)('for want of %s is told once, and changes nothing else', (lacks, reason) => {
    const rollout = failing(lacks).wait(120).settle().wait(60).settle();
    expect([rollout.condition('ScalingActive'), rollout.condition('Ready'), rollout.condition('Available')]).toEqual([`False ${reason}`, 'True Serving', 'True PodsReady']);
    expect(rollout.events.filter((event) => event.reason === reason)).toMatchObject([{ type: 'Warning', note: 'tumour-1 stays at 2 pods: no metrics returned from resource metrics API' }]);
    rollout.scalers.set(one, { works: true });
    expect(rollout.settle().condition('ScalingActive')).toBe('True Autoscaling');
  });
  it('is missed where none works at all, and nothing is left to scale at 0', () => {
    const rollout = grown(2);
    expect(rollout.condition('ScalingActive')).toBe('Unknown AwaitingMetrics');
    rollout.spec = { ...rollout.spec, server: { ...rollout.spec.server, replicas: 0 } };
    expect(rollout.settle().condition('ScalingActive')).toBe('False NothingToScale');
  });
});
