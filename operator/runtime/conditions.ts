import { timestamp } from './timestamps.ts';
import type { Condition } from './types.ts';

export type NewCondition = Omit<Condition, 'lastTransitionTime'>;

/**
 * A new list with the condition set. `lastTransitionTime` moves only when `status` flips: a time that moves on every
 * write makes every write a change, and the object is reconciled for ever.
 */
export function setCondition(conditions: readonly Condition[] | undefined, condition: NewCondition, now: Date): Condition[] {
  const list = conditions ?? [];
  const before = getCondition(list, condition.type);
  const lastTransitionTime = before?.status === condition.status ? before.lastTransitionTime : timestamp(now);
  const after: Condition = { ...condition, lastTransitionTime };
  return before === undefined ? [...list, after] : list.map((one) => (one.type === condition.type ? after : one));
}

/** A new list without the condition. Reconciling and Stalled are abnormal-true: present only while true. */
export function removeCondition(conditions: readonly Condition[] | undefined, type: string): Condition[] {
  return (conditions ?? []).filter((one) => one.type !== type);
}

export function getCondition(conditions: readonly Condition[] | undefined, type: string): Condition | undefined {
  return conditions?.find((one) => one.type === type);
}

/** Absence means unknown, so it is not true. */
export function isTrue(conditions: readonly Condition[] | undefined, type: string): boolean {
  return getCondition(conditions, type)?.status === 'True';
}

export function isFalse(conditions: readonly Condition[] | undefined, type: string): boolean {
  return getCondition(conditions, type)?.status === 'False';
}
