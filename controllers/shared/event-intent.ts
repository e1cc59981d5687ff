/** An event that a decision wants told; sent only after the decision was recorded. */
export interface EventIntent {
  readonly type: 'Normal' | 'Warning';
  /** The same word as the condition's reason where there is one. */
  readonly reason: string;
  /** What the controller does about it. */
  readonly action: string;
  /** For people, with the numbers behind the decision. */
  readonly note: string;
}
