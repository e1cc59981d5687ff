import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getCondition, isFalse, isTrue, removeCondition, setCondition } from './conditions.ts';
import type { NewCondition } from './conditions.ts';
import type { Condition } from './types.ts';

const early = new Date('2026-01-01T00:00:00.123Z');
const late = new Date('2026-01-02T00:00:00Z');
const ready = (status: Condition['status'], message = 'm'): NewCondition => ({ type: 'Ready', status, reason: 'Because', message, observedGeneration: 1 });

describe('conditions', () => {
  it('adds what is absent, with whole seconds', () => {
    expect(setCondition(undefined, ready('True'), early)).toEqual([{ ...ready('True'), lastTransitionTime: '2026-01-01T00:00:00Z' }]);
  });

  it('keeps the transition time when only reason, message or generation change', () => {
    const after = setCondition(setCondition([], ready('True'), early), { ...ready('True', 'other'), reason: 'Other', observedGeneration: 2 }, late);
    expect(after).toEqual([{ type: 'Ready', status: 'True', reason: 'Other', message: 'other', observedGeneration: 2, lastTransitionTime: '2026-01-01T00:00:00Z' }]);
  });

  it('moves the transition time when the status flips', () => {
    expect(getCondition(setCondition(setCondition([], ready('True'), early), ready('False'), late), 'Ready')?.lastTransitionTime).toBe('2026-01-02T00:00:00Z');
  });

  it('leaves the list it was given and the other conditions alone', () => {
    const before = Object.freeze(setCondition(setCondition([], ready('True'), early), { ...ready('True'), type: 'Other' }, early));
    const after = setCondition(before, ready('False'), late);
    expect(after.map((one) => one.type)).toEqual(['Ready', 'Other']);
    expect(after[1]).toBe(before[1]);
    expect(isTrue(before, 'Ready')).toBe(true);
  });

  it('takes absence for not true and not false', () => {
    expect([isTrue([], 'Ready'), isFalse(undefined, 'Ready'), removeCondition(undefined, 'Ready')]).toEqual([false, false, []]);
  });

  it('holds one condition of a type and moves its time exactly on flips, for any history', () => {
    const step = fc.record({ type: fc.constantFrom('Ready', 'Stalled'), status: fc.constantFrom('True' as const, 'False' as const, 'Unknown' as const), remove: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let list: Condition[] = [];
        steps.forEach(({ type, status, remove }, second) => {
          const now = new Date(early.getTime() + second * 1000);
          const before = getCondition(list, type);
          list = remove ? removeCondition(list, type) : setCondition(list, { ...ready(status), type }, now);
          const after = getCondition(list, type);
          if (remove) expect(after).toBeUndefined();
          else expect(after?.lastTransitionTime === before?.lastTransitionTime).toBe(before?.status === status);
          expect(new Set(list.map((one) => one.type)).size).toBe(list.length);
        });
      }),
    );
  });
});
