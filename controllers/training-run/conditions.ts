import type { ConditionCatalogue } from '../shared/condition-catalogue.ts';
import { runWaits } from '../shared/run-waits.ts';
import { reasons } from './reasons.ts';

const names = (...conditions: readonly string[]): readonly string[] => Object.entries(reasons).flatMap(([name, { condition }]) => (conditions.includes(condition) ? [name] : []));
/** Reasons of an end without a result; a custom trainer may tell others. */
const failures = names('Succeeded', 'DataValidated', 'GatesPassed');
const underWay = ['Starting', 'Running', 'Collecting', 'Registering', 'Resumed', ...runWaits] as const;
const lostLast = ['Preempted', ...failures];

/** Every condition of a TrainingRun. The docs page is made from this. */
export const conditions = {
  Ready: {
    polarity: 'positive',
    states: {
      True: { meaning: 'There is a verified model and, where wanted, its ModelVersion.', reasons: ['Succeeded'] },
      False: { meaning: 'The run failed, is suspended, or waits for its next attempt after one that failed.', reasons: ['Suspended', ...lostLast] },
      Unknown: { meaning: 'An attempt is under way.', reasons: underWay },
    },
  },
  Reconciling: { polarity: 'abnormal-true', states: { True: { meaning: 'An attempt is under way, or the next one will be.', reasons: [...underWay, ...lostLast] } } },
  Stalled: { polarity: 'abnormal-true', states: { True: { meaning: 'The run ended without a result. Only a new TrainingRun helps.', reasons: lostLast } } },
  Succeeded: {
    polarity: 'positive',
    states: {
      True: { meaning: 'The run ended with a result.', reasons: ['Succeeded'] },
      False: { meaning: 'The run ended without a result.', reasons: lostLast },
      Unknown: { meaning: 'The run has not ended.', reasons: ['Suspended', ...underWay, ...lostLast] },
    },
  },
  Suspended: { polarity: 'abnormal-true', states: { True: { meaning: 'spec.suspend is true: no pods run.', reasons: ['SuspendedBySpec'] } } },
  DataValidated: {
    polarity: 'positive',
    states: {
      True: { meaning: 'Every rule of spec.data.rules holds. Absent until the trainer says so.', reasons: ['RulesHold'] },
      False: { meaning: 'The data cannot be used.', reasons: names('DataValidated') },
    },
  },
  GatesPassed: {
    polarity: 'positive',
    states: {
      True: { meaning: 'Every gate holds. Absent until the trainer says so.', reasons: ['GatesHold'] },
      False: { meaning: 'A metric missed its gate; status.gates has value and bound.', reasons: names('GatesPassed') },
    },
  },
} as const satisfies ConditionCatalogue;
