import { defineConfig } from 'vitest/config';
import { longestFirst } from '../longest-first.ts';

const limits = { testTimeout: 180_000, hookTimeout: 240_000 };
/** The tests of one folder, after those of the folders before it. */
const group = (name: string, groupOrder: number, more: object): object => ({ test: { name, include: [`test/e2e/${name}/**/*.test.ts`], ...limits, ...more, sequence: { groupOrder } } });

// Run by `make test-e2e`. All share one cluster.
export default defineConfig({
  test: {
    globalSetup: ['test/e2e/harness/global-setup.ts'],
    sequence: { sequencer: longestFirst('parallel/training-failures.test.ts', 'parallel/outage.test.ts', 'parallel/strategies.test.ts') },
    projects: [
      // The main job, and what `make test` runs when nobody asks for more.
      group('main', 0, { maxWorkers: 2 }),
      // Wait most of the time, and keep to their own namespace and host.
      group('parallel', 1, { maxWorkers: 2 }),
      // Disturb all of the cluster (the operator, istiod, the node), hold it to a time, or need it for their load.
      group('serial', 2, { fileParallelism: false }),
      // Judges the run as a whole.
      group('audit', 3, { fileParallelism: false }),
      // Takes the operator away, which then asks for what it is no longer allowed.
      group('chart', 4, { fileParallelism: false }),
    ],
  },
});
