import { withConditions } from '../shared/draft-conditions.ts';
import type { Status } from './decide.ts';

// The one place that turns the state of an experiment into conditions.

export function running(status: Status, now: Date, reason: string, message: string): Status {
  const over = reason === 'Registering';
  return withConditions(status, now, [
    ['Ready', 'Unknown', reason, message],
    ['Reconciling', 'True', reason, message],
    ['Stalled', 'absent', '', ''],
    ['Succeeded', 'Unknown', reason, message],
    ['TrialsCompleted', over ? 'True' : 'False', over ? 'AllEnded' : 'Competing', over ? 'every candidate was tried' : message],
    ['WinnerSelected', over ? 'True' : 'Unknown', over ? (status.verdict?.reason ?? 'BestScore') : 'Competing', over ? (status.verdict?.text ?? '') : message],
  ]);
}

export function suspendedSummary(status: Status, now: Date): Status {
  const message = 'spec.suspend is true: no trial runs';
  return withConditions(status, now, [
    ['Ready', 'False', 'Suspended', message],
    ['Reconciling', 'absent', '', ''],
    ['Stalled', 'absent', '', ''],
    ['Succeeded', 'Unknown', 'Suspended', message],
  ]);
}

export function concluded(status: Status, now: Date, message: string): Status {
  return withConditions({ ...status, completionTime: now.toISOString() }, now, [
    ['Ready', 'True', 'Succeeded', message],
    ['Reconciling', 'absent', '', ''],
    ['Stalled', 'absent', '', ''],
    ['Succeeded', 'True', 'Succeeded', message],
    ['TrialsCompleted', 'True', 'AllEnded', 'every candidate was tried'],
    ['WinnerSelected', 'True', status.verdict?.reason ?? 'BestScore', message],
  ]);
}

/** The question is answered: nobody is proven to be the best, and nobody else may win. */
export function undecided(status: Status, now: Date, message: string): Status {
  return withConditions({ ...status, completionTime: now.toISOString() }, now, [
    ['Ready', 'True', 'NoSignificantWinner', message],
    ['Reconciling', 'absent', '', ''],
    ['Stalled', 'absent', '', ''],
    ['Succeeded', 'True', 'NoSignificantWinner', message],
    ['TrialsCompleted', 'True', 'AllEnded', 'every candidate was tried'],
    ['WinnerSelected', 'False', 'NoSignificantWinner', message],
  ]);
}

/** Nobody won. Only a new Experiment helps, so it is stalled for good. */
export function failed(status: Status, now: Date, reason: string, message: string): Status {
  return withConditions({ ...status, completionTime: now.toISOString() }, now, [
    ['Ready', 'False', reason, message],
    ['Reconciling', 'absent', '', ''],
    ['Stalled', 'True', reason, message],
    ['Succeeded', 'False', reason, message],
    ['TrialsCompleted', reason === 'TooManyFailedTrials' ? 'False' : 'True', reason, message],
    ['WinnerSelected', 'False', reason, message],
  ]);
}
