import { defineConfig } from 'vitest/config';

// Run by `npx vitest run --config test/integration/vitest.config.ts`.
export default defineConfig({
  test: {
    include: ['test/integration/**/*.test.ts'],
    globalSetup: ['test/integration/harness/global-setup.ts'],
    testTimeout: 30_000,
    // A busy machine is no failure.
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
