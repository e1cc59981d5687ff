import { defineConfig } from 'vitest/config';

// vitest reads only a default export; no other file of this package has one.
export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    globalSetup: ['test/scratch.ts'],
    // onnxruntime-node is a native addon: one process a file keeps its state apart.
    pool: 'forks',
    testTimeout: 30_000,
    // A busy machine is no failure.
    expect: { poll: { timeout: 20_000 } },
  },
});
