// Who may decide about a model: rows of the policy modelversion-approval.

export interface Approval {
  readonly required?: boolean;
  readonly state?: 'Pending' | 'Approved' | 'Rejected';
  readonly by?: string;
  readonly reason?: string;
}

/**
 * Who asks. `editor` may edit models; `approver` also holds the role of the chart in the namespace; `elsewhere` holds it
 * in another namespace; `ofOne` may approve the version `chosen` only; `operator` has the operator's own role.
 */
export type Who = 'editor' | 'approver' | 'elsewhere' | 'ofOne' | 'operator';

export interface Decision {
  /** A sentence. */
  readonly name: string;
  readonly who: Who;
  /** Absent: the version is created with `approval`; otherwise somebody else made it with this one. */
  readonly old?: Approval;
  /** `undefined` leaves the field out. */
  readonly approval: Approval | undefined;
  /** Name of the version; default `other`. */
  readonly version?: string;
  /** Changed together with the approval, or alone. */
  readonly stage?: string;
  readonly accepted: boolean;
}

const waiting: Approval = { required: true };
const approved: Approval = { required: true, state: 'Approved', by: 'ada@example.org', reason: 'beats version 2' };
const rejected: Approval = { required: true, state: 'Rejected', by: 'ada@example.org', reason: 'worse than version 2' };

export const decisions: readonly Decision[] = [
  { name: 'whoever edits models may register one that waits for a decision', who: 'editor', approval: waiting, accepted: true },
  { name: 'whoever edits models may register one that says nothing about approval', who: 'editor', approval: undefined, accepted: true },
  { name: 'the operator registers versions without the verb', who: 'operator', approval: waiting, accepted: true },
  { name: 'a version cannot be registered as approved without the verb', who: 'editor', approval: approved, accepted: false },
  { name: 'a version cannot be registered as rejected without the verb', who: 'editor', approval: rejected, accepted: false },
  { name: 'a version cannot be registered with the name of somebody who will have approved', who: 'editor', approval: { required: true, by: 'ada@example.org' }, accepted: false },
  { name: 'a version cannot be registered with the reason of a decision', who: 'editor', approval: { required: true, reason: 'looks good' }, accepted: false },
  { name: 'the operator cannot register a version as approved', who: 'operator', approval: approved, accepted: false },
  { name: 'an approver may register a version as approved', who: 'approver', approval: approved, accepted: true },

  { name: 'without the verb nobody approves', who: 'editor', old: waiting, approval: approved, accepted: false },
  { name: 'without the verb nobody rejects', who: 'editor', old: waiting, approval: rejected, accepted: false },
  { name: 'without the verb nobody withdraws an approval', who: 'editor', old: approved, approval: waiting, accepted: false },
  { name: 'without the verb nobody withdraws a rejection', who: 'editor', old: rejected, approval: waiting, accepted: false },
  { name: 'without the verb nobody turns a rejection into an approval', who: 'editor', old: rejected, approval: approved, accepted: false },
  { name: 'without the verb nobody takes the whole field away from a version that was approved unasked', who: 'editor', old: { state: 'Approved', by: 'ada@example.org' }, approval: undefined, accepted: false },
  { name: 'without the verb nobody puts another name under a decision', who: 'editor', old: approved, approval: { ...approved, by: 'bob@example.org' }, accepted: false },
  { name: 'without the verb nobody rewrites the reason', who: 'editor', old: approved, approval: { ...approved, reason: 'no reason' }, accepted: false },
  { name: 'without the verb nobody hides a decision in a change of stage', who: 'editor', old: waiting, approval: approved, stage: 'Production', accepted: false },
  { name: 'the operator does not approve', who: 'operator', old: waiting, approval: approved, accepted: false },

  { name: 'without the verb the stage can be changed while a decision stands', who: 'editor', old: approved, approval: approved, stage: 'Production', accepted: true },
  { name: 'without the verb an approval can be demanded', who: 'editor', old: {}, approval: waiting, accepted: true },
  { name: 'without the verb a default can be written out', who: 'editor', old: waiting, approval: { required: true, state: 'Pending' }, accepted: true },
  { name: 'without the verb a decided version can be written again as it is', who: 'editor', old: rejected, approval: rejected, accepted: true },

  { name: 'with the verb one approves', who: 'approver', old: waiting, approval: approved, accepted: true },
  { name: 'with the verb one approves in the name of somebody else, as a sync from Git does', who: 'approver', old: waiting, approval: { ...approved, by: 'grace@example.org' }, accepted: true },
  { name: 'with the verb one rejects', who: 'approver', old: waiting, approval: rejected, accepted: true },
  { name: 'with the verb one withdraws an approval', who: 'approver', old: approved, approval: waiting, accepted: true },

  { name: 'the verb in another namespace does not count', who: 'elsewhere', old: waiting, approval: approved, accepted: false },
  { name: 'the verb on one version counts for it', who: 'ofOne', version: 'chosen', old: waiting, approval: approved, accepted: true },
  { name: 'the verb on one version does not count for another', who: 'ofOne', version: 'other', old: waiting, approval: approved, accepted: false },
  { name: 'the verb on one version lets it be registered as approved', who: 'ofOne', version: 'chosen', approval: approved, accepted: true },
];
