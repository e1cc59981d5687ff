import { defineConfig } from 'vitest/config';

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
  },
});
