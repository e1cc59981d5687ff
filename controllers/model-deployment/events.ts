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
  RetryRequested: { type: 'Normal', action: 'Retry', audited: true, meaning: 'The annotation trainyard.dev/retry has a new value; blocked digests may be tried again.' },
  ForeignEditReverted: { type: 'Warning', action: 'ShiftTraffic', audited: true, meaning: 'Somebody else changed the weights in the VirtualService; they were put back.' },
} as const satisfies EventCatalogue;
