// The operator is killed at every await of a training: nothing is trained, registered or told twice.
import { describe, it } from 'vitest';
import { expectConvergence, openStage } from './stage.ts';
import { retriedTraining, training } from './stories/training-run.ts';

const { stage } = openStage(61);
const patienceMs = 600_000;

describe('an operator that dies at any point of', () => {
  it('a training', { timeout: patienceMs }, () => expectConvergence(stage(), training));
  it('a training that is tried again', { timeout: patienceMs }, () => expectConvergence(stage(), retriedTraining));
});
