import { describe, expect, it } from 'vitest';
import type { WithStatus } from './kstatus.ts';
import { kstatus } from './kstatus.ts';
import { assertStatusInvariants, brokenStatusInvariants } from './status-invariants.ts';
import type { Condition } from './types.ts';

type Short = Readonly<Record<string, Condition['status'] | readonly [Condition['status'], number]>>;

function object(conditions: Short | undefined, options: { generation?: number; observed?: number; deleting?: boolean } = {}): WithStatus {
  const { generation = 2, observed = 2, deleting = false } = options;
  const metadata = { name: 'x', generation, ...(deleting ? { deletionTimestamp: '2026-01-01T00:00:00Z' } : {}) };
  if (conditions === undefined) return { apiVersion: 'v1', kind: 'Thing', metadata };
  const list = Object.entries(conditions).map(([type, value]): Condition => {
    const [status, observedGeneration] = typeof value === 'string' ? [value, generation] : value;
    return { type, status, observedGeneration, reason: 'Because', message: '', lastTransitionTime: '2026-01-01T00:00:00Z' };
  });
  return { apiVersion: 'v1', kind: 'Thing', metadata, status: { observedGeneration: observed, conditions: list } };
}

describe('status invariants', () => {
  it.each<[string, WithStatus, boolean?]>([
    ['ready', object({ Ready: 'True' })],
    ['first sight', object({ Ready: 'Unknown', Reconciling: 'True' }, { observed: 0 })],
    ['failed and retrying', object({ Ready: 'False', Reconciling: 'True' })],
    ['stalled', object({ Ready: 'False', Stalled: 'True' })],
    ['lagging behind a new spec', object({ Ready: ['False', 1] }, { observed: 1 })],
    ['a bounded kind at work', object({ Ready: 'False', Reconciling: 'True', Succeeded: 'Unknown' }), true],
    ['a bounded kind at its end', object({ Ready: 'True', Succeeded: 'True' }), true],
  ])('hold for: %s', (_name, thing, bounded = false) => {
    expect(brokenStatusInvariants(thing, { bounded })).toEqual([]);
  });

  it.each<[string, WithStatus, boolean?]>([
    ['FAIL0001', object({ Ready: 'True', Stalled: 'True' })],
    ['FAIL0002', object({})],
    ['FAIL0002', object(undefined)],
    ['FAIL0003', object({ Ready: 'True', Reconciling: 'True' })],
    ['FAIL0004', object({ Ready: 'Unknown', Stalled: 'True' })],
    ['FAIL0005', object({ Ready: 'False', Reconciling: 'True', Stalled: 'False' })],
    ['FAIL0006', object({ Ready: 'False' }, { observed: 3 })],
    ['FAIL0007', object({ Ready: ['True', 1] }, { observed: 1 })],
    ['FAIL0008', object({ Ready: 'True', Other: ['True', 1] })],
    ['FAIL0009', object({ Ready: 'True', Other: ['True', 1] })],
    ['FAIL0011', object({ Ready: 'Unknown' })],
    ['abnormal-true', object({ Ready: 'True', Stalled: 'False' })],
    ['Succeeded is absent', object({ Ready: 'False', Reconciling: 'True' }), true],
    ['after the end', object({ Ready: 'False', Reconciling: 'True', Succeeded: 'False' }), true],
  ])('report %s', (rule, thing, bounded = false) => {
    expect(brokenStatusInvariants(thing, { bounded }).join('\n')).toContain(rule);
    expect(() => assertStatusInvariants(thing, { bounded })).toThrow('breaks');
  });

  it('report a duplicate type, a reason that is a sentence and a time that is none', () => {
    const thing = object({ Ready: 'True' });
    const [condition] = thing.status?.conditions ?? [];
    if (condition === undefined) throw new Error('no condition');
    const broken = { ...thing, status: { observedGeneration: 2, conditions: [condition, { ...condition, reason: 'all is well', lastTransitionTime: 'now' }] } };
    expect(brokenStatusInvariants(broken)).toEqual(['a condition type occurs twice: Ready, Ready', 'Ready: reason "all is well" is not CamelCase', 'Ready: lastTransitionTime "now" is not a time']);
  });
});

describe('kstatus', () => {
  it.each<[string, WithStatus]>([
    ['Current', object({ Ready: 'True' })],
    ['Current', object(undefined)],
    ['InProgress', object({ Ready: 'True' }, { observed: 1 })],
    ['InProgress', object({ Ready: 'False', Reconciling: 'True' })],
    ['InProgress', object({ Ready: 'False' })],
    ['Failed', object({ Ready: 'False', Stalled: 'True' })],
    ['Terminating', object({ Ready: 'True' }, { deleting: true })],
  ])('is %s for row %#', (expected, thing) => {
    expect(kstatus(thing)).toBe(expected);
  });
});
