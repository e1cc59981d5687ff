// The operator is killed at every await of a rollout: no step is taken twice or backwards, and traffic follows status.
import { describe, it } from 'vitest';
import { expectConvergence, openStage } from './stage.ts';
import { promotion, rollback } from './stories/model-deployment.ts';

const { stage } = openStage(64);
const patienceMs = 600_000;

describe('an operator that dies at any point of', () => {
  it('acceptance 17: a rollout', { timeout: patienceMs }, () => expectConvergence(stage(), promotion));
  it('acceptance 17: a rollout that fails', { timeout: patienceMs }, () => expectConvergence(stage(), rollback));
});
