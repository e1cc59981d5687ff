import type { View } from './scrapes.ts';

/** A rule that decides about rollouts. Candidates are never promoted here: only rollback is asked. */
export interface Engine {
  readonly name: string;
  /** For one rollout. The answer is asked at each look, until it is true: roll back now. */
  readonly begin: () => (view: View) => boolean;
}
