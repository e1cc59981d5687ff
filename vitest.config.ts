import { defineConfig } from 'vitest/config';

// Unit tests lie beside the code. What needs an API server or a cluster has a configuration of its own under test/.
export default defineConfig({
  test: {
    include: ['{operator,controllers,cli,argocd,tools,demo,bench,conformance,test/soak}/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 30_000,
    // A busy machine is no failure.
    expect: { poll: { timeout: 20_000 } },
  },
});
