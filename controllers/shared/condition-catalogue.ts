import type { Condition } from '../../operator/runtime/types.ts';

export interface ConditionState {
  readonly meaning: string;
  /** Every reason that it is given with. */
  readonly reasons: readonly string[];
}

export interface ConditionEntry {
  /**
   * `positive`: True is how it should be. `abnormal-true`: present only while True, and then something is under way or
   * wrong. `neutral`: says how things stand; neither is better.
   */
  readonly polarity: 'positive' | 'abnormal-true' | 'neutral';
  readonly states: Readonly<Partial<Record<Condition['status'], ConditionState>>>;
}

/** Every condition that one kind can have, in the order of importance. */
export type ConditionCatalogue = Readonly<Record<string, ConditionEntry>>;
