import { removeCondition, setCondition } from '../../operator/runtime/conditions.ts';
import type { Condition } from '../../operator/runtime/types.ts';

/** What a status shall say, condition by condition; `absent` takes one away. */
export type ConditionDraft = readonly (readonly [type: string, status: Condition['status'] | 'absent', reason: string, message: string])[];

interface HasConditions {
  readonly conditions?: Condition[];
}

const longestMessage = 4096;

export function withConditions<S extends HasConditions>(status: S, now: Date, draft: ConditionDraft): S {
  const conditions = draft.reduce<Condition[]>(
    (list, [type, value, reason, message]) => (value === 'absent' ? removeCondition(list, type) : setCondition(list, { type, status: value, reason, message: message.slice(0, longestMessage) }, now)),
    status.conditions ?? [],
  );
  return { ...status, conditions };
}
