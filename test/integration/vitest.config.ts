import { defineConfig } from 'vitest/config';
import { longestFirst } from '../longest-first.ts';

// Run by `npx vitest run --config test/integration/vitest.config.ts`.
export default defineConfig({
  test: {
    include: ['test/integration/**/*.test.ts'],
    globalSetup: ['test/integration/harness/global-setup.ts'],
    // These say when to give up on what never comes. A busy machine is no failure.
    testTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    hookTimeout: 120_000,
    maxWorkers: 2,
    sequence: { sequencer: longestFirst('crash/model-deployment.test.ts', 'leader/handover.test.ts', 'controllers/model-deployment.test.ts') },
  },
});
