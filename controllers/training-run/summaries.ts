import { withConditions, type ConditionDraft } from '../shared/draft-conditions.ts';
import type { Status } from './context.ts';
import { completed, ended } from './progress/timeline.ts';

// The one place that turns the state of a run into conditions.

/** Something is under way or will be soon. */
export function running(status: Status, now: Date, reason: string, message: string): Status {
  return withConditions(status, now, [
    ['Ready', 'Unknown', reason, message],
    ['Reconciling', 'True', reason, message],
    ['Stalled', 'absent', '', ''],
    ['Suspended', 'absent', '', ''],
    ['Succeeded', 'Unknown', reason, message],
  ]);
}

/** An attempt failed and another one follows. */
export function retrying(status: Status, now: Date, reason: string, message: string): Status {
  return withConditions(running(ended(status, now), now, reason, message), now, [['Ready', 'False', reason, message]]);
}

export function suspendedSummary(status: Status, now: Date): Status {
  const message = 'spec.suspend is true: no pods run';
  return withConditions(ended(status, now), now, [
    ['Ready', 'False', 'Suspended', message],
    ['Reconciling', 'absent', '', ''],
    ['Stalled', 'absent', '', ''],
    ['Suspended', 'True', 'SuspendedBySpec', message],
    ['Succeeded', 'Unknown', 'Suspended', message],
  ]);
}

export function succeeded(status: Status, now: Date, reason: string, message: string): Status {
  return withConditions({ ...completed(status, now), completionTime: now.toISOString() }, now, [
    ['Ready', 'True', reason, message],
    ['Reconciling', 'absent', '', ''],
    ['Stalled', 'absent', '', ''],
    ['Suspended', 'absent', '', ''],
    ['Succeeded', 'True', reason, message],
    ['DataValidated', 'True', 'RulesHold', 'every data rule holds'],
    ['GatesPassed', 'True', 'GatesHold', 'every gate holds'],
  ]);
}

/** The run ended without a result. Only a new TrainingRun helps, so it is stalled for good. */
export function failed(status: Status, now: Date, reason: string, message: string, known: { data?: 'True' | 'False' | undefined; gates?: 'False' | undefined } = {}): Status {
  const draft: ConditionDraft = [
    ['Ready', 'False', reason, message],
    ['Reconciling', 'absent', '', ''],
    ['Stalled', 'True', reason, message],
    ['Suspended', 'absent', '', ''],
    ['Succeeded', 'False', reason, message],
    ...(known.data === undefined ? [] : [['DataValidated', known.data, known.data === 'True' ? 'RulesHold' : reason, known.data === 'True' ? 'every data rule holds' : message] as const]),
    ...(known.gates === undefined ? [] : [['GatesPassed', known.gates, reason, message] as const]),
  ];
  return withConditions({ ...ended(status, now), completionTime: now.toISOString() }, now, draft);
}
