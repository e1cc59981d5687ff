import type { EventCatalogue } from '../shared/announce.ts';

/** Every event of a TrainingRun besides the reasons of failures (actions Fail and Retry). The docs page is made from this. */
export const events = {
  Launched: { type: 'Normal', action: 'Launch', audited: false, meaning: 'A launch begins: the first one, or the next attempt.' },
  Suspended: { type: 'Normal', action: 'Stop', audited: false, meaning: 'spec.suspend is true: pods are stopped.' },
  Stopped: { type: 'Normal', action: 'Stop', audited: false, meaning: 'spec.stop is true: the run was given up.' },
  Resumed: { type: 'Normal', action: 'Launch', audited: false, meaning: 'spec.suspend is false again.' },
  Succeeded: { type: 'Normal', action: 'Complete', audited: false, meaning: 'Trained; no ModelVersion was asked for.' },
  DeadlineExceeded: { type: 'Warning', action: 'Stop', audited: false, meaning: 'spec.activeDeadline was over before the run was.' },
  ApplyFailed: { type: 'Warning', action: 'Launch', audited: false, meaning: 'The API server refused an object that the run needs, most often by a quota or a policy.' },
  GateFailed: { type: 'Warning', action: 'Fail', audited: true, meaning: 'A metric missed its gate, so no ModelVersion was made.' },
  Registered: { type: 'Normal', action: 'Register', audited: true, meaning: 'The ModelVersion of the result was made.' },
} as const satisfies EventCatalogue;
