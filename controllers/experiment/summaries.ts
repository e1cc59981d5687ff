import { withConditions, type ConditionDraft } from '../shared/draft-conditions.ts';
import type { Status } from './context.ts';
import type { Over } from './policies/over.ts';

// The one place that turns the state of an experiment into conditions.

/** Trials run or are to be begun. `reason`: Competing, or what keeps the next ones from beginning. */
export function running(status: Status, now: Date, reason: string, message: string): Status {
  return withConditions(status, now, [
    ['Ready', 'Unknown', reason, message],
    ['Reconciling', 'True', reason, message],
    ['Stalled', 'absent', '', ''],
    ['Succeeded', 'Unknown', reason, message],
    ['TrialsCompleted', 'False', 'Competing', message],
    ['WinnerSelected', 'Unknown', 'Competing', message],
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

/** The trials have ended, and the winner is studied. */
export function studying(status: Status, now: Date, message: string, over: Over): Status {
  return withConditions(status, now, [
    ['Ready', 'Unknown', 'Studying', message],
    ['Reconciling', 'True', 'Studying', message],
    ['Stalled', 'absent', '', ''],
    ['Succeeded', 'Unknown', 'Studying', message],
    trialsCompleted(over),
    ['WinnerSelected', 'True', status.verdict?.reason ?? 'BestScore', status.verdict?.text ?? ''],
  ]);
}

/** The winner is known and its ModelVersion, `version`, is being made. */
export function registering(status: Status, now: Date, version: string, over: Over): Status {
  const message = `making ModelVersion ${version}`;
  return withConditions(status, now, [
    ['Ready', 'Unknown', 'Registering', message],
    ['Reconciling', 'True', 'Registering', message],
    ['Stalled', 'absent', '', ''],
    ['Succeeded', 'Unknown', 'Registering', message],
    trialsCompleted(over),
    ['WinnerSelected', 'True', status.verdict?.reason ?? 'BestScore', status.verdict?.text ?? ''],
  ]);
}

/** `over`: undefined where registering has told already why the trials ended. */
export function concluded(status: Status, now: Date, message: string, over?: Over): Status {
  return withConditions({ ...status, completionTime: now.toISOString() }, now, [
    ['Ready', 'True', 'Succeeded', message],
    ['Reconciling', 'absent', '', ''],
    ['Stalled', 'absent', '', ''],
    ['Succeeded', 'True', 'Succeeded', message],
    ...(over === undefined ? [] : [trialsCompleted(over)]),
    ['WinnerSelected', 'True', status.verdict?.reason ?? 'BestScore', message],
  ]);
}

/** The question is answered: nobody is proven to be the best, and nobody else may win. */
export function undecided(status: Status, now: Date, message: string, over: Over): Status {
  return withConditions({ ...status, completionTime: now.toISOString() }, now, [
    ['Ready', 'True', 'NoSignificantWinner', message],
    ['Reconciling', 'absent', '', ''],
    ['Stalled', 'absent', '', ''],
    ['Succeeded', 'True', 'NoSignificantWinner', message],
    trialsCompleted(over),
    ['WinnerSelected', 'False', 'NoSignificantWinner', message],
  ]);
}

/** Nobody won. Only a new Experiment helps, so it is stalled for good. `over`: undefined where trials were given up. */
export function failed(status: Status, now: Date, reason: string, message: string, over?: Over): Status {
  return withConditions({ ...status, completionTime: now.toISOString() }, now, [
    ['Ready', 'False', reason, message],
    ['Reconciling', 'absent', '', ''],
    ['Stalled', 'True', reason, message],
    ['Succeeded', 'False', reason, message],
    over === undefined ? ['TrialsCompleted', 'False', reason, message] : trialsCompleted(over),
    ['WinnerSelected', 'False', reason, message],
  ]);
}

function trialsCompleted({ reason, message }: Over): ConditionDraft[number] {
  return ['TrialsCompleted', 'True', reason, message];
}
