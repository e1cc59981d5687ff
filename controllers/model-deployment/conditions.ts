import type { ConditionCatalogue } from '../shared/condition-catalogue.ts';

const unresolved = ['VersionNotFound', 'VersionOfAnotherModel', 'VersionArchived', 'VersionNotApproved'] as const;
const unrouted = ['GatewayNotFound', 'HostNotServed', 'HostTaken'] as const;
const unset = ['GatewayNotWatched', 'GatewayUnknown'] as const;
const troubles = ['ImageCannotStart', 'ConfigInvalid', 'CrashLooping', 'LoadFailed', 'Unschedulable'] as const;

/** Every condition of a ModelDeployment. The docs page is made from this. */
export const conditions = {
  Ready: {
    polarity: 'positive',
    states: {
      True: { meaning: 'The version that spec names serves all traffic, or serves nothing because spec says so.', reasons: ['Serving', 'Paused', 'ScaledToZero'] },
      False: { meaning: 'What spec asks for does not serve. The message says what does.', reasons: ['VersionNotReady', ...unresolved, ...unrouted, ...unset, 'InvalidSchedule', 'RolledBack', 'Lost', 'NoWinner', 'Paused', ...troubles, 'NoReadyPod', 'ProgressDeadlineExceeded', 'Recreating', 'ApplyFailed'] },
      Unknown: { meaning: 'A rollout is under way.', reasons: ['StartingCandidate', 'RollingOut', 'AwaitingApproval', 'Paused'] },
    },
  },
  Reconciling: { polarity: 'abnormal-true', states: { True: { meaning: 'A rollout is under way, or something is missing that may come by itself.', reasons: ['StartingCandidate', 'RollingOut', 'AwaitingApproval', 'Recreating', 'Paused', 'VersionNotReady', 'VersionNotFound', ...troubles, 'NoReadyPod', 'ApplyFailed'] } } },
  Stalled: { polarity: 'abnormal-true', states: { True: { meaning: 'A user must act: nothing changes by itself.', reasons: [...unresolved, ...unrouted, ...unset, 'InvalidSchedule', 'RolledBack', 'Lost', 'NoWinner', 'Paused', 'ProgressDeadlineExceeded'] } } },
  VersionResolved: {
    polarity: 'positive',
    states: {
      True: { meaning: 'The ModelVersion that spec names can be deployed.', reasons: ['Found'] },
      False: { meaning: 'It cannot; stable goes on serving.', reasons: ['VersionNotReady', ...unresolved] },
    },
  },
  Available: {
    polarity: 'positive',
    states: {
      True: { meaning: 'At least one pod of the stable revision is ready.', reasons: ['PodsReady'] },
      False: { meaning: 'None is.', reasons: ['NothingDeployed', 'NoReadyPod'] },
    },
  },
  TrafficShifted: {
    polarity: 'neutral',
    states: {
      True: { meaning: 'A candidate gets part of the traffic.', reasons: ['Canary', 'ABTest'] },
      False: { meaning: 'Stable gets all of it.', reasons: ['AllToStable'] },
    },
  },
  RolledBack: {
    polarity: 'abnormal-true',
    states: { True: { meaning: 'The digest that spec names was rolled back and is blocked.', reasons: ['SloBreached', 'TotalFailure', 'InvalidOutputs', 'PredictionDrift', 'Disagreement', 'CandidateUnavailable', 'CandidateCrashLooping', 'ProgressDeadlineExceeded', 'HoldDeadlineExceeded', 'Aborted', 'RollbackRequested'] } },
  },
  Shielded: {
    polarity: 'neutral',
    states: {
      True: { meaning: 'In this rollout stable has answered requests that the candidate failed or delayed.', reasons: ['AnswersSaved'] },
      False: { meaning: 'It has not; the message says whether it could.', reasons: ['Off', 'NoSharedTraffic', 'RetriesSet', 'TryTimeoutTooLong', ...unset, 'NoCandidate', 'SettingUp', 'NotProven'] },
    },
  },
  Sticky: {
    polarity: 'neutral',
    states: {
      True: { meaning: 'The proxies are set up to keep every user at one version.', reasons: ['UsersKept'] },
      False: { meaning: 'They are not. Where users shall be kept and cannot be, the candidate gets no traffic, or no more than it has.', reasons: ['NotAsked', 'NoSharedTraffic', ...unset, 'NoCandidate', 'SettingUp'] },
    },
  },
  ScalingActive: {
    polarity: 'positive',
    states: {
      True: { meaning: 'An autoscaler chooses the number of pods by their CPU. The condition is there only with spec.autoscaling.', reasons: ['Autoscaling'] },
      False: { meaning: 'It does not; the pods that there are go on serving, and rollouts go on.', reasons: ['NoMetrics', 'CannotScale', 'NothingToScale'] },
      Unknown: { meaning: 'It has just begun.', reasons: ['AwaitingMetrics'] },
    },
  },
  Paused: { polarity: 'abnormal-true', states: { True: { meaning: 'The weights stay as they are: spec.paused is true, or a gate waits for a person.', reasons: ['PausedBySpec', 'AwaitingApproval'] } } },
} as const satisfies ConditionCatalogue;
