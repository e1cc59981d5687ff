// The operator is killed at every await of an experiment: every candidate is tried once, and one winner is registered.
import { describe, it } from 'vitest';
import { expectConvergence, openStage } from './stage.ts';
import { competition } from './stories/experiment.ts';

const { stage } = openStage(62);

describe('an operator that dies at any point of', () => {
  it('an experiment', { timeout: 600_000 }, () => expectConvergence(stage(), competition));
});
