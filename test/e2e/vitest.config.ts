import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Judges the run as a whole, so that it must be the last of it. */
const last = '/test/e2e/rbac.test.ts';

class JudgeLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLast = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith(last);
    return [...sorted.filter((file) => !isLast(file)), ...sorted.filter(isLast)];
  }
}

// Run by `make test-e2e`. One file after the other: they share one cluster with two cores.
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: ['test/e2e/harness/global-setup.ts'],
    testTimeout: 180_000,
    hookTimeout: 240_000,
    fileParallelism: false,
    sequence: { sequencer: JudgeLast },
  },
});
