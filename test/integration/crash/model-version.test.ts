// The operator is killed at every await of a version's life: nothing is told twice, and nothing served is lost.
import { describe, it } from 'vitest';
import { expectConvergence, openStage } from './stage.ts';
import { lifeOfVersion } from './stories/model-version.ts';

const { stage } = openStage(63);

describe('an operator that dies at any point of', () => {
  it('the life of a version', { timeout: 600_000 }, () => expectConvergence(stage(), lifeOfVersion));
});
