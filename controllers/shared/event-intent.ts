/** What a decision about traffic, approval or registration changed, and the numbers that it rests on. */
export interface Facts {
  /** What had the role, the traffic or the state before; empty when nothing had. */
  readonly from: string;
  readonly to: string;
  /** Flat, so that a log store can filter by any of them. */
  readonly numbers: Readonly<Record<string, number | string>>;
}

/** An event that a decision wants told; sent only after the decision was recorded. */
export interface EventIntent {
  readonly type: 'Normal' | 'Warning';
  /** The same word as the condition's reason where there is one. */
  readonly reason: string;
  /** What the controller does about it. */
  readonly action: string;
  /** For people, with the numbers behind the decision. */
  readonly note: string;
  /** Needed where the catalogue of the kind says `audited`. */
  readonly facts?: Facts;
}
