import type { EventCatalogue } from '../shared/announce.ts';

/** Every event of a ModelDeployment. The docs page is made from this. */
export const events = {
  RolloutStarted: { type: 'Normal', action: 'CreateRevision', audited: true, meaning: 'The version that spec names became the candidate; it has no traffic yet.' },
  StepStarted: { type: 'Normal', action: 'ShiftTraffic', audited: true, meaning: 'The candidate gets the weight of the next step.' },
  Deployed: { type: 'Normal', action: 'ShiftTraffic', audited: true, meaning: 'The first version serves all traffic.' },
  Promoted: { type: 'Normal', action: 'ShiftTraffic', audited: true, meaning: 'The candidate passed every step and serves all traffic.' },
  RolledBack: { type: 'Warning', action: 'ShiftTraffic', audited: true, meaning: 'The candidate lost its traffic and its digest is blocked; stable serves all traffic.' },
  RolloutSuperseded: { type: 'Normal', action: 'ShiftTraffic', audited: true, meaning: 'Spec no longer asks for the candidate; stable serves all traffic.' },
  SampleRatioMismatch: { type: 'Warning', action: 'ShiftTraffic', audited: false, meaning: 'Requests do not follow the weights; the rollout is held until they do.' },
  TestDecided: { type: 'Normal', action: 'Decide', audited: true, meaning: 'An A/B test has a verdict; the note says which and by which numbers.' },
  Withdrawn: { type: 'Normal', action: 'ShiftTraffic', audited: true, meaning: 'The candidate did not win its A/B test and lost its traffic; stable serves all of it. The digest is not blocked.' },
  RetryRequested: { type: 'Normal', action: 'Retry', audited: true, meaning: 'The annotation trainyard.dev/retry has a new value; blocked digests may be tried again.' },
  Aborted: { type: 'Warning', action: 'ShiftTraffic', audited: true, meaning: 'A person ended the rollout (annotation trainyard.dev/abort); the digest is blocked and stable serves all traffic.' },
  RollbackRequested: { type: 'Warning', action: 'ShiftTraffic', audited: true, meaning: 'A person asked to go back (annotation trainyard.dev/rollback); the version before takes over without steps.' },
  PromotionRequested: { type: 'Normal', action: 'ShiftTraffic', audited: true, meaning: 'A person ended the step, or all of them (annotation trainyard.dev/promote).' },
  AwaitingApproval: { type: 'Normal', action: 'Wait', audited: true, meaning: 'The rollout waits at a gate of spec.rollout.approval, or a shadowed version has passed and waits for a person.' },
  RolloutApproved: { type: 'Normal', action: 'Approve', audited: true, meaning: 'A person opened the gate (annotation trainyard.dev/approve).' },
  RequestIgnored: { type: 'Warning', action: 'Ignore', audited: false, meaning: 'A verb annotation has a new value, and there was nothing to do for it; the note says why.' },
  ForeignEditReverted: { type: 'Warning', action: 'ShiftTraffic', audited: true, meaning: 'Somebody else changed the weights in the VirtualService; they were put back.' },
  NoMetrics: { type: 'Warning', action: 'Scale', audited: false, meaning: 'For two minutes an autoscaler could not read what the pods use; their number stays.' },
  CannotScale: { type: 'Warning', action: 'Scale', audited: false, meaning: 'For two minutes an autoscaler could not read or change the number of pods.' },
} as const satisfies EventCatalogue;
